using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>Signs that somebody may stand in the directory without practising any more. They warn; they change no tier and no rank.</summary>
public static class TrustSignals
{
    /// <summary>Older than this, what the directory says of places and networks is aged.</summary>
    public const int AgedAfterDays = 180;

    /// <summary>So many referrals without any answer are a sign.</summary>
    public const int UnansweredReferrals = 3;

    public static ImmutableArray<TrustSignal> Of(TherapistProfile therapist, DateOnly asOf)
    {
        var signals = ImmutableArray.CreateBuilder<TrustSignal>();
        if (asOf.DayNumber - NewestWord(therapist).DayNumber > AgedAfterDays)
            signals.Add(TrustSignal.Aged);
        if (HasDoubt(therapist, DoubtKind.ReturnedMail))
            signals.Add(TrustSignal.ReturnedMail);
        if (therapist.Referrals is { Sent: >= UnansweredReferrals, Accepted: 0, ReportedBack: 0 })
            signals.Add(TrustSignal.NoAnswerToReferrals);
        if (HasDoubt(therapist, DoubtKind.SourcesDisagree))
            signals.Add(TrustSignal.SourcesDisagree);
        if (HasDoubt(therapist, DoubtKind.Disputed))
            signals.Add(TrustSignal.PublicReports);
        return signals.ToImmutable();
    }

    /// <summary>Of places and networks; of the name where there is neither.</summary>
    private static DateOnly NewestWord(TherapistProfile therapist) => therapist.Listings.SelectMany(listing => new[] { listing.Place.From, listing.Place.Accepting.From })
        .Concat(therapist.Networks.Select(fact => fact.Source))
        .DefaultIfEmpty(therapist.Name.From).Max(from => from.AsOf);

    private static bool HasDoubt(TherapistProfile therapist, DoubtKind kind) => therapist.Doubts.Any(doubt => doubt.Kind == kind);
}

public enum TrustSignal
{
    /// <summary>Nobody has said anything of places or networks for half a year.</summary>
    Aged,

    /// <summary>Mail came back from an address.</summary>
    ReturnedMail,

    /// <summary>Referrals were sent, and none was accepted or reported back.</summary>
    NoAnswerToReferrals,

    /// <summary>Two sources state different things of one place or network.</summary>
    SourcesDisagree,

    /// <summary>The public disputes a fact.</summary>
    PublicReports,
}

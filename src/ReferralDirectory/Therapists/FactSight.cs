using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Therapists;

/// <summary>How facts look on the day of one answer, and which of them are left out of it.</summary>
/// <param name="therapist">Whose facts they are.</param>
/// <param name="today">The day of the answer.</param>
/// <param name="includesStale">Nothing is left out.</param>
internal sealed class FactSight(TherapistProfile therapist, DateOnly today, bool includesStale)
{
    public DateOnly Today => today;

    /// <summary>How many were left out so far.</summary>
    public int Hidden { get; private set; }

    public SourceResponse Source(FactKind kind, Provenance from, DateOnly? lastDay = null, SourceAgreement agreement = default, DateOnly? disputedOn = null)
    {
        var reports = disputedOn is null ? 0 : FactConfidence.ReportsPerLevel;
        var (confidence, freshness, dueOn) = FactAssessment.Of(kind, from, today, lastDay, agreement, reports);
        return new SourceResponse(from.Source, from.Method, from.AsOf, confidence.Level, freshness, dueOn, disputedOn);
    }

    /// <summary>Of a fact of a place, with what other sources and the public say against it.</summary>
    public SourceResponse SourceAt(FactKind kind, VerificationAspect aspect, PracticePlace place)
    {
        // Only that new patients are taken is disputed.
        var mayBeDisputed = aspect != VerificationAspect.Accepting || place.Accepting.Value == AcceptingPatients.Yes;
        return Source(
            kind, aspect == VerificationAspect.Accepting ? place.Accepting.From : place.From, lastDay: null, PlaceAgreement.Of(aspect, place, therapist),
            mayBeDisputed ? Disputes.Of(therapist, aspect, zip: place.Address.Zip) : null);
    }

    /// <summary>Only that somebody is in a network is disputed.</summary>
    public DateOnly? DisputedOn(NetworkFact fact) => fact.InNetwork ? Disputes.Of(therapist, VerificationAspect.Network, fact.Insurer.Value, fact.ListingZip) : null;

    public FactResponse<T>? Fact<T>(FactKind kind, Sourced<T>? fact, DateOnly? lastDay = null)
        where T : notnull => Fact(kind, fact, value => value, lastDay);

    /// <summary>Null when nobody stated it, or too long ago.</summary>
    public FactResponse<TTo>? Fact<TFrom, TTo>(FactKind kind, Sourced<TFrom>? fact, Func<TFrom, TTo> value, DateOnly? lastDay = null)
        where TTo : notnull =>
        fact is not null && Shows(kind, fact.From) ? new FactResponse<TTo>(value(fact.Value), Source(kind, fact.From, lastDay)) : null;

    /// <summary>False, and counted, when it is too old to be shown unasked.</summary>
    public bool Shows(FactKind kind, Provenance from)
    {
        var isShown = includesStale || FactClock.FreshnessOf(kind, from.AsOf, today) != Freshness.Hidden;
        Hidden += isShown ? 0 : 1;
        return isShown;
    }
}

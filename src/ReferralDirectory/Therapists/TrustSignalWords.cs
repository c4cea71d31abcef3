using ReferralDirectory.Matching.Vetting;

namespace ReferralDirectory.Therapists;

/// <summary>What a trust signal means, for people.</summary>
internal static class TrustSignalWords
{
    public static string Of(TrustSignal signal) => signal switch
    {
        TrustSignal.Aged => FormattableString.Invariant($"Nobody has said or confirmed anything about places and networks for more than {TrustSignals.AgedAfterDays} days."),
        TrustSignal.ReturnedMail => "Mail to an address came back, and nobody has confirmed the address since.",
        TrustSignal.NoAnswerToReferrals => FormattableString.Invariant($"At least {TrustSignals.UnansweredReferrals} referrals were sent, and none was accepted or reported back."),
        TrustSignal.SourcesDisagree => "Two sources say different things about a telephone number, new patients or a network, and no check has settled it.",
        TrustSignal.PublicReports => "Independent reports by the public deny a fact, and nobody has answered them; `disputedOn` stands beside it.",
        _ => throw new ArgumentOutOfRangeException(nameof(signal), signal, null),
    };
}

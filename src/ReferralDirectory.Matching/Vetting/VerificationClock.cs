using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>
/// How long a check counts, and when it is due again. Directory facts: 90 days, as the No Surprises Act asks of plans. Licences: 120
/// days, as NCQA has it for verifications at credentialing. Exclusions: 31 days, since the OIG publishes monthly. Everything else falls due
/// with re-credentialing, every 36 months (NCQA).
/// </summary>
public static class VerificationClock
{
    public const int DirectoryFactDays = 90;
    public const int LicenceDays = 120;
    public const int ExclusionDays = 31;
    public const int RecredentialingMonths = 36;

    /// <summary>The first day on which a check no longer counts in full by the clock.</summary>
    public static DateOnly DueOn(VerificationAspect aspect, DateOnly checkedOn) => EndOf(aspect, checkedOn, terms: 1);

    /// <summary>The first day after so many terms of the clock, or after the last day of the source's own word, whichever comes first.</summary>
    internal static DateOnly EndOf(VerificationAspect aspect, DateOnly checkedOn, int terms, DateOnly? lastDay = null)
    {
        var byClock = aspect switch
        {
            VerificationAspect.Licence => checkedOn.AddDays((LicenceDays * terms) + 1),
            VerificationAspect.Exclusion => checkedOn.AddDays((ExclusionDays * terms) + 1),
            VerificationAspect.Network or VerificationAspect.Address or VerificationAspect.Phone or VerificationAspect.Accepting =>
                checkedOn.AddDays((DirectoryFactDays * terms) + 1),
            _ => checkedOn.AddMonths(RecredentialingMonths * terms).AddDays(1),
        };
        return lastDay is { } last && last < byClock && last < DateOnly.MaxValue ? last.AddDays(1) : byClock;
    }
}

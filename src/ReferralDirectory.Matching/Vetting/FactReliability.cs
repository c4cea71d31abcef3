using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>
/// How likely a fact of one kind is true: on the day on which it was said, by who says it; and how that fades. What a source says is already
/// old when it says it: of the places in insurers' directories about half are wrong in something (CMS, online provider directory review
/// 2018: 48.7 %), and of wrong entries 40 % are still wrong 540 days later (American Journal of Managed Care 30/11, 2024). So a list's word
/// begins well below certain, and only somebody who asked, or a register that decides the matter itself, begins near it. The numbers were
/// set on one simulated world and are measured on others, whose people change by other rules: <c>calibration</c> in RESULTS.md.
/// </summary>
/// <param name="HalfLifeDays">After so many days half of what lies between the beginning and <paramref name="Residual"/> is gone.</param>
/// <param name="Residual">What chance alone makes of a fact that is long out of date: most therapists take patients, no address comes back.</param>
internal sealed record FactReliability(
    double PrimarySource, double InsurerFile, double Organization, double SelfReported, double PublicReport, double HalfLifeDays, double Residual)
{
    private const double Year = 365.25;

    /// <summary>
    /// Therapists move more often than their licences change: one in seven a year, and with the move half of the telephones. Of places and
    /// telephones as long as no newer list has the therapist elsewhere (<see cref="PlaceAgreement"/>): that takes away most of those who moved.
    /// </summary>
    public static FactReliability Of(FactKind kind) => kind switch
    {
        FactKind.Address => new FactReliability(.985, .72, .93, .88, .60, 4 * Year, 0),
        FactKind.Phone => new FactReliability(.985, .74, .93, .88, .60, 5 * Year, 0),
        FactKind.OpeningHours or FactKind.Contact => new FactReliability(.95, .70, .86, .86, .60, 3 * Year, 0),

        // Practices close and open their lists within the year; what is left is how many take patients at all.
        FactKind.Accepting => new FactReliability(.92, .74, .80, .80, .60, .5 * Year, .68),

        // Contracts end with the year, and a file names people who left before.
        FactKind.Network => new FactReliability(.95, .90, .88, .82, .60, 5 * Year, .30),

        // Boards and the lists of exclusions decide the matter themselves; nearly all licences are renewed.
        FactKind.Licence => new FactReliability(.99, .91, .91, .88, .60, 15 * Year, .50),
        FactKind.Exclusion => new FactReliability(.995, .95, .95, .90, .60, 40 * Year, .90),

        // Anyone may write a certificate on a web page, and organisations repeat it.
        FactKind.Certification => new FactReliability(.985, .92, .88, .86, .60, 12 * Year, .30),
        FactKind.Liability => new FactReliability(.97, .90, .90, .85, .60, 4 * Year, .30),
        FactKind.Membership => new FactReliability(.97, .90, .94, .85, .60, 5 * Year, .30),
        FactKind.Training => new FactReliability(.98, .88, .87, .85, .60, 6 * Year, .30),
        _ => new FactReliability(.995, .98, .985, .97, .70, 30 * Year, .50),
    };

    /// <param name="method">How it was learned.</param>
    /// <param name="ageInDays">Below zero counts as zero.</param>
    public double ProbabilityAt(FactMethod method, int ageInDays)
    {
        var begins = method switch
        {
            FactMethod.PrimarySource => PrimarySource,
            FactMethod.InsurerFile => InsurerFile,
            FactMethod.Organization => Organization,
            FactMethod.SelfReported => SelfReported,
            _ => PublicReport,
        };
        return begins <= Residual ? begins : Residual + ((begins - Residual) * Math.Pow(.5, Math.Max(0, ageInDays) / HalfLifeDays));
    }
}

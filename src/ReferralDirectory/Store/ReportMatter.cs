using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Store;

/// <summary>What several reports can have in common: they are answered together.</summary>
/// <param name="Zip">Of the place that is meant; null: not one place alone.</param>
/// <param name="Insurer">Where a network is meant.</param>
internal readonly record struct ReportMatter(TherapistId Therapist, ReportKind Kind, ZipCode? Zip, Code<Insurer>? Insurer)
{
    /// <summary>The fact that is said to be wrong; null: none of those that the directory knows.</summary>
    public VerificationAspect? Aspect => Kind switch
    {
        ReportKind.WrongPhone => VerificationAspect.Phone,
        ReportKind.NotAccepting => VerificationAspect.Accepting,
        ReportKind.NotInNetwork => VerificationAspect.Network,
        ReportKind.Moved => VerificationAspect.Address,
        _ => null,
    };

    /// <summary>As ledger entries have it.</summary>
    public string Reference => Insurer?.Value ?? "";

    public static ReportMatter Of(ReportRow row) => new(new TherapistId(row.TherapistId), row.Kind, row.Zip, row.Insurer);
}

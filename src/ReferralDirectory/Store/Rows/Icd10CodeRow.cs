using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Store.Rows;

/// <summary>A code of the imported release of ICD-10-CM; which release that is, its feed's row says.</summary>
internal sealed record Icd10CodeRow
{
    public required Icd10Code Code { get; init; }
    public required bool IsBillable { get; init; }
    public required string Title { get; init; }

    public Icd10Entry ToEntry() => new(Code, IsBillable, Title);

    public static Icd10CodeRow Of(Icd10Entry entry) => new() { Code = entry.Code, IsBillable = entry.IsBillable, Title = entry.Title };
}

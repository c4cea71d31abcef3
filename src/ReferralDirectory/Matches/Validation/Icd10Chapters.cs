using System.Collections.Immutable;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matches.Validation;

/// <summary>The chapters of ICD-10-CM by their first and last category (CMS tabular list, FY2026): outside them no code can exist.</summary>
internal static class Icd10Chapters
{
    private static readonly ImmutableArray<(string First, string Last)> Ranges =
    [
        ("A00", "B99"), ("C00", "D49"), ("D50", "D89"), ("E00", "E89"), ("F01", "F99"), ("G00", "G99"), ("H00", "H59"), ("H60", "H95"),
        ("I00", "I99"), ("J00", "J99"), ("K00", "K95"), ("L00", "L99"), ("M00", "M99"), ("N00", "N99"), ("O00", "O9A"), ("P00", "P96"),
        ("Q00", "QA0"), ("R00", "R99"), ("S00", "T88"), ("U00", "U85"), ("V00", "Y99"), ("Z00", "Z99"),
    ];

    public static bool Hold(Icd10Code code)
    {
        var category = code.Value[..3];
        return (char.IsAsciiDigit(category[2]) || category[2] is 'A' or 'B')
            && Ranges.Any(range => string.CompareOrdinal(range.First, category) <= 0 && string.CompareOrdinal(category, range.Last) <= 0);
    }
}

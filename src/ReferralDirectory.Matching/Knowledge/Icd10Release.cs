using System.Collections.Frozen;
using System.Collections.Immutable;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Knowledge;

/// <summary>A code of a published release of ICD-10-CM.</summary>
/// <param name="IsBillable">False for a heading above codes that say more, which no claim takes.</param>
/// <param name="Title">The official long title.</param>
public sealed record Icd10Entry(Icd10Code Code, bool IsBillable, string Title);

/// <summary>
/// All codes of a release of ICD-10-CM. The tables decide; this only says which codes there are and what they are called, so it is no part of
/// the tables' version.
/// </summary>
public sealed class Icd10Release
{
    private readonly FrozenDictionary<Icd10Code, Icd10Entry> byCode;

    /// <param name="version">Two equal versions hold the same codes.</param>
    /// <param name="from">The first day on which the codes hold: the first of October, or of April for an update.</param>
    /// <param name="codes">Each once.</param>
    public Icd10Release(string version, DateOnly from, ImmutableArray<Icd10Entry> codes)
    {
        (Version, From, Codes) = (version, from, [.. codes.OrderBy(entry => entry.Code)]);
        byCode = Codes.ToFrozenDictionary(entry => entry.Code);
    }

    /// <summary>No release was imported.</summary>
    public static Icd10Release None { get; } = new("none", default, []);

    public string Version { get; }

    public DateOnly From { get; }

    /// <summary>The fiscal year begins in October of the year before.</summary>
    public int FiscalYear => From.Month >= 10 ? From.Year + 1 : From.Year;

    /// <summary>In their order.</summary>
    public ImmutableArray<Icd10Entry> Codes { get; }

    public bool IsEmpty => Codes.IsEmpty;

    /// <summary>Until the next fiscal year begins, which brings other codes.</summary>
    public bool IsInForceOn(DateOnly day) => !IsEmpty && From <= day && day < new DateOnly(FiscalYear, 10, 1);

    /// <summary>Is it a code of the release, or the beginning of one?</summary>
    public bool Holds(Icd10Code code)
    {
        var (from, end) = (0, Codes.Length);
        while (from < end)
        {
            var middle = (from + end) / 2;
            (from, end) = Codes[middle].Code.CompareTo(code) < 0 ? (middle + 1, end) : (from, middle);
        }

        return from < Codes.Length && Codes[from].Code.StartsWith(code.Value);
    }

    public Icd10Entry? Find(Icd10Code code) => byCode.GetValueOrDefault(code);
}

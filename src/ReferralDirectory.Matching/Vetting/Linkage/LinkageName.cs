using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting.Linkage;

/// <summary>A name made ready for many comparisons: in lower case and folded, whole and in words.</summary>
internal sealed class LinkageName
{
    private static readonly string[] SeniorFirst = ["sr", "jr", "ii", "iii", "iv"];

    public LinkageName(PersonName name)
    {
        GivenWords = FoldedText.Words(name.Given);
        Given = string.Join(' ', GivenWords);
        LongForms = GivenWords.Length > 0 ? Nicknames.LongFormsOf(GivenWords[0]) : [];
        Forms = GivenWords.Length > 0 ? Nicknames.FormsOf(GivenWords[0]) : [];
        FamilyWords = FoldedText.Words(name.Family);
        Family = string.Concat(FamilyWords);
        GivenLetters = LettersOf(Given);
        FamilyLetters = LettersOf(Family);
        MiddleWords = FoldedText.Words(name.Middle ?? "");
        GivenSpelt = Lower(name.Given);
        FamilySpelt = Lower(name.Family);
        Generation = FoldedText.Words(name.Suffix ?? "").Select(word => Array.IndexOf(SeniorFirst, word) + 1).DefaultIfEmpty().Max();
    }

    public string Given { get; }

    /// <summary>In lower case, accents kept.</summary>
    public string GivenSpelt { get; }

    public string[] GivenWords { get; }

    /// <summary>Of the first given name, see <see cref="Nicknames"/>.</summary>
    public string[] LongForms { get; }

    public string[] Forms { get; }

    public string[] MiddleWords { get; }

    /// <summary>Without blanks: <c>De la Cruz</c> is delacruz.</summary>
    public string Family { get; }

    public string FamilySpelt { get; }

    public string[] FamilyWords { get; }

    /// <summary>One bit for each letter that stands in the name: names with too few letters in common need no closer look.</summary>
    public uint GivenLetters { get; }

    public uint FamilyLetters { get; }

    /// <summary>1 senior, 2 junior, 3 the second …; 0: no suffix that tells generations apart.</summary>
    public int Generation { get; }

    private static uint LettersOf(string folded) => folded.Aggregate(0u, (letters, letter) => letters | (1u << (letter & 31)));

    private static string Lower(string text) => string.Concat(text.Where(char.IsLetter).Select(char.ToLowerInvariant));
}

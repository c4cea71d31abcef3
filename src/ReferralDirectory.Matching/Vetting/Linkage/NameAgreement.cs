using System.Numerics;

namespace ReferralDirectory.Matching.Vetting.Linkage;

/// <summary>Compares two names part by part.</summary>
internal static class NameAgreement
{
    private const double CloseEnough = .92;
    private const int LettersForOneTypo = 3;
    private const int LettersForTwoTypos = 5;
    private const double AlikeEnough = .86;
    private const int LettersOfAPart = 3;
    private const int MostLettersOfOneOnly = 6;

    public static Agreement OfGiven(LinkageName one, LinkageName other)
    {
        if (one.Given.Length == 0 || other.Given.Length == 0)
            return Agreement.Missing;
        if (one.Given == other.Given)
            return one.GivenSpelt == other.GivenSpelt ? Agreement.Exact : Agreement.Folded;
        if (one.Given.Length == 1 || other.Given.Length == 1)
            return one.Given[0] == other.Given[0] ? Agreement.Initial : Agreement.Different;
        if (one.LongForms.AsSpan().ContainsAny(other.LongForms) || Begins(one.GivenWords[0], other.GivenWords[0]))
            return Agreement.Nickname;
        if (SharesAWord(one.GivenWords, other.GivenWords) || SharesAWord(one.GivenWords, other.MiddleWords) || SharesAWord(one.MiddleWords, other.GivenWords))
            return Agreement.Part;
        var spelling = OfSpelling(one.Given, one.GivenLetters, other.Given, other.GivenLetters);
        return spelling == Agreement.Different && (IsASlipOfAForm(one.GivenWords[0], other) || IsASlipOfAForm(other.GivenWords[0], one))
            ? Agreement.Alike : spelling;
    }

    public static Agreement OfFamily(LinkageName one, LinkageName other)
    {
        if (one.Family.Length == 0 || other.Family.Length == 0)
            return Agreement.Missing;
        if (one.Family == other.Family)
            return one.FamilySpelt == other.FamilySpelt ? Agreement.Exact : Agreement.Folded;
        if (SharesAWord(one.FamilyWords, other.FamilyWords))
            return Agreement.Part;
        return OfSpelling(one.Family, one.FamilyLetters, other.Family, other.FamilyLetters);
    }

    /// <summary>Both columns hold what the other one's hold.</summary>
    public static bool AreSwapped(LinkageName one, LinkageName other) =>
        one.Given.Length > 1 && other.Given.Length > 1
        && ((IsAForm(one.Given, other.Family) && IsSpeltAlike(one.Family, other.Given)) || (IsSpeltAlike(one.Given, other.Family) && IsAForm(one.Family, other.Given)));

    public static Agreement OfMiddle(LinkageName one, LinkageName other)
    {
        if (one.MiddleWords.Length == 0 || other.MiddleWords.Length == 0)
            return Agreement.Missing;
        var (mine, theirs) = (one.MiddleWords[0], other.MiddleWords[0]);
        if (mine.Length == 1 || theirs.Length == 1)
            return mine[0] == theirs[0] ? Agreement.Initial : Agreement.Different;
        return IsSpeltAlike(mine, theirs) ? Agreement.Exact : Agreement.Different;
    }

    public static Agreement OfSuffix(LinkageName one, LinkageName other) => (one.Generation, other.Generation) switch
    {
        (0, 0) => Agreement.Missing,
        (0, _) or (_, 0) => Agreement.OneSided,
        var (mine, theirs) => mine == theirs ? Agreement.Exact : Agreement.Different,
    };

    private static Agreement OfSpelling(string one, uint letters, string other, uint otherLetters)
    {
        if (BitOperations.PopCount(letters ^ otherLetters) > MostLettersOfOneOnly)
            return Agreement.Different;
        if (IsSpeltAlike(one, other))
            return Agreement.Close;
        var similarity = JaroWinkler.Similarity(one, other);
        if (similarity >= CloseEnough)
            return Agreement.Close;
        return similarity >= AlikeEnough || (Math.Min(one.Length, other.Length) >= LettersForTwoTypos && TypingError.AreTwoApart(one, other)) ? Agreement.Alike : Agreement.Different;
    }

    private static bool IsAForm(string one, string other) => IsSpeltAlike(one, other) || Nicknames.AreRelated(one, other);

    /// <summary>Bboby for Robert: a slip in a short form.</summary>
    private static bool IsASlipOfAForm(string slipped, LinkageName name)
    {
        foreach (var form in name.Forms)
        {
            if (IsSpeltAlike(slipped, form))
                return true;
        }

        return false;
    }

    private static bool IsSpeltAlike(string one, string other) =>
        one == other || (Math.Min(one.Length, other.Length) >= LettersForOneTypo && TypingError.IsOneApart(one, other));

    private static bool Begins(string one, string other) =>
        Math.Min(one.Length, other.Length) >= LettersOfAPart && (one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal));

    private static bool SharesAWord(string[] one, string[] other)
    {
        foreach (var word in one)
        {
            if (word.Length >= LettersOfAPart && Array.IndexOf(other, word) >= 0)
                return true;
        }

        return false;
    }
}

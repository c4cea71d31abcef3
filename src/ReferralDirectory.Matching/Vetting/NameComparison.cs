using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>Tells whether two names under one key can be the same person's.</summary>
public static class NameComparison
{
    private const int LettersForOneTypo = 4;

    /// <summary>
    /// True when both the given and the family names differ. Case, accents, punctuation, initials, middle names, nicknames, one typing
    /// error and swapped columns make no difference; a changed family name alone (marriage) or a changed given name alone does not either:
    /// a key that a register gave to one person weighs more than half a name.
    /// </summary>
    public static bool AreClearlyDifferent(PersonName one, PersonName other)
    {
        var (given, family) = (GivenNames(one), Words(one.Family));
        var (otherGiven, otherFamily) = (GivenNames(other), Words(other.Family));
        var alike = ShareGiven(given, otherGiven) || ShareFamily(family, otherFamily);
        return !alike && !AreSwapped(given, family, otherGiven, otherFamily);
    }

    /// <summary>
    /// True when a register's good word about the one may be about the other: the given names agree, by the same allowances, and so do the
    /// family names, unless only they differ (marriage) and more of the given name agrees than an initial. A family name alone confirms nobody.
    /// </summary>
    public static bool ConfirmEachOther(PersonName one, PersonName other)
    {
        var (given, family) = (GivenNames(one), Words(one.Family));
        var (otherGiven, otherFamily) = (GivenNames(other), Words(other.Family));
        return given.Length == 0 || otherGiven.Length == 0
            ? ShareForm([.. given, .. otherGiven], given.Length == 0 ? family : otherFamily) && ShareFamily(family, otherFamily)
            : (ShareGiven(InEveryForm(given), InEveryForm(otherGiven)) && ShareFamily(family, otherFamily)) || ShareForm(InFull(given), InFull(otherGiven)) || AreSwapped(given, family, otherGiven, otherFamily);
    }

    /// <summary>
    /// True when both the given and the family names agree, by the same allowances: what is needed where no key says that two are the same
    /// person.
    /// </summary>
    public static bool AreAlike(PersonName one, PersonName other)
    {
        var (given, family) = (GivenNames(one), Words(one.Family));
        var (otherGiven, otherFamily) = (GivenNames(other), Words(other.Family));
        return (ShareGiven(given, otherGiven) && ShareFamily(family, otherFamily)) || (ShareFamily(given, otherFamily) && ShareFamily(family, otherGiven));
    }

    private static bool AreSwapped(string[] given, string[] family, string[] otherGiven, string[] otherFamily) =>
        (ShareForm(given, otherFamily) && ShareFamily(family, otherGiven)) || (ShareFamily(given, otherFamily) && ShareForm(family, otherGiven));

    /// <summary>Whoever goes by Bob may stand as R. in a register.</summary>
    private static string[] InEveryForm(string[] given) => [.. given.Union(given.SelectMany(Nicknames.LongFormsOf), StringComparer.Ordinal)];

    private static string[] InFull(string[] given) => Array.FindAll(given, word => word.Length > 1);

    /// <summary>Some go by their middle name; a middle initial says too little.</summary>
    private static string[] GivenNames(PersonName name) => [.. Words(name.Given), .. Words(name.Middle).Where(word => word.Length > 1)];

    /// <summary>Given names agree when one word of each is the same name, its short form, its beginning or its initial.</summary>
    private static bool ShareGiven(string[] one, string[] other) => one.Any(a => other.Any(b =>
        AreFormsOfOne(a, b) || Begins(a, b) || Begins(b, a)));

    /// <summary>Family names agree when one part of a double name does.</summary>
    private static bool ShareFamily(string[] one, string[] other) =>
        one.Any(a => other.Any(b => IsSpeltAlike(a, b))) || IsSpeltAlike(string.Concat(one), string.Concat(other));

    private static bool ShareForm(string[] one, string[] other) => ShareFamily(one, other) || one.Any(a => other.Any(b => AreFormsOfOne(a, b)));

    private static bool AreFormsOfOne(string one, string other) =>
        Nicknames.LongFormsOf(one).Any(a => Nicknames.LongFormsOf(other).Any(b => IsSpeltAlike(a, b)));

    /// <summary>An initial, or at least three letters of the name: Dan, Kim, Alex.</summary>
    private static bool Begins(string shorter, string name) =>
        shorter.Length is 1 or >= 3 && name.StartsWith(shorter, StringComparison.Ordinal);

    private static bool IsSpeltAlike(string one, string other) =>
        one == other || (Math.Min(one.Length, other.Length) >= LettersForOneTypo && TypingError.IsOneApart(one, other));

    /// <summary>Words without case, accents and apostrophes: <c>Ana-María</c> is ana, maria; <c>O'Brien</c> is obrien.</summary>
    private static string[] Words(string? name) => FoldedText.Words(name ?? "");
}

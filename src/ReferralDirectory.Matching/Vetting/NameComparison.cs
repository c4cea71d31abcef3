using System.Collections.Frozen;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>Tells whether two names under one key can be the same person's.</summary>
public static class NameComparison
{
    private const int LettersForOneTypo = 4;

    private static readonly FrozenDictionary<string, string> LongForms = Nicknames(
        "ALEXANDRA ALEX SANDY LEXI", "ANDREW ANDY DREW", "ANTHONY TONY", "BARBARA BARB", "BENJAMIN BEN", "CATHERINE KATHERINE KATHRYN CATHY KATHY KATE KATIE",
        "CHRISTINA CHRISTINE TINA", "DANIEL DAN DANNY", "DEBORAH DEBRA DEB DEBBIE", "EDWARD ED EDDIE TED NED", "ELIZABETH LIZ BETH BETTY ELIZA LISA",
        "FRANCISCO PACO PANCHO", "GUADALUPE LUPE", "JAMES JIM JIMMY JAMIE", "JENNIFER JEN JENNY", "JOHN JACK JOHNNY JON", "JOSE PEPE", "JOSEPH JOE JOEY",
        "LAWRENCE LARRY", "MARGARET MAGGIE MEG PEGGY RITA", "MICHAEL MIKE MICKEY", "PATRICIA PAT PATTY TRISH", "RICHARD RICK DICK RICH",
        "ROBERT BOB BOBBY ROB", "ROBERTA BOBBIE", "STEPHEN STEVEN STEVE", "SUSAN SUE SUSIE", "THERESA TERESA TERRI TERRY TESS", "THOMAS TOM TOMMY",
        "VIRGINIA GINNY", "WILLIAM BILL BILLY WILL LIAM");

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
        var swapped = ShareFamily(given, otherFamily) && ShareFamily(family, otherGiven);
        return !alike && !swapped;
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

    /// <summary>Some go by their middle name; a middle initial says too little.</summary>
    private static string[] GivenNames(PersonName name) => [.. Words(name.Given), .. Words(name.Middle).Where(word => word.Length > 1)];

    /// <summary>Given names agree when one word of each is the same name, its short form, its beginning or its initial.</summary>
    private static bool ShareGiven(string[] one, string[] other) => one.Any(a => other.Any(b =>
        IsSpeltAlike(LongForm(a), LongForm(b)) || Begins(a, b) || Begins(b, a)));

    /// <summary>Family names agree when one part of a double name does.</summary>
    private static bool ShareFamily(string[] one, string[] other) =>
        one.Any(a => other.Any(b => IsSpeltAlike(a, b))) || IsSpeltAlike(string.Concat(one), string.Concat(other));

    private static string LongForm(string name) => LongForms.GetValueOrDefault(name, name);

    /// <summary>An initial, or at least three letters of the name: Dan, Kim, Alex.</summary>
    private static bool Begins(string shorter, string name) =>
        shorter.Length is 1 or >= 3 && name.StartsWith(shorter, StringComparison.Ordinal);

    private static bool IsSpeltAlike(string one, string other) =>
        one == other || (Math.Min(one.Length, other.Length) >= LettersForOneTypo && DifferByOneLetter(one, other));

    /// <summary>One letter replaced, left out, put in, or two neighbours exchanged.</summary>
    private static bool DifferByOneLetter(string one, string other)
    {
        if (one.Length > other.Length)
            (one, other) = (other, one);
        var same = one.AsSpan().CommonPrefixLength(other);
        var rest = one.AsSpan(same);
        var otherRest = other.AsSpan(same);
        if (rest.Length != otherRest.Length)
            return otherRest.Length == rest.Length + 1 && otherRest[1..].SequenceEqual(rest);
        return rest[1..].SequenceEqual(otherRest[1..])
            || (rest.Length > 1 && rest[0] == otherRest[1] && rest[1] == otherRest[0] && rest[2..].SequenceEqual(otherRest[2..]));
    }

    /// <summary>Words without case, accents and apostrophes: <c>Ana-María</c> is ana, maria; <c>O'Brien</c> is obrien.</summary>
    private static string[] Words(string? name) => FoldedText.Words(name ?? "");

    private static FrozenDictionary<string, string> Nicknames(params ReadOnlySpan<string> families)
    {
        var longForms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var family in families)
        {
            foreach (var name in FoldedText.Words(family))
                longForms.Add(name, FoldedText.Words(family)[0]);
        }

        return longForms.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

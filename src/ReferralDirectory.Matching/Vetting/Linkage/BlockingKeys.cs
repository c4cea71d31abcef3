using System.Globalization;

namespace ReferralDirectory.Matching.Vetting.Linkage;

/// <summary>The keys of a record; two records are compared when they have one in common.</summary>
internal static class BlockingKeys
{
    private const int LettersOfAStem = 4;

    public static IEnumerable<string> Of(LinkageRecord record) => OfNames(record).Concat(OfContacts(record)).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> OfContacts(LinkageRecord record)
    {
        foreach (var phone in record.Phones)
            yield return $"p{phone}";
        foreach (var email in record.Emails)
            yield return $"e{email}";
        foreach (var door in record.Places.Select(place => place.Door))
            yield return $"d{door}";
        foreach (var (licence, _) in record.Licences)
        {
            // A slip leaves one half as it was.
            var half = licence.Normalized.Length / 2;
            foreach (var initial in record.Names.Where(name => name.Given.Length > 0).Select(name => name.Given[0]).Distinct())
            {
                yield return $"l{initial}{licence.State.Ordinal}<{licence.Normalized[..half]}";
                yield return $"l{initial}{licence.State.Ordinal}>{licence.Normalized[^half..]}";
            }
        }
    }

    private static IEnumerable<string> OfNames(LinkageRecord record)
    {
        foreach (var name in record.Names.Where(name => name.Given.Length > 0 && name.Family.Length > 0))
        {
            foreach (var given in name.GivenWords.Concat(name.MiddleWords.Where(word => word.Length > 1)).SelectMany(Nicknames.LongFormsOf))
            {
                // The same key when the columns are swapped.
                foreach (var sound in FamiliesOf(name).Select(Soundex.Of))
                    yield return $"n{Ordered(Soundex.Of(given), sound)}";
                foreach (var place in record.Places)
                {
                    yield return $"z{place.Zip}{given}";
                    yield return $"s{given}{NumberOf(place.Line)}{place.State}";
                }
            }

            foreach (var place in record.Places)
            {
                yield return $"f{place.Zip}{Stem(name.Family)}";
                yield return $"i{place.State}{name.Given[0]}{name.Family}";
            }
        }
    }

    private static IEnumerable<string> FamiliesOf(LinkageName name) => name.FamilyWords.Length > 1 ? name.FamilyWords.Append(name.Family) : name.FamilyWords;

    private static string Stem(string name) => name[..Math.Min(name.Length, LettersOfAStem)];

    private static string NumberOf(string line) => string.Create(CultureInfo.InvariantCulture, $"{line.AsSpan(0, Math.Max(0, line.IndexOf(' ', StringComparison.Ordinal)))}");

    private static string Ordered(string one, string other) => string.CompareOrdinal(one, other) <= 0 ? $"{one}{other}" : $"{other}{one}";
}

using System.Collections.Frozen;
using System.Text;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>Recognises one place in two ways of writing it: <c>12 Main Street, Suite 4</c> and <c>12 MAIN ST</c>.</summary>
internal static class PlaceKeys
{
    // USPS Publication 28, the suffixes and directions that the lists write both ways.
    private static readonly FrozenDictionary<string, string> Short = (
        "STREET ST,AVENUE AVE,ROAD RD,DRIVE DR,BOULEVARD BLVD,LANE LN,COURT CT,PLACE PL,PARKWAY PKWY,HIGHWAY HWY,TERRACE TER,CIRCLE CIR,SQUARE SQ,"
        + "TURNPIKE TPKE,NORTH N,SOUTH S,EAST E,WEST W,NORTHEAST NE,NORTHWEST NW,SOUTHEAST SE,SOUTHWEST SW")
        .Split(',').Select(pair => pair.Split(' ')).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Units = FrozenSet.Create(StringComparer.Ordinal, "SUITE", "STE", "UNIT", "APT", "APARTMENT", "ROOM", "RM", "FLOOR", "FL", "#");

    public static string Of(PostalAddress address)
    {
        var letters = new StringBuilder(address.Line1.Length);
        foreach (var character in address.Line1)
        {
            if (char.IsLetterOrDigit(character))
                letters.Append(char.ToUpperInvariant(character));
            else if (character is not ('.' or '\''))
                letters.Append(character == '#' ? " # " : " ");
        }

        // The room in the building is left out; a line that begins with one is kept whole.
        var words = letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var street = words.Take(1).Concat(words.Skip(1).TakeWhile(word => !Units.Contains(word)));
        return $"{address.Zip}|{string.Join(' ', street.Select(word => Short.GetValueOrDefault(word, word)))}";
    }
}

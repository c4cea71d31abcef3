namespace ReferralDirectory.Matches.Validation;

/// <summary>What someone may have meant: the known names nearest to a misspelt one.</summary>
internal static class NearNames
{
    private const int MostSuggested = 3;

    /// <summary>A sentence that begins with a space, or nothing when no known name is near.</summary>
    /// <param name="known">What to write, and a name by which people know it.</param>
    public static string Suggest(string text, IEnumerable<(string Write, string Name)> known)
    {
        var wanted = Simplify(text);
        var near = known
            .Select(candidate => (candidate.Write, Distance: Distance(wanted, Simplify(candidate.Name))))
            .Where(candidate => candidate.Distance <= Math.Max(1, wanted.Length / 3))
            .GroupBy(candidate => candidate.Write, candidate => candidate.Distance, StringComparer.Ordinal)
            .OrderBy(group => group.Min()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Take(MostSuggested)
            .Select(group => $"'{group.Key}'")
            .ToList();
        return near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near)}?";
    }

    public static string Suggest(string text, IEnumerable<string> known) => Suggest(text, known.Select(name => (name, name)));

    /// <summary>Lower-case letters and digits only: spelling without case, spaces and punctuation.</summary>
    public static string Simplify(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static int Distance(string wanted, string known) =>
        wanted.Length >= 3 && known.StartsWith(wanted, StringComparison.Ordinal) ? 1 : Levenshtein(wanted, known);

    private static int Levenshtein(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substituted = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}

using System.Collections.Frozen;
using System.Text.Json;

namespace ReferralDirectory.Platform;

/// <summary>The words by which callers know the members of an enumeration: <c>HealthPlan</c> is <c>health-plan</c>.</summary>
internal static class KebabCase
{
    public static string Of<T>(T value)
        where T : struct, Enum => Words<T>.ByValue[value];

    /// <summary>All words, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> WordsOf<T>()
        where T : struct, Enum => Words<T>.All;

    public static bool TryParse<T>(string? word, out T value)
        where T : struct, Enum
    {
        value = default;
        return word is not null && Words<T>.ByWord.TryGetValue(word, out value);
    }

    public static string Of(string pascalCase) => JsonNamingPolicy.KebabCaseLower.ConvertName(pascalCase);

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly string[] All = [.. Enum.GetNames<T>().Select(Of)];
        public static readonly FrozenDictionary<string, T> ByWord = Enum.GetValues<T>().ToFrozenDictionary(value => Of(value.ToString()), StringComparer.Ordinal);
        public static readonly FrozenDictionary<T, string> ByValue = ByWord.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);
    }
}

using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ReferralDirectory.Matching.Vocabulary;

/// <summary>The words by which files and callers know the members of an enumeration: <c>HealthPlan</c> is <c>health-plan</c>.</summary>
public static class EnumWords
{
    public static string Of<T>(T value)
        where T : struct, Enum => Words<T>.ByValue[OrdinalOf(value)];

    /// <summary>All words, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Words<T>.All;

    public static bool TryParse<T>(string? word, out T value)
        where T : struct, Enum
    {
        value = default;
        return word is not null && Words<T>.ByWord.TryGetValue(word, out value);
    }

    private static int OrdinalOf<T>(T value)
        where T : struct, Enum => Unsafe.BitCast<T, int>(value);

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<string, T> ByWord =
            Enum.GetValues<T>().ToFrozenDictionary(value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()), StringComparer.Ordinal);

        public static readonly string[] ByValue = ByOrdinal();
        public static readonly IReadOnlyList<string> All = [.. Enum.GetValues<T>().Select(Of)];

        /// <summary>Enumerations count from 0 or 1, without gaps that matter.</summary>
        private static string[] ByOrdinal()
        {
            var words = new string[ByWord.Values.Max(OrdinalOf) + 1];
            foreach (var (word, value) in ByWord)
                words[OrdinalOf(value)] = word;
            return words;
        }
    }
}

using System.Collections.Frozen;
using System.Text.Json;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Ranking;

namespace ReferralDirectory.Matches;

/// <summary>How the words of the vocabulary are written in JSON: <c>health-plan</c>; those that name a member, like it: <c>therapistGender</c>.</summary>
internal static class WireNames
{
    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.Written[value];

    public static IEnumerable<string> All<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(Of);

    public static bool TryParse<T>(string? text, out T value)
        where T : struct, Enum => Names<T>.Read.TryGetValue(text ?? "", out value);

    private static class Names<T>
        where T : struct, Enum
    {
        private static readonly JsonNamingPolicy Policy =
            typeof(T) == typeof(Preference) || typeof(T) == typeof(RelaxationKind) ? JsonNamingPolicy.CamelCase : JsonNamingPolicy.KebabCaseLower;

        public static readonly FrozenDictionary<T, string> Written =
            Enum.GetValues<T>().ToFrozenDictionary(value => value, value => Policy.ConvertName(value.ToString()));

        public static readonly FrozenDictionary<string, T> Read = Written.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}

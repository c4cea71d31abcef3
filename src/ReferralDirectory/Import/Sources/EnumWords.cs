using System.Collections.Frozen;
using System.Text.Json;

namespace ReferralDirectory.Import.Sources;

/// <summary>The members of an enum as files write them: <c>NoEffect</c> is <c>no-effect</c>.</summary>
internal static class EnumWords<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> ByWord =
        Enum.GetValues<T>().ToFrozenDictionary(Of, StringComparer.Ordinal);

    /// <summary>For messages: "benefit, no-effect, against".</summary>
    public static string List { get; } = string.Join(", ", Enum.GetValues<T>().Select(Of));

    public static string Of(T value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static bool TryParse(string word, out T value) => ByWord.TryGetValue(word, out value);
}

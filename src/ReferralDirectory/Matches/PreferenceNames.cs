using System.Text.Json;
using ReferralDirectory.Matching.Ranking;

namespace ReferralDirectory.Matches;

/// <summary>Preferences are named like their members in the request: <c>therapistGender</c>.</summary>
internal static class PreferenceNames
{
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetNames<Preference>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    public static string Of(Preference preference) => All[(int)preference];

    public static bool TryParse(string text, out Preference preference)
    {
        var ordinal = All.ToList().IndexOf(text);
        preference = (Preference)ordinal;
        return ordinal >= 0;
    }
}

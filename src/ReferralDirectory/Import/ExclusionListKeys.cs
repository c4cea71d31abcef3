using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Import;

/// <summary>
/// What stays the same of an entry of an exclusion list from month to month: the names, the birth date, the paragraph and the day. NPI and
/// state are filled in and corrected later; they only tell entries apart that are the same else: a business in two places.
/// </summary>
internal static class ExclusionListKeys
{
    public static string Of(ExclusionListEntry entry) => Hash(Identity(entry));

    public static string WithNpiAndState(ExclusionListEntry entry) => Hash([.. Identity(entry), $"{entry.Npi}", $"{entry.State}"]);

    /// <summary>The entries under their keys, each once.</summary>
    public static IEnumerable<ExclusionListEntry> Keyed(IEnumerable<ExclusionListEntry> entries) => entries
        .Select(entry => entry with { Key = Of(entry) })
        .GroupBy(entry => entry.Key, StringComparer.Ordinal)
        .SelectMany(equal => equal.Skip(1).Any() ? equal.Select(entry => entry with { Key = WithNpiAndState(entry) }).DistinctBy(entry => entry.Key, StringComparer.Ordinal) : equal);

    private static string[] Identity(ExclusionListEntry entry) =>
    [
        entry.Name?.Family ?? "", entry.Name?.Given ?? "", entry.Name?.Middle ?? "", entry.BusinessName ?? "",
        entry.BirthDate?.ToString("O", CultureInfo.InvariantCulture) ?? "", entry.Type, entry.ExcludedOn.ToString("O", CultureInfo.InvariantCulture),
    ];

    private static string Hash(string[] parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, 8));
}

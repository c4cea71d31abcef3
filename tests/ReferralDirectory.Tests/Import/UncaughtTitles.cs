namespace ReferralDirectory.Tests.Import;

/// <summary>
/// The codes whose official title sounds alarming and that no screening row catches, on purpose. A trailing hyphen stands for all codes
/// below; the README of the seed data says the same.
/// </summary>
internal static class UncaughtTitles
{
    private static readonly (string Reason, string[] Patterns)[] Groups =
    [
        ("Clots of small local veins, outside the field of massage", ["K64", "K645", "N4881"]),
        ("Infections of the ear canal and of the newborn's breast: local", ["H603-", "P390"]),
        ("Scars and joint trouble that an infection left behind: no longer infected", ["M02", "N351-", "N736"]),
        ("The title says noninfective", ["H605-", "H611-", "I898", "I899", "K52", "K528-", "K529", "P783"]),
        ("Poisoning by, or allergy to, anti-infective drugs: the word only", ["T37", "T378-", "T379-", "T490-", "Z883"]),
        ("Healed fractures", ["Z87311"]),
    ];

    public static IReadOnlyList<string> Patterns { get; } = [.. Groups.SelectMany(group => group.Patterns)];

    public static bool Covers(string pattern, string code) =>
        pattern.EndsWith('-') ? code.StartsWith(pattern[..^1], StringComparison.Ordinal) : code == pattern;
}

using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting.Linkage;

namespace ReferralDirectory.Matching.Tests.Vetting.Linkage;

/// <summary>Short ways to write decisions: <c>a/1</c> is member 1 of organisation a.</summary>
internal static class Decisions
{
    public static LinkDecision Merged(string one, string other, LinkAuthority authority = LinkAuthority.Automatic, int day = 0) => Decided(one, other, LinkVerdict.Merged, authority, day);

    public static LinkDecision Apart(string one, string other, LinkAuthority authority = LinkAuthority.Person, int day = 0) => Decided(one, other, LinkVerdict.Apart, authority, day);

    private static LinkDecision Decided(string one, string other, LinkVerdict verdict, LinkAuthority authority, int day) => new()
    {
        One = Member(one),
        Other = Member(other),
        Verdict = verdict,
        Authority = authority,
        DecidedAt = DateTimeOffset.UnixEpoch.AddDays(day),
        DecidedBy = "somebody",
    };

    private static SubjectKey Member(string text) => SubjectKey.TryParse($"member:{text}", out var key) ? key : throw new ArgumentException(text, nameof(text));
}

using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>The ways in which a listing can be visited: each one is a candidate.</summary>
internal static class VisitModes
{
    /// <summary>Whoever only travels receives nobody: the address may be a private home.</summary>
    public static bool HasOffice(PracticePlace place) => place.Setting != CareSetting.HomeVisitOnly;

    public static bool Travels(PracticePlace place) => place.HomeVisitRadius is not null;
}

using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>Source records that speak of one person.</summary>
/// <param name="Records">By organisation and member key.</param>
/// <param name="InConflict">Another group with a clearly different name, or another NPI, uses one of this group's keys.</param>
public sealed record IdentityGroup(ImmutableArray<SourceRecord> Records, bool InConflict)
{
    /// <summary>The keys that another group uses too.</summary>
    public ImmutableArray<SubjectKey> ContestedKeys { get; init; } = [];

    /// <summary>May a check under this key be about somebody else? In a conflict whose keys are not known: any of them.</summary>
    public bool Contests(SubjectKey subject) =>
        InConflict && (ContestedKeys.IsEmpty || ContestedKeys.Any(key => string.Equals(key.Key, subject.Key, StringComparison.Ordinal)));
}

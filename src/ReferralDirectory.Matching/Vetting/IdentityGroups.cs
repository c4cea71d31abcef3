using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>Source records that speak of one person.</summary>
/// <param name="InConflict">Another group with a clearly different name uses one of this group's keys.</param>
public sealed record IdentityGroup(ImmutableArray<SourceRecord> Records, bool InConflict);

using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Import;

/// <summary>Records of one person, by their ids: what they say is read when it is needed.</summary>
/// <param name="Records">In the order in which they first came in.</param>
/// <param name="InConflict">See <see cref="Matching.Vetting.IdentityGroup"/>.</param>
internal sealed record RecordGroup(long[] Records, bool InConflict, ImmutableArray<SubjectKey> ContestedKeys);

using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Import;

/// <summary>What a file of an exclusion list says.</summary>
/// <param name="Listed">Who is on it, each once.</param>
/// <param name="Reinstated">The keys of those who no longer are.</param>
internal sealed record StagedExclusions(ImmutableArray<ExclusionListEntry> Listed, ImmutableArray<string> Reinstated);

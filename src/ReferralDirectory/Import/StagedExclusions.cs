using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Import;

/// <summary>What a file of an exclusion list says.</summary>
/// <param name="Listed">Who is on it, each once.</param>
/// <param name="Reinstated">Who no longer is.</param>
internal sealed record StagedExclusions(ImmutableArray<ExclusionListEntry> Listed, ImmutableArray<Reinstatement> Reinstated);

/// <param name="Entry">As it stood on the list, but for what was corrected since.</param>
/// <param name="Row">Of the file.</param>
internal sealed record Reinstatement(ExclusionListEntry Entry, int Row);

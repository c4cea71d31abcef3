using System.Collections.Immutable;

namespace ReferralDirectory.Matching.Vetting.Linkage;

/// <summary>What is to be done with a pair.</summary>
public enum LinkZone { Apart, Review, Merged }

/// <summary>Why a pair is not merged, however well it agrees.</summary>
[Flags]
public enum MergeObstacles
{
    None = 0,

    /// <summary>Probable, but less than it takes.</summary>
    Unsure = 1,

    /// <summary>Two valid NPIs.</summary>
    DifferentNpi = 2,

    /// <summary>Two licence numbers of one board that are no slip of each other.</summary>
    DifferentLicence = 4,

    /// <summary>Junior and senior.</summary>
    DifferentSuffix = 8,

    /// <summary>The given name is another one, or both names differ clearly.</summary>
    DifferentName = 16,

    /// <summary>One organisation lists both as two members.</summary>
    SameOrganization = 32,

    /// <summary>Nothing but the name and the region agrees.</summary>
    Uncorroborated = 64,

    /// <summary>Another record of the same organisation agrees about as well.</summary>
    Ambiguous = 128,

    /// <summary>Merging would bring together records further on that clearly differ.</summary>
    Chain = 256,
}

/// <summary>One field's part in a score.</summary>
/// <param name="Bits">log₂ m/u, of the shared value where that is known to be rare or common.</param>
public sealed record LinkEvidence(LinkageField Field, Agreement Agreement, double Bits);

/// <summary>Two persons as far as exact keys know, and what is thought of their being one.</summary>
/// <param name="One">The place of the first in the list that was linked.</param>
/// <param name="Other">The place of the second.</param>
/// <param name="Bits">The sum of the evidence and of the prior.</param>
/// <param name="Probability">Of their being one person.</param>
public sealed record LinkedPair(int One, int Other, LinkZone Zone, double Bits, double Probability, MergeObstacles Obstacles, ImmutableArray<LinkEvidence> Evidence);

/// <summary>What a run of linkage found.</summary>
public sealed record LinkageResult
{
    /// <summary>The persons that were linked, in the order to which the pairs refer.</summary>
    public required ImmutableArray<IdentityGroup> Groups { get; init; }

    /// <summary>For each group the place of one group of the same person: the same for all of them.</summary>
    public required ImmutableArray<int> Persons { get; init; }

    /// <summary>Merged ones and those to review, the surest first. All others are apart.</summary>
    public required ImmutableArray<LinkedPair> Pairs { get; init; }

    /// <summary>How many pairs were compared.</summary>
    public required int Compared { get; init; }

    /// <summary>As estimated from these records.</summary>
    public required LinkageParameters Parameters { get; init; }

    /// <summary>
    /// The merged pairs as decisions, to be kept: each between the first records of two groups. <see cref="IdentityGrouper"/> makes the same
    /// persons of them.
    /// </summary>
    /// <param name="run">By what name the run is known.</param>
    /// <param name="at">When it ran.</param>
    public IEnumerable<LinkDecision> Merges(string run, DateTimeOffset at) => Pairs.Where(pair => pair.Zone == LinkZone.Merged).Select(pair => new LinkDecision
    {
        One = LinkDecisions.SubjectOf(Groups[pair.One].Records[0]),
        Other = LinkDecisions.SubjectOf(Groups[pair.Other].Records[0]),
        Verdict = LinkVerdict.Merged,
        Authority = LinkAuthority.Automatic,
        DecidedAt = at,
        DecidedBy = run,
        Probability = pair.Probability,
    });
}

using ReferralDirectory.Matching.Vetting.Linkage;

namespace ReferralDirectory.Store.Rows;

/// <summary>That two source records are one person, or are not: a person's decisions are only ever added to, a run's stand until the next run.</summary>
internal sealed record LinkDecisionRow
{
    public required long Id { get; init; }

    /// <summary>The member key of one record, as ledger entries name it.</summary>
    public required string OneKey { get; init; }

    public required string OtherKey { get; init; }
    public required LinkVerdict Verdict { get; init; }
    public required LinkAuthority Authority { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }
    public required string DecidedBy { get; init; }
    public double? Probability { get; init; }
    public string? Note { get; init; }

    /// <summary>As JSON, what a run found for and against it; null where a person decided.</summary>
    public string? Evidence { get; init; }
}

/// <summary>Two persons whom the last run of linkage left to somebody who looks.</summary>
internal sealed record LinkReviewRow
{
    public required string OneKey { get; init; }
    public required string OtherKey { get; init; }
    public required double Probability { get; init; }

    /// <summary>Why they are not merged.</summary>
    public required MergeObstacles Obstacles { get; init; }

    /// <summary>As JSON.</summary>
    public required string Evidence { get; init; }

    /// <summary>When the first of the runs found it that left it to somebody ever since.</summary>
    public required DateOnly FoundOn { get; init; }
}

using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Matching.Vetting.Linkage;

public enum LinkVerdict { Merged, Apart }

/// <summary>Who decided: a run of linkage, or a person, whose word no run overrules.</summary>
public enum LinkAuthority { Automatic, Person }

/// <summary>
/// That two source records are one person, or are not: what is merged is so because a decision says so. A person's is kept as long as the
/// directory, and a later one undoes it; a run's holds until the next run. The records are named by their member keys.
/// </summary>
public sealed record LinkDecision
{
    public required SubjectKey One { get; init; }
    public required SubjectKey Other { get; init; }
    public required LinkVerdict Verdict { get; init; }
    public required LinkAuthority Authority { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>A person's name or a run's.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>As a run found it; null where a person decided without one.</summary>
    public double? Probability { get; init; }

    /// <summary>Why, in a person's words.</summary>
    public string? Note { get; init; }
}

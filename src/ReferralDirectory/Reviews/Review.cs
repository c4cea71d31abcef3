using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Reviews;

/// <summary>Something that waits for a person, or was decided by one.</summary>
internal sealed record Review
{
    /// <summary>By which `reviews decide` names it: <c>exclusion/member:nppes/2000000010/exact:1f2e3d4c5b6a7988</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Other ids that name it: those of the further reports.</summary>
    public IReadOnlyList<string> FurtherIds { get; init; } = [];

    public required ReviewKind Kind { get; init; }

    /// <summary>Null when nobody on file is concerned any more.</summary>
    public required TherapistId? Therapist { get; init; }

    public required string Name { get; init; }

    /// <summary>What was found, and where.</summary>
    public required string Finding { get; init; }

    public required DateOnly FoundOn { get; init; }

    /// <summary>By when an answer is owed to others; null: to nobody.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Null while it waits.</summary>
    public ReviewDecision? Decision { get; init; }

    /// <summary>Of a match with an exclusion list the entry; null for all else, and once the entry is no longer listed.</summary>
    public Particulars? Listed { get; init; }

    /// <summary>Of a match with an exclusion list what each source says of the therapist.</summary>
    public IReadOnlyList<Particulars> OnFile { get; init; } = [];

    /// <summary>What may be decided.</summary>
    public required IReadOnlyList<string> Choices { get; init; }

    public bool IsNamed(string id) => Id == id || FurtherIds.Contains(id);

    public bool IsOverdue(DateOnly today) => Decision is null && DueOn < today;
}

internal enum ReviewKind
{
    /// <summary>NPI, or name, birth date and state, are on an exclusion list: hidden at once, and looked at by a person.</summary>
    Exclusion,

    /// <summary>Name and state are on an exclusion list: hidden until a person decides.</summary>
    PossibleExclusion,

    /// <summary>One key, two clearly different names.</summary>
    IdentityConflict,

    /// <summary>Two entries that may be one person, or that a run of linkage has merged.</summary>
    SamePerson,

    /// <summary>The public says that something is wrong: whoever publishes the therapist owes an answer.</summary>
    Report,
}

/// <param name="Outcome">One of the choices.</param>
/// <param name="Reason">In the words of whoever decided.</param>
internal sealed record ReviewDecision(string Outcome, string Reason, DateOnly DecidedOn);

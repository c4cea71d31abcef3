using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Store.Rows;

/// <summary>
/// What somebody from the public says is wrong. It stays when its therapist leaves, and goes along when two turn out to be one. Which of
/// them a report tells of together is its matter: therapist, kind, place and insurer.
/// </summary>
internal sealed record ReportRow
{
    public required long Id { get; init; }
    public required long TherapistId { get; init; }
    public required ReportKind Kind { get; init; }

    /// <summary>Of the place that is meant; null: not one place alone.</summary>
    public ZipCode? Zip { get; init; }

    /// <summary>Where a network is meant.</summary>
    public Code<Insurer>? Insurer { get; init; }

    /// <summary>In the reporter's words, for the eyes of whoever answers.</summary>
    public string? Comment { get; init; }

    /// <summary>
    /// The same for reports about one therapist from one household, and for no others; it begins with the therapist's id. It cannot
    /// be turned back into an address without the store's key, and is forgotten with the answer.
    /// </summary>
    public string? Reporter { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>By when whoever publishes the therapist owes an answer.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>This report made the fact a disputed one: the ledger has the entry.</summary>
    public bool Disputes { get; init; }

    public ReportAnswer? Answer { get; init; }
    public DateOnly? AnsweredOn { get; init; }

    /// <summary>Who answered, and why.</summary>
    public string? AnswerReason { get; init; }
}

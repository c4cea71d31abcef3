using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Store.Rows;

/// <summary>
/// One entry of the verification ledger. Triggers refuse every update, and every delete except that of synthetic rows when the
/// demonstration is removed or renewed. Ids rise in the order of entry, and an id that was deleted is not given again.
/// </summary>
internal sealed record LedgerRow
{
    public required long Id { get; init; }

    /// <summary>Equal entries have equal fingerprints (<see cref="LedgerMapping.FingerprintOf"/>) and are kept once.</summary>
    public required string Fingerprint { get; init; }

    public required bool Synthetic { get; init; }
    public required long ImportId { get; init; }

    public required string SubjectKey { get; init; }
    public ZipCode? SubjectZip { get; init; }

    /// <summary>As the source names the subject; both null where it does not.</summary>
    public string? SubjectGivenName { get; init; }

    public string? SubjectFamilyName { get; init; }
    public required VerificationAspect Aspect { get; init; }
    public required string Reference { get; init; }
    public required string Source { get; init; }
    public required FactMethod Method { get; init; }
    public required Code<Organization> CheckedBy { get; init; }
    public required DateOnly CheckedOn { get; init; }
    public required VerificationOutcome Outcome { get; init; }
    public DateOnly? ValidFrom { get; init; }
    public DateOnly? ValidUntil { get; init; }
    public int? Hours { get; init; }
    public string? Note { get; init; }
    public int? Sequence { get; init; }
}

using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Store.Rows;

internal sealed record LicenceRow : ITherapistFactRow
{
    public required long TherapistId { get; init; }
    public required int Position { get; init; }
    public required StateCode State { get; init; }
    public required string Title { get; init; }
    public required string Number { get; init; }
    public required LicenceStatus Status { get; init; }
    public DateOnly? IssuedOn { get; init; }
    public DateOnly? ExpiresOn { get; init; }
    public DateOnly? CheckedOn { get; init; }
    public required Provenance From { get; init; }

    public bool IsGoodOn(DateOnly day) => (Status is LicenceStatus.Active or LicenceStatus.ActiveWithConditions or LicenceStatus.Interim) && !(ExpiresOn < day);
}

internal sealed record CertificationRow : ITherapistFactRow
{
    public required long TherapistId { get; init; }
    public required int Position { get; init; }
    public required Code<Credential> Credential { get; init; }
    public string? Number { get; init; }
    public DateOnly? IssuedOn { get; init; }
    public DateOnly? ExpiresOn { get; init; }
    public DateOnly? ConfirmedOn { get; init; }
    public required Provenance From { get; init; }
}

internal sealed record OfferedModalityRow : ITherapistFactRow
{
    public required long TherapistId { get; init; }
    public required int Position { get; init; }
    public required Code<Modality> Modality { get; init; }
    public required TrainingLevel Level { get; init; }
    public int? StatedHours { get; init; }
    public int? DocumentedHours { get; init; }
    public required Provenance From { get; init; }
}

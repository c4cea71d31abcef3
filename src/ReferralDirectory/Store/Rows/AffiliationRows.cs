using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Store.Rows;

/// <summary>In or out of a network, or of the insurer as a whole where no network is named.</summary>
internal sealed record NetworkFactRow : ITherapistFactRow
{
    public required long TherapistId { get; init; }
    public required int Position { get; init; }
    public required Code<Insurer> Insurer { get; init; }
    public Code<Network>? Network { get; init; }
    public required bool InNetwork { get; init; }
    public DateOnly? ValidFrom { get; init; }
    public DateOnly? ValidTo { get; init; }
    public bool? Accepting { get; init; }
    public ZipCode? ListingZip { get; init; }
    public required Provenance From { get; init; }
}

internal sealed record MembershipRow : ITherapistFactRow
{
    public required long TherapistId { get; init; }
    public required int Position { get; init; }
    public required Code<Organization> Organization { get; init; }
    public required string MemberKey { get; init; }
    public required MembershipStatus Status { get; init; }
    public DateOnly? ExpiresOn { get; init; }
    public required Provenance From { get; init; }
}

internal sealed record LanguageRow : ITherapistFactRow
{
    public required long TherapistId { get; init; }
    public required int Position { get; init; }

    /// <summary>A BCP 47 tag.</summary>
    public required string Tag { get; init; }

    public required Provenance From { get; init; }
}

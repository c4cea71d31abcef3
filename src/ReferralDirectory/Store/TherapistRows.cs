using System.Collections.Immutable;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Store;

/// <summary>All rows of one therapist. Rows are values, so two states of a therapist can be compared.</summary>
internal sealed record TherapistRows
{
    public required TherapistRow Therapist { get; init; }
    public required ImmutableArray<ListingRow> Listings { get; init; }
    public required ImmutableArray<LicenceRow> Licences { get; init; }
    public required ImmutableArray<CertificationRow> Certifications { get; init; }
    public required ImmutableArray<OfferedModalityRow> Modalities { get; init; }
    public required ImmutableArray<NetworkFactRow> Networks { get; init; }
    public required ImmutableArray<MembershipRow> Memberships { get; init; }
    public required ImmutableArray<LanguageRow> Languages { get; init; }
    public required ImmutableArray<DoubtRow> Doubts { get; init; }

    /// <summary>Equal in everything but the revision.</summary>
    public bool SaysTheSameAs(TherapistRows other) =>
        Therapist with { Revision = other.Therapist.Revision } == other.Therapist
        && Listings.SequenceEqual(other.Listings)
        && Licences.SequenceEqual(other.Licences)
        && Certifications.SequenceEqual(other.Certifications)
        && Modalities.SequenceEqual(other.Modalities)
        && Networks.SequenceEqual(other.Networks)
        && Memberships.SequenceEqual(other.Memberships)
        && Languages.SequenceEqual(other.Languages)
        && Doubts.SequenceEqual(other.Doubts);
}

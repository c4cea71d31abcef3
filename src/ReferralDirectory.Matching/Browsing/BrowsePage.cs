using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Browsing;

/// <param name="Total">Therapists that fit, on this page or not.</param>
/// <param name="Next">Where the next page begins; null on the last one.</param>
public sealed record BrowsePage(int Total, ImmutableArray<BrowseItem> Items, BrowseKey? Next, ImmutableArray<FacetCount> Facets);

/// <summary>A therapist at the nearest listing that fits (the first one where no place was named).</summary>
/// <param name="Distance">Null where no place was named.</param>
/// <param name="Vetting">In the state of the listing.</param>
public sealed record BrowseItem(TherapistProfile Therapist, Listing Listing, Miles? Distance, VettingAssessment Vetting);

/// <summary>How many of the therapists that fit have one value.</summary>
public sealed record FacetCount(BrowseFacet Facet, string Value, int Count);

/// <summary>A row's place in the order: what it is sorted by, then its id. Rows that nobody touched are never lost or repeated.</summary>
/// <param name="Distance">In miles; 0 when sorted by name.</param>
/// <param name="Name">Folded; empty when sorted by distance.</param>
public readonly record struct BrowseKey(double Distance, string Name, TherapistId Id) : IComparable<BrowseKey>
{
    public int CompareTo(BrowseKey other)
    {
        var byDistance = Distance.CompareTo(other.Distance);
        if (byDistance != 0)
            return byDistance;
        var byName = string.CompareOrdinal(Name, other.Name);
        return byName != 0 ? byName : Id.CompareTo(other.Id);
    }
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// All therapists at one revision, compiled for matching, with the knowledge tables and the cards: nothing else is read to answer.
/// Immutable, thread-safe.
/// </summary>
public sealed class MatchIndex
{
    private readonly ImmutableArray<IndexedListing> listings;
    private readonly FrozenDictionary<TherapistId, CompiledTherapist> byId;
    private readonly FrozenDictionary<TherapistId, TherapistId> redirects;
    private readonly SpatialTiles tiles;

    internal MatchIndex(DirectorySnapshot snapshot, ImmutableArray<CompiledTherapist> therapists)
    {
        (Revision, Knowledge, Organizations, Therapists) = snapshot;
        byId = therapists.ToFrozenDictionary(therapist => therapist.Profile.Id);
        redirects = snapshot.Redirects.ToFrozenDictionary(redirect => redirect.From, redirect => redirect.To);
        listings = [.. therapists.SelectMany((therapist, ordinal) => therapist.Profile.Listings.Select(listing => new IndexedListing(ordinal, therapist, listing)))];
        tiles = new SpatialTiles([.. listings.Select(entry => entry.Listing.Place.Point)]);
        OfficeListings = listings.Count(entry => VisitModes.HasOffice(entry.Listing.Place));
        HomeVisitListings = listings.Count(entry => VisitModes.Travels(entry.Listing.Place));
    }

    /// <summary>The store's revision that this index shows.</summary>
    public long Revision { get; }

    public KnowledgeTables Knowledge { get; }

    public ImmutableArray<Organization> Organizations { get; }

    /// <summary>Every therapist, in the order of ids.</summary>
    public ImmutableArray<TherapistProfile> Therapists { get; }

    public int ListingCount => listings.Length;

    /// <summary>Those where patients are received: each is a candidate for an office visit.</summary>
    public int OfficeListings { get; }

    /// <summary>Those from which the therapist travels: each is a candidate for a home visit.</summary>
    public int HomeVisitListings { get; }

    public TherapistProfile? Find(TherapistId id) => byId.GetValueOrDefault(id)?.Profile;

    /// <summary>The id under which a therapist is found now: after a merge the survivor's, else the same.</summary>
    public TherapistId Resolve(TherapistId id) => redirects.GetValueOrDefault(id, id);

    /// <summary>Listings whose great-circle distance from the point is at most the radius, in no particular order.</summary>
    public IEnumerable<ListingAtDistance> Within(GeoPoint point, Miles radius, CancellationToken cancellationToken) =>
        tiles.Within(UnitVector.Of(point), radius, cancellationToken)
            .Select(found => new ListingAtDistance(listings[found.Item].Therapist.Profile, listings[found.Item].Listing, found.Distance));

    internal IEnumerable<(IndexedListing Entry, Miles Distance)> Near(UnitVector place, Miles reach, CancellationToken cancellationToken) =>
        tiles.Within(place, reach, cancellationToken).Select(found => (listings[found.Item], found.Distance));

    internal CompiledTherapist? FindCompiled(TherapistId id) => byId.GetValueOrDefault(id);
}

public readonly record struct ListingAtDistance(TherapistProfile Therapist, Listing Listing, Miles Distance);

/// <param name="TherapistOrdinal">The therapist's place in <see cref="MatchIndex.Therapists"/>.</param>
internal readonly record struct IndexedListing(int TherapistOrdinal, CompiledTherapist Therapist, Listing Listing);

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
    private readonly ImmutableArray<Block> blocks;
    private readonly FrozenDictionary<TherapistId, CompiledTherapist> byId;
    private readonly FrozenDictionary<TherapistId, TherapistId> redirects;

    internal MatchIndex(DirectorySnapshot snapshot, ImmutableArray<CompiledTherapist> therapists, int listingsPerBlock)
    {
        (Revision, Knowledge, Organizations, Therapists) = snapshot;
        byId = therapists.ToFrozenDictionary(therapist => therapist.Profile.Id);
        redirects = snapshot.Redirects.ToFrozenDictionary(redirect => redirect.From, redirect => redirect.To);
        var listings = therapists.SelectMany((therapist, ordinal) => therapist.Profile.Listings.Select(listing => new IndexedListing(ordinal, therapist, listing))).ToList();
        OfficeListings = listings.Count(entry => VisitModes.HasOffice(entry.Listing.Place));
        HomeVisitListings = listings.Count(entry => VisitModes.Travels(entry.Listing.Place));
        ListingCount = listings.Count;
        NetworkKeys = new NetworkKeys(Knowledge);
        blocks =
        [
            .. listings.OrderBy(entry => HilbertOrder.KeyOf(entry.Listing.Place.Point)).Chunk(listingsPerBlock)
                .AsParallel().AsOrdered().Select(entries => new Block([.. entries], Knowledge, NetworkKeys)),
        ];
    }

    /// <summary>The store's revision that this index shows.</summary>
    public long Revision { get; }

    public KnowledgeTables Knowledge { get; }

    public ImmutableArray<Organization> Organizations { get; }

    /// <summary>Every therapist, in the order of ids.</summary>
    public ImmutableArray<TherapistProfile> Therapists { get; }

    public int ListingCount { get; }

    /// <summary>Those where patients are received: each is a candidate for an office visit.</summary>
    public int OfficeListings { get; }

    /// <summary>Those from which the therapist travels: each is a candidate for a home visit.</summary>
    public int HomeVisitListings { get; }

    internal NetworkKeys NetworkKeys { get; }

    public TherapistProfile? Find(TherapistId id) => byId.GetValueOrDefault(id)?.Profile;

    /// <summary>The id under which a therapist is found now: after a merge the survivor's, else the same.</summary>
    public TherapistId Resolve(TherapistId id) => redirects.GetValueOrDefault(id, id);

    /// <summary>Listings whose great-circle distance from the point is at most the radius, in no particular order.</summary>
    public IEnumerable<ListingAtDistance> Within(GeoPoint point, Miles radius, CancellationToken cancellationToken)
    {
        var place = UnitVector.Of(point);
        var reach = new Reach(radius);
        foreach (var block in Near(place, radius, orTravelling: false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var found in block.PlacesWithin(place, reach))
            {
                var entry = block.Entries[found];
                yield return new ListingAtDistance(entry.Therapist.Profile, entry.Listing, UnitVector.MilesOfSquaredChord(block.SquaredChordFrom(place, found)));
            }
        }
    }

    /// <summary>Makes what depends on a day, for who asks first not to wait for it.</summary>
    public void PrepareFor(DateOnly day) => blocks.AsParallel().ForAll(block => _ = (block.OnServiceDay(day), block.AsOf(day)));

    /// <summary>The blocks that may hold a listing within reach, or one whose therapist travels to the place; the nearest first.</summary>
    internal List<Block> Near(UnitVector place, Miles reach, bool orTravelling)
    {
        var never = new Reach(reach).NeverChord;
        var near = new List<(double Least, Block Block)>();
        foreach (var block in blocks)
        {
            var least = block.LeastChordFrom(place);
            if (least <= never || (orTravelling && least <= block.FarthestTravelChord))
                near.Add((least, block));
        }

        near.Sort((left, right) => left.Least.CompareTo(right.Least));
        return near.ConvertAll(one => one.Block);
    }

    internal CompiledTherapist? FindCompiled(TherapistId id) => byId.GetValueOrDefault(id);
}

public readonly record struct ListingAtDistance(TherapistProfile Therapist, Listing Listing, Miles Distance);

/// <param name="TherapistOrdinal">The therapist's place in <see cref="MatchIndex.Therapists"/>.</param>
internal readonly record struct IndexedListing(int TherapistOrdinal, CompiledTherapist Therapist, Listing Listing);

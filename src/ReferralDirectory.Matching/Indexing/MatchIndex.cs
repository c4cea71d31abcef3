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
    private readonly TherapistShelves therapists;
    private readonly BlockRow blocks;
    private readonly FrozenDictionary<TherapistId, TherapistId> redirects;

    private MatchIndex(
        long revision, KnowledgeTables knowledge, ImmutableArray<Organization> organizations, ImmutableArray<Redirect> redirects, TherapistShelves therapists,
        BlockRow blocks, NetworkKeys networkKeys)
    {
        (Revision, Knowledge, Organizations, this.therapists, this.blocks, NetworkKeys) = (revision, knowledge, organizations, therapists, blocks, networkKeys);
        this.redirects = redirects.ToFrozenDictionary(redirect => redirect.From, redirect => redirect.To);
        ListingCount = blocks.Blocks.Sum(block => block.Entries.Length);
        OfficeListings = blocks.Blocks.Sum(block => Bits.Count(block.Fixed.Office));
        HomeVisitListings = blocks.Blocks.Sum(block => Bits.Count(block.Fixed.Travels));
    }

    /// <summary>The store's revision that this index shows.</summary>
    public long Revision { get; }

    public KnowledgeTables Knowledge { get; }

    public ImmutableArray<Organization> Organizations { get; }

    /// <summary>Every therapist, in the order of ids.</summary>
    public IEnumerable<TherapistProfile> Therapists => therapists.All.Select(therapist => therapist.Profile);

    public int TherapistCount => therapists.Count;

    public int ListingCount { get; }

    /// <summary>Those where patients are received: each is a candidate for an office visit.</summary>
    public int OfficeListings { get; }

    /// <summary>Those from which the therapist travels: each is a candidate for a home visit.</summary>
    public int HomeVisitListings { get; }

    internal NetworkKeys NetworkKeys { get; }

    public TherapistProfile? Find(TherapistId id) => therapists.Find(id)?.Profile;

    /// <summary>The id under which a therapist is found now: after a merge the survivor's, else the same.</summary>
    public TherapistId Resolve(TherapistId id) => redirects.GetValueOrDefault(id, id);

    /// <summary>Listings whose great-circle distance from the point is at most the radius, in no particular order.</summary>
    public IEnumerable<ListingAtDistance> Within(GeoPoint point, Miles radius, CancellationToken cancellationToken)
    {
        var place = UnitVector.Of(point);
        var reach = new Reach(radius);
        foreach (var (block, _) in Near(place, reach, orTravelling: false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var found in block.Points.PlacesWithin(place, reach))
            {
                yield return new ListingAtDistance(block.TherapistAt(found).Profile, block.ListingAt(found), UnitVector.MilesOfSquaredChord(block.Points.SquaredChordFrom(place, found)));
            }
        }
    }

    /// <summary>The index of a later revision: only the blocks that the changes touch are made anew.</summary>
    /// <exception cref="ArgumentException">The knowledge tables changed: that needs a whole index.</exception>
    public MatchIndex With(DirectoryChanges changes)
    {
        if (changes.Knowledge is not null)
            throw new ArgumentException("Other knowledge tables need a whole index.", nameof(changes));
        List<CompiledTherapist> put = [.. changes.Changed.Select(profile => new CompiledTherapist(profile, Knowledge))];
        var before = changes.Removed.Concat(changes.Changed.Select(profile => profile.Id)).Select(therapists.Find).OfType<CompiledTherapist>();
        return new MatchIndex(
            changes.Revision, Knowledge, changes.Organizations, changes.Redirects, therapists.With(changes.Removed, put),
            blocks.With(before.SelectMany(ListingsOf), put.SelectMany(ListingsOf)), NetworkKeys);
    }

    /// <param name="snapshot">What the store says.</param>
    /// <param name="listingsPerBlock">1 … <see cref="Block.Capacity"/>.</param>
    internal static MatchIndex Of(DirectorySnapshot snapshot, int listingsPerBlock)
    {
        List<CompiledTherapist> compiled = [.. snapshot.Therapists.Select(profile => new CompiledTherapist(profile, snapshot.Knowledge))];
        var keys = new NetworkKeys(snapshot.Knowledge);
        return new MatchIndex(
            snapshot.Revision, snapshot.Knowledge, snapshot.Organizations, snapshot.Redirects, TherapistShelves.Empty.With([], compiled),
            BlockRow.Of(compiled.SelectMany(ListingsOf), snapshot.Knowledge, keys, listingsPerBlock), keys);
    }

    /// <summary>Makes what depends on a day, for who asks first not to wait for it.</summary>
    public void PrepareFor(DateOnly day) => blocks.Blocks.AsParallel().ForAll(block => _ = (block.OnServiceDay(day), block.AsOf(day)));

    /// <inheritdoc cref="BlockRow.Near"/>
    internal List<NearBlock> Near(UnitVector place, in Reach reach, bool orTravelling) => blocks.Near(place, reach, orTravelling);

    private static IEnumerable<IndexedListing> ListingsOf(CompiledTherapist therapist) =>
        therapist.Profile.Listings.Select(listing => new IndexedListing(therapist, listing));

    internal CompiledTherapist? FindCompiled(TherapistId id) => therapists.Find(id);
}

public readonly record struct ListingAtDistance(TherapistProfile Therapist, Listing Listing, Miles Distance);

internal readonly record struct IndexedListing(CompiledTherapist Therapist, Listing Listing);

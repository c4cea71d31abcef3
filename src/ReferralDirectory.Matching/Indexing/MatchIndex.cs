using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Packing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// All therapists at one revision, compiled for matching, with the knowledge tables and the cards: nothing else is read to answer.
/// Immutable, thread-safe.
/// </summary>
public sealed class MatchIndex
{
    private readonly TherapistUnpacker unpacker;
    private readonly FrozenDictionary<TherapistId, TherapistId> redirects;
    private readonly ConcurrentDictionary<StandingCoverage, StandingShelf> standing = [];

    internal MatchIndex(
        DirectoryState state, SharedParts shared, TherapistUnpacker unpacker, TherapistShelves therapists, BlockRow blocks, NetworkKeys networkKeys)
    {
        (Revision, Knowledge, Organizations) = (state.Revision, state.Knowledge, state.Organizations);
        (Shared, this.unpacker, Shelves, Blocks, NetworkKeys) = (shared, unpacker, therapists, blocks, networkKeys);
        Orders = new ScreenedOrders(Knowledge);
        redirects = state.Redirects.ToFrozenDictionary(redirect => redirect.From, redirect => redirect.To);
        ListingCount = blocks.Blocks.Sum(block => block.Count);
        OfficeListings = blocks.Blocks.Sum(block => Bits.Count(block.Fixed.Office));
        HomeVisitListings = blocks.Blocks.Sum(block => Bits.Count(block.Fixed.Travels));
    }

    /// <summary>The store's revision that this index shows.</summary>
    public long Revision { get; }

    public KnowledgeTables Knowledge { get; }

    public ImmutableArray<Organization> Organizations { get; }

    /// <summary>Every therapist, in the order of ids, unpacked one after the other: of more than can be remembered, anew by every look.</summary>
    public IEnumerable<TherapistProfile> Therapists =>
        Shelves.Count <= TherapistUnpacker.Places ? Shelves.All.Select(therapist => unpacker.Recall(therapist).Profile) : Shelves.All.Select(therapist => therapist.Unpack());

    public int TherapistCount => Shelves.Count;

    public int ListingCount { get; }

    /// <summary>Those where patients are received: each is a candidate for an office visit.</summary>
    public int OfficeListings { get; }

    /// <summary>Those from which the therapist travels: each is a candidate for a home visit.</summary>
    public int HomeVisitListings { get; }

    internal SharedParts Shared { get; }

    internal TherapistShelves Shelves { get; }

    internal BlockRow Blocks { get; }

    internal NetworkKeys NetworkKeys { get; }

    /// <summary>Those that follow this index share it.</summary>
    internal ScreenedOrders Orders { get; private init; }

    /// <summary>What the packed profiles take, besides the index.</summary>
    internal long PackedBytes => Shelves.All.Select(therapist => therapist.Page).Distinct().Sum(page => (long)page.Length);

    public TherapistProfile? Find(TherapistId id) => FindCompiled(id)?.Profile;

    /// <summary>The id under which a therapist is found now: after a merge the survivor's, else the same.</summary>
    public TherapistId Resolve(TherapistId id) => redirects.GetValueOrDefault(id, id);

    /// <summary>Listings whose great-circle distance from the point is at most the radius, in no particular order.</summary>
    public IEnumerable<ListingAtDistance> Within(GeoPoint point, Miles radius, CancellationToken cancellationToken)
    {
        var place = UnitVector.Of(point);
        var reach = new Reach(radius);
        foreach (var (block, _, _) in Near(place, reach, orTravelling: false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var found in block.Points.PlacesWithin(place, reach))
            {
                var entry = block.ListingAt(found);
                yield return new ListingAtDistance(entry.Therapist.Profile, entry.Listing, UnitVector.MilesOfSquaredChord(block.Points.SquaredChordFrom(place, found)));
            }
        }
    }

    /// <summary>The index of a later revision: only the blocks that the changes touch are made anew.</summary>
    /// <param name="changes">Since <see cref="Revision"/>.</param>
    /// <param name="days">As for <see cref="PrepareFor"/>, of what is made anew.</param>
    /// <exception cref="ArgumentException">The knowledge tables changed: that needs a whole index.</exception>
    public MatchIndex With(DirectoryChanges changes, params IReadOnlyCollection<DateOnly> days)
    {
        if (changes.Knowledge is not null)
            throw new ArgumentException("Other knowledge tables need a whole index.", nameof(changes));

        // A page of each one's own: a common one would be kept until the last of them has changed again.
        var put = changes.Changed.SelectMany(profile => ProfilePage.Pack([profile], Shared)).ToList();
        var before = changes.Removed.Concat(put.Select(therapist => therapist.Id)).Select(Shelves.Find).OfType<PackedTherapist>();
        return new MatchIndex(
            new DirectoryState(changes.Revision, Knowledge, changes.Organizations, changes.Redirects), Shared, unpacker, Shelves.With(changes.Removed, put),
            Blocks.With(before.SelectMany(ListingsOf), put.SelectMany(ListingsOf), days), NetworkKeys)
        {
            Orders = Orders,
        };
    }

    /// <param name="state">Of the revision.</param>
    /// <param name="shared">What the therapists were packed with.</param>
    /// <param name="therapists">All of them.</param>
    /// <param name="listings">All of theirs.</param>
    /// <param name="listingsPerBlock">1 … <see cref="Block.Capacity"/>.</param>
    /// <param name="days">As for <see cref="PrepareFor"/>.</param>
    internal static MatchIndex Of(
        DirectoryState state, SharedParts shared, IReadOnlyCollection<PackedTherapist> therapists, List<PlacedListing> listings, int listingsPerBlock,
        IReadOnlyCollection<DateOnly> days)
    {
        var (unpacking, keys) = (new TherapistUnpacker(state.Knowledge), new NetworkKeys(state.Knowledge));
        return new MatchIndex(
            state, shared, unpacking, TherapistShelves.Empty.With([], therapists), BlockRow.Of(listings, unpacking, keys, listingsPerBlock, days), keys);
    }

    /// <inheritdoc cref="Block.IsReadyFor"/>
    public bool IsReadyFor(DateOnly day) => Blocks.Blocks.All(block => block.IsReadyFor(day));

    /// <summary>Makes what depends on a day, for who asks first not to wait for it; on half the cores, the others are for those who ask.</summary>
    public void PrepareFor(DateOnly day, CancellationToken cancellationToken = default) => Blocks.Blocks.AsParallel()
        .WithDegreeOfParallelism(Math.Max(1, Environment.ProcessorCount / 2)).WithCancellation(cancellationToken).ForAll(block => block.PrepareFor(day));

    /// <inheritdoc cref="BlockRow.Near"/>
    internal List<NearBlock> Near(UnitVector place, in Reach reach, bool orTravelling) => Blocks.Near(place, reach, orTravelling);

    /// <summary>Who stands for a coverage.</summary>
    internal StandingShelf Standing(StandingCoverage coverage)
    {
        if (standing.TryGetValue(coverage, out var known))
            return known;

        // As many as the blocks themselves keep of one day.
        if (standing.Count >= ServiceDayColumns.TermsKept * (NetworkKeys.Count + 1))
            standing.Clear();
        return standing.GetOrAdd(coverage, static (wanted, blocks) => new StandingShelf(blocks, wanted), Blocks);
    }

    internal CompiledTherapist? FindCompiled(TherapistId id) => Shelves.Find(id) is { } found ? unpacker.Recall(found) : null;

    private IEnumerable<IndexedListing> ListingsOf(PackedTherapist therapist) => IndexedListing.Of(therapist, unpacker.UnpackForColumns(therapist));
}

public readonly record struct ListingAtDistance(TherapistProfile Therapist, Listing Listing, Miles Distance);

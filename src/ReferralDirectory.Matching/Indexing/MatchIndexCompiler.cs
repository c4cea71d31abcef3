using ReferralDirectory.Matching.Packing;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// Compiles a whole index. Therapists come one by one and are packed a few pages at a time, side by side, so that a million of them are
/// never there as profiles; the blocks are made at the end, each from its own people. Used once. Later revisions come from
/// <see cref="MatchIndex.With"/>.
/// </summary>
public sealed class MatchIndexCompiler
{
    /// <summary>A page for each core.</summary>
    private static readonly int MostWaiting = ProfilePage.Capacity * Environment.ProcessorCount;

    private readonly int listingsPerBlock;
    private readonly SharedParts shared = new();
    private readonly List<TherapistProfile> waiting = new(MostWaiting);
    private readonly List<PackedTherapist> therapists = [];
    private readonly List<PlacedListing> listings = [];

    public MatchIndexCompiler()
        : this(Block.Capacity)
    {
    }

    /// <param name="listingsPerBlock">1 … <see cref="Block.Capacity"/>.</param>
    internal MatchIndexCompiler(int listingsPerBlock) => this.listingsPerBlock = listingsPerBlock;

    public static MatchIndex Compile(DirectorySnapshot snapshot) => Compile(snapshot, Block.Capacity);

    internal static MatchIndex Compile(DirectorySnapshot snapshot, int listingsPerBlock)
    {
        var compiler = new MatchIndexCompiler(listingsPerBlock);
        foreach (var therapist in snapshot.Therapists)
            compiler.Add(therapist);
        return compiler.Compile(snapshot.State);
    }

    /// <summary>In any order; each therapist once.</summary>
    public void Add(TherapistProfile therapist)
    {
        waiting.Add(therapist);
        if (waiting.Count == MostWaiting)
            PackWaiting();
    }

    /// <param name="state">Of the revision of which the therapists are.</param>
    /// <param name="days">As for <see cref="MatchIndex.PrepareFor"/>.</param>
    public MatchIndex Compile(DirectoryState state, params IReadOnlyCollection<DateOnly> days)
    {
        PackWaiting();
        return MatchIndex.Of(state, shared, therapists, listings, listingsPerBlock, days);
    }

    private void PackWaiting()
    {
        foreach (var page in waiting.Chunk(ProfilePage.Capacity).AsParallel().AsOrdered().Select(profiles => Pack(profiles, shared)))
        {
            therapists.AddRange(page.Therapists);
            listings.AddRange(page.Listings);
        }

        waiting.Clear();
    }

    private static Page Pack(TherapistProfile[] profiles, SharedParts shared)
    {
        var packed = ProfilePage.Pack(profiles, shared);
        var placed = new List<PlacedListing>(packed.Length);
        for (var i = 0; i < packed.Length; i++)
        {
            foreach (var (ordinal, listing) in profiles[i].Listings.Index())
                placed.Add(new PlacedListing(CurvePlace.Of(listing), new PackedListing(packed[i], checked((ushort)ordinal))));
        }

        return new Page(packed, placed);
    }

    private sealed record Page(PackedTherapist[] Therapists, List<PlacedListing> Listings);
}

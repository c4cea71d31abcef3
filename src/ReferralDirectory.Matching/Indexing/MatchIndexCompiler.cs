using ReferralDirectory.Matching.Packing;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// Compiles a whole index. Therapists are packed a page at a time, by whoever brings them, so that a million of them are never there as
/// profiles; the blocks are made at the end, each from its own people. Used once. Later revisions come from <see cref="MatchIndex.With"/>.
/// </summary>
public sealed class MatchIndexCompiler
{
    private readonly int listingsPerBlock;
    private readonly SharedParts shared = new();
    private readonly Lock adding = new();
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
        snapshot.Therapists.Chunk(ProfilePage.Capacity).AsParallel().ForAll(compiler.Add);
        return compiler.Compile(snapshot.State);
    }

    /// <summary>Packs therapists as a page. Thread-safe.</summary>
    /// <param name="therapists">At most a thousand; in any order, each once.</param>
    public void Add(TherapistProfile[] therapists)
    {
        var packed = ProfilePage.Pack(therapists, shared);
        var placed = new List<PlacedListing>(packed.Length);
        for (var i = 0; i < packed.Length; i++)
        {
            foreach (var (ordinal, listing) in therapists[i].Listings.Index())
                placed.Add(new PlacedListing(CurvePlace.Of(listing), new PackedListing(packed[i], checked((ushort)ordinal))));
        }

        lock (adding)
        {
            this.therapists.AddRange(packed);
            listings.AddRange(placed);
        }
    }

    /// <param name="state">Of the revision of which the therapists are.</param>
    /// <param name="days">As for <see cref="MatchIndex.PrepareFor"/>.</param>
    public MatchIndex Compile(DirectoryState state, params IReadOnlyCollection<DateOnly> days) =>
        MatchIndex.Of(state, shared, therapists, listings, listingsPerBlock, days);
}

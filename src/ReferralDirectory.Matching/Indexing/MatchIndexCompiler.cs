using ReferralDirectory.Matching.Packing;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// Compiles a whole index. Therapists come one by one and are packed as they come, so that a million of them are never there as
/// profiles; the blocks are made at the end, each from its own people. Used once. Later revisions come from <see cref="MatchIndex.With"/>.
/// </summary>
public sealed class MatchIndexCompiler
{
    private readonly int listingsPerBlock;
    private readonly SharedParts shared = new();
    private readonly List<TherapistProfile> waiting = new(ProfilePage.Capacity);
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
        if (waiting.Count == ProfilePage.Capacity)
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
        var packed = ProfilePage.Pack(waiting, shared);
        therapists.AddRange(packed);
        for (var i = 0; i < packed.Length; i++)
            listings.AddRange(waiting[i].Listings.Select((listing, ordinal) => new PlacedListing(CurvePlace.Of(listing), new PackedListing(packed[i], checked((ushort)ordinal)))));
        waiting.Clear();
    }
}

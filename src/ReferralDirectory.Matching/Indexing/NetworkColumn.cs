using ReferralDirectory.Matching.Images;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>Who is in network for one question, and on which evidence: kept only for those who are.</summary>
internal sealed class NetworkColumn(SparseColumn<ushort> evidence, ulong[]? closed)
{
    public ulong[] In => evidence.Row;

    /// <summary>In network, but taking no new patients of it.</summary>
    public ulong[]? Closed => closed;

    public static NetworkColumn Read(ImageReader from) => new(new SparseColumn<ushort>(from), from.Row());

    /// <summary>Clears the bits of those who are not in network, or take no new patients of it.</summary>
    public void Keep(Span<ulong> row)
    {
        Bits.And(row, In);
        Bits.AndNot(row, Closed);
    }

    /// <summary>A number of the block's <see cref="EvidenceKinds"/>.</summary>
    /// <param name="place">Of a listing in <see cref="In"/>.</param>
    public int EvidenceOf(int place) => evidence[place];

    public void Write(ImageWriter to)
    {
        evidence.Write(to);
        to.Row(closed);
    }

    /// <summary>Takes listings in rising order.</summary>
    public sealed class Builder
    {
        private readonly List<ushort> evidence = [];
        private ulong[]? inNetwork;
        private ulong[]? closed;

        /// <param name="place">The listing.</param>
        /// <param name="number">Of the evidence.</param>
        /// <param name="isClosed">It takes no new patients of the network.</param>
        public void Add(int place, ushort number, bool isClosed)
        {
            Bits.Set(ref inNetwork, place);
            if (isClosed)
                Bits.Set(ref closed, place);
            evidence.Add(number);
        }

        public NetworkColumn Build() => new(new SparseColumn<ushort>(inNetwork!, evidence), closed);
    }
}

using ReferralDirectory.Matching.Images;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking.Rules;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// Who is in network for one question, and how far that can be trusted: kept only for those who are, and once for all who have it from
/// the same kind of source on the same day.
/// </summary>
internal sealed class NetworkColumn
{
    /// <summary>Today, and the day before in the western zones.</summary>
    private const int DaysKept = 2;

    private readonly SparseColumn<ushort> evidence;
    private readonly (double Trust, DateOnly AsOf)[] kinds;
    private readonly Recent<DateOnly, int[]> raw;

    private NetworkColumn(SparseColumn<ushort> evidence, ulong[]? closed, (double Trust, DateOnly AsOf)[] kinds)
    {
        (this.evidence, Closed, this.kinds) = (evidence, closed, kinds);
        raw = new Recent<DateOnly, int[]>(DaysKept, asOf => Array.ConvertAll(kinds, kind => NetworkEvidenceRule.Raw(kind.Trust, asOf.DayNumber - kind.AsOf.DayNumber)));
    }

    public ulong[] In => evidence.Row;

    /// <summary>In network, but taking no new patients of it.</summary>
    public ulong[]? Closed { get; }

    /// <summary>Clears the bits of those who are not in network, or take no new patients of it.</summary>
    public void Keep(Span<ulong> row)
    {
        Bits.And(row, In);
        Bits.AndNot(row, Closed);
    }

    /// <summary>The raw values of the network rule on a day: ask <see cref="EvidenceOf"/> for a listing's place in them.</summary>
    public int[] RawOn(DateOnly asOf) => raw.For(asOf);

    /// <param name="place">Of a listing in <see cref="In"/>.</param>
    public int EvidenceOf(int place) => evidence[place];

    public static NetworkColumn Read(ImageReader from)
    {
        var (evidence, closed) = (new SparseColumn<ushort>(from), from.Row());
        var (trusts, days) = (from.Column<double>(), from.Column<int>());
        return new NetworkColumn(evidence, closed, [.. trusts.Zip(days.Select(DateOnly.FromDayNumber))]);
    }

    public void Write(ImageWriter to)
    {
        evidence.Write(to);
        to.Row(Closed);
        to.Column<double>(Array.ConvertAll(kinds, kind => kind.Trust));
        to.Column<int>(Array.ConvertAll(kinds, kind => kind.AsOf.DayNumber));
    }

    /// <summary>Takes listings in rising order.</summary>
    public sealed class Builder
    {
        private readonly List<(double Trust, DateOnly AsOf)> evidence = [];
        private ulong[]? inNetwork;
        private ulong[]? closed;

        /// <param name="place">The listing.</param>
        /// <param name="trust">Before any decay.</param>
        /// <param name="fact">The fact that rules.</param>
        public void Add(int place, double trust, NetworkFact fact)
        {
            Bits.Set(ref inNetwork, place);
            if (fact.Accepting == false)
                Bits.Set(ref closed, place);
            evidence.Add((trust, fact.Source.AsOf));
        }

        /// <summary>Numbers the kinds only now: all columns of a block are filled side by side, and their dictionaries would drive each other out of the cache.</summary>
        public NetworkColumn Build()
        {
            var numbers = new Dictionary<(double Trust, DateOnly AsOf), ushort>();
            var numbered = evidence.ConvertAll(kind =>
            {
                if (!numbers.TryGetValue(kind, out var known))
                    numbers.Add(kind, known = (ushort)numbers.Count);
                return known;
            });
            return new(new SparseColumn<ushort>(inNetwork!, numbered), closed, [.. numbers.OrderBy(kind => kind.Value).Select(kind => kind.Key)]);
        }
    }
}

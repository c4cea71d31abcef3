using ReferralDirectory.Matching.Images;
using ReferralDirectory.Matching.Ranking.Rules;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// How far and since when those of a block are known to be in network, whatever the question: each kind of evidence once, numbered. There
/// are a thousand or two, for facts are of few methods and of some hundred days.
/// </summary>
internal sealed class EvidenceKinds
{
    /// <summary>Today, and the day before in the western zones.</summary>
    private const int DaysKept = 2;

    private readonly double[] trusts;
    private readonly int[] asOfDays;
    private readonly Recent<DateOnly, int[]> raw;

    private EvidenceKinds(double[] trusts, int[] asOfDays)
    {
        (this.trusts, this.asOfDays) = (trusts, asOfDays);
        raw = new Recent<DateOnly, int[]>(DaysKept, asOf => [.. trusts.Zip(asOfDays, (trust, day) => NetworkEvidenceRule.Raw(trust, asOf.DayNumber - day))]);
    }

    public static EvidenceKinds Read(ImageReader from) => new(from.Column<double>(), from.Column<int>());

    /// <summary>The raw values of the network rule on a day, in the order of the numbers.</summary>
    public int[] RawOn(DateOnly asOf) => raw.For(asOf);

    public void Write(ImageWriter to)
    {
        to.Column<double>(trusts);
        to.Column<int>(asOfDays);
    }

    /// <param name="day">Of the first session.</param>
    public sealed class Builder(DateOnly day)
    {
        /// <summary>After so long nothing is left of a fact's value.</summary>
        private const int OldestYears = 15;

        /// <summary>A fact that is not of today yet has its full value, and so long before the first session nobody asks.</summary>
        private const int NewestYears = 10;

        private readonly Dictionary<(double Trust, DateOnly AsOf), ushort> numbers = [];
        private readonly DateOnly oldest = day.AddYears(-OldestYears);
        private readonly DateOnly newest = day.AddYears(NewestYears);

        /// <summary>Six values of trust on the days of 25 years have fewer numbers than there are.</summary>
        /// <param name="trust">Before any decay.</param>
        /// <param name="asOf">Of the fact.</param>
        public ushort NumberOf(double trust, DateOnly asOf)
        {
            var kind = (trust, asOf < oldest ? oldest : asOf > newest ? newest : asOf);
            if (!numbers.TryGetValue(kind, out var known))
                numbers.Add(kind, known = checked((ushort)numbers.Count));
            return known;
        }

        public EvidenceKinds Build()
        {
            var kinds = numbers.OrderBy(kind => kind.Value).Select(kind => kind.Key).ToArray();
            return new(Array.ConvertAll(kinds, kind => kind.Trust), Array.ConvertAll(kinds, kind => kind.AsOf.DayNumber));
        }
    }
}

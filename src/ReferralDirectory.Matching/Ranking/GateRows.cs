using System.Numerics;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>
/// The gates of one query as operations on rows of bits: 64 listings at a time, office visits and home visits each in a row of their
/// own. Says of every candidate what the gates in <c>Gates/</c> say of it one by one. Works on the stretch of tiles in which there are
/// candidates left. Serves one thread.
/// </summary>
internal sealed class GateRows
{
    private readonly MatchQuery query;
    private readonly int networkKey;
    private readonly ulong[] officeRow = new ulong[Bits.Words];
    private readonly ulong[] homeRow = new ulong[Bits.Words];
    private readonly ulong[] scratch = new ulong[Bits.Words];
    private readonly ulong[] abroad = new ulong[Bits.Words];
    private bool hasHomes;
    private int firstTile;
    private int tileCount;

    public GateRows(MatchQuery query, int networkKey) => (this.query, this.networkKey) = (query, networkKey);

    private Span<ulong> Offices => officeRow.AsSpan(firstTile, tileCount);

    /// <summary>No row where nobody travels, or where no home visit is wanted.</summary>
    private Span<ulong> Homes => hasHomes ? homeRow.AsSpan(firstTile, tileCount) : [];

    private Span<ulong> Scratch => scratch.AsSpan(firstTile, tileCount);

    private bool IsAnyLeft => Offices.ContainsAnyExcept(0UL) || Homes.ContainsAnyExcept(0UL);

    /// <summary>The candidates of a block that pass every gate, counted gate by gate; null when there are none.</summary>
    /// <param name="view">Where to look.</param>
    /// <param name="radius">For offices; home visits have their own.</param>
    /// <param name="passed">Is raised at each gate.</param>
    public EligibleHere? JudgeGateByGate(BlockView view, in Reach radius, Span<int> passed)
    {
        Begin(view);
        view.Block.Points.KeepWithin(query.Place, radius, view.TileChords, officeRow);
        KeepTravelling(view);
        Narrow();
        var left = Count();
        passed[(int)GateId.WithinRadius] += left;
        for (var gate = GateId.Licensed; gate <= GateId.RequiredPreferences && left > 0; gate++)
        {
            Keep(gate, view);
            left = Count();
            passed[(int)gate] += left;
        }

        return left == 0 ? null : Found(view);
    }

    /// <summary>The candidates of a block that pass every gate, offices wherever they are; null when there are none.</summary>
    public EligibleHere? Judge(BlockView view)
    {
        if (view.IsOutOfNetwork)
            return null;

        // Who passes all gates does not depend on their order: what the order does not ask about is known, or the network leaves the fewest.
        Begin(view);
        var standing = view.MayVisitFromAbroad || !view.IsOwnKept ? null : view.Own;
        if (standing is not null)
            KeepBoth(standing.Row);
        else if (networkKey >= 0)
            Keep(GateId.InNetwork, view);
        Narrow();
        for (var gate = GateId.Licensed; gate <= GateId.RequiredPreferences && IsAnyLeft; gate++)
        {
            if (standing is null || IsAboutTheOrder(gate))
                Keep(gate, view);
        }

        if (IsAnyLeft)
            KeepTravelling(view);
        return IsAnyLeft ? Found(view) : null;
    }

    /// <summary>The others are in <see cref="StandingCandidates.Row"/>. The highest tier asks for a specialty that the order can use.</summary>
    private bool IsAboutTheOrder(GateId gate) =>
        gate >= GateId.Indicated || (gate == GateId.Vetted && query.MinTier > TierColumns.MostWithoutSpecialty);

    private EligibleHere Found(BlockView view) => new(view, [.. officeRow], hasHomes ? [.. homeRow] : []);

    /// <summary>Everyone who has an office, and everyone who travels.</summary>
    private void Begin(BlockView view)
    {
        (firstTile, tileCount) = (0, Bits.Words);
        Copy(view.Fixed.Office, Offices);
        hasHomes = view.MayVisit;
        if (hasHomes)
            Copy(view.Fixed.Travels, Homes);
    }

    private void KeepTravelling(BlockView view)
    {
        if (Homes.ContainsAnyExcept(0UL))
            view.Block.Points.KeepTravellingTo(query.Place, view.TileChords, homeRow);
    }

    /// <summary>To the tiles with candidates: in all others the rows are empty.</summary>
    private void Narrow()
    {
        var first = Math.Min(FirstOf(Offices), FirstOf(Homes));
        var end = 1 + Math.Max(Offices.LastIndexOfAnyExcept(0UL), Homes.LastIndexOfAnyExcept(0UL));
        firstTile = Math.Min(first, end) / Bits.WordsPerVector * Bits.WordsPerVector;
        tileCount = (end - firstTile + Bits.WordsPerVector - 1) / Bits.WordsPerVector * Bits.WordsPerVector;
    }

    private static int FirstOf(Span<ulong> row) => row.IndexOfAnyExcept(0UL) is >= 0 and var first ? first : Bits.Words;

    private int Count() => Bits.Count(Offices) + Bits.Count(Homes);

    private ReadOnlySpan<ulong> Here(ulong[]? row) => row is null ? [] : row.AsSpan(firstTile, tileCount);

    private void Keep(GateId gate, BlockView view)
    {
        switch (gate)
        {
            case GateId.Licensed:
                KeepInState(gate, view, Here(view.ServiceDay.Licensed));
                break;
            case GateId.NotExcluded:
                KeepBoth(Here(view.Fixed.NotExcluded));
                break;
            case GateId.Vetted:
                FillVetted(view.AsOf.Tiers);
                KeepInState(gate, view, Scratch);
                break;
            case GateId.Accepting or GateId.InNetwork when query.Network is not null && networkKey < 0:
                KeepOneByOne(gate, view, Offices, VisitMode.Office);
                KeepOneByOne(gate, view, Homes, VisitMode.HomeVisit);
                break;
            case GateId.Accepting:
                KeepBoth(Here(view.Fixed.Accepting));
                Bits.AndNot(Offices, Here(view.Network?.Closed));
                Bits.AndNot(Homes, Here(view.Network?.Closed));
                break;
            case GateId.InNetwork when query.Network is not null:
                KeepBoth(Here(view.Network?.In));
                break;
            case GateId.Indicated:
                FillIndicated(view);
                KeepBoth(Scratch);
                break;
            case GateId.Credentialed:
                foreach (var requirement in query.Requirements)
                    KeepBoth(Here(view.ServiceDay.Meets(requirement)));
                break;
            case GateId.RequiredPreferences:
                KeepRequired(view);
                break;
        }
    }

    private void FillVetted(TierColumns tiers)
    {
        var vetted = Scratch;
        Copy(tiers.AtLeast(Math.Clamp(query.MinTier, 0, TierColumns.MostWithoutSpecialty)), vetted);
        if (query.MinTier <= TierColumns.MostWithoutSpecialty)
            return;
        for (var word = 0; word < vetted.Length; word++)
        {
            for (var rest = vetted[word]; rest != 0; rest &= rest - 1)
            {
                if (!tiers.IsSpecialist(PlaceOf(word, rest), query.Relevant))
                    vetted[word] &= ~(rest & (~rest + 1));
            }
        }
    }

    private void FillIndicated(BlockView view)
    {
        var indicated = Scratch;
        indicated.Clear();
        if (!query.Supported.ContainsAll(query.Insisted))
            return;
        for (var rest = query.Pairs.Primary.Supported.Bits; rest != 0; rest &= rest - 1)
            Bits.Or(indicated, Here(view.UsableAs(BitOperations.TrailingZeroCount(rest))));
        for (var rest = query.Insisted.Bits; rest != 0; rest &= rest - 1)
            Bits.And(indicated, Here(view.UsableAs(BitOperations.TrailingZeroCount(rest))));
    }

    private void KeepRequired(BlockView view)
    {
        foreach (var required in query.Criteria.Preferences.Required)
        {
            if (required == Preference.HomeVisit)
            {
                Offices.Clear();
                continue;
            }

            Array.Clear(scratch);
            PreferenceRows.Fill(required, view, query.Criteria.Preferences, scratch);
            KeepBoth(Scratch);
        }
    }

    /// <summary>A gate about a state: the row is about the listing's. Home visits from another state than the patient's need the patient's.</summary>
    private void KeepInState(GateId gate, BlockView view, ReadOnlySpan<ulong> own)
    {
        Bits.And(Offices, own);
        if (!hasHomes)
            return;
        var inState = view.InPatientState;
        var foreign = abroad.AsSpan(firstTile, tileCount);
        Homes.CopyTo(foreign);
        Bits.AndNot(foreign, Here(inState));
        Bits.And(Homes, Here(inState));
        Bits.And(Homes, own);
        if (!foreign.ContainsAnyExcept(0UL))
            return;
        var state = query.Criteria.PatientState;
        if (gate == GateId.Vetted)
            FillVetted(view.AsOf.Abroad(state));
        Bits.And(foreign, gate == GateId.Vetted ? Scratch : Here(view.ServiceDay.LicensedAbroad(state)));
        Bits.Or(Homes, foreign);
    }

    /// <summary>What no row tells: networks of insurers and plans that the catalogue does not know.</summary>
    private void KeepOneByOne(GateId gate, BlockView view, Span<ulong> candidates, VisitMode mode)
    {
        for (var word = 0; word < candidates.Length; word++)
        {
            for (var rest = candidates[word]; rest != 0; rest &= rest - 1)
            {
                if (!GateSequence.Passes(gate, view.CandidateAt(PlaceOf(word, rest), mode), query))
                    candidates[word] &= ~(rest & (~rest + 1));
            }
        }
    }

    private void KeepBoth(ReadOnlySpan<ulong> kept)
    {
        Bits.And(Offices, kept);
        Bits.And(Homes, kept);
    }

    private void Copy(ulong[]? from, Span<ulong> to)
    {
        if (from is null)
            to.Clear();
        else
            Here(from).CopyTo(to);
    }

    /// <summary>Of the lowest bit in a word of the stretch.</summary>
    private int PlaceOf(int word, ulong bits) => ((firstTile + word) * Bits.PerWord) + BitOperations.TrailingZeroCount(bits);
}

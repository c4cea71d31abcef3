using System.Numerics;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>
/// The gates of one query as operations on rows of bits: 64 listings at a time, office visits and home visits each in a row of their
/// own. Says of every candidate what the gates in <c>Gates/</c> say of it one by one. Serves one thread.
/// </summary>
internal sealed class GateRows
{
    private readonly MatchQuery query;
    private readonly int networkKey;
    private readonly int[] requirements;
    private readonly ulong[] offices = new ulong[Bits.Words];
    private readonly ulong[] homes = new ulong[Bits.Words];
    private readonly ulong[] row = new ulong[Bits.Words];
    private readonly ulong[] other = new ulong[Bits.Words];

    public GateRows(MatchQuery query, NetworkKeys keys)
    {
        this.query = query;
        networkKey = query.Network is null ? -1 : keys.Find(query.Criteria.Coverage);
        requirements = [.. query.Screening.Requirements.Select(query.Knowledge.PlaceOf)];
    }

    /// <summary>Counts the candidates of a block as they pass gate by gate.</summary>
    /// <param name="block">Where to look.</param>
    /// <param name="radius">For offices; home visits have their own.</param>
    /// <param name="passed">Is raised at each gate.</param>
    public void CountGateByGate(Block block, in Reach radius, Span<int> passed)
    {
        var view = new BlockView(block, query, networkKey);
        var homesHere = Begin(view);
        block.Points.KeepWithin(query.Place, radius, view.TileChords, offices);
        if (!homesHere.IsEmpty)
            block.Points.KeepTravellingTo(query.Place, view.TileChords, homesHere);
        var left = Bits.Count(offices) + Bits.Count(homesHere);
        passed[(int)GateId.WithinRadius] += left;
        for (var gate = GateId.Licensed; gate <= GateId.RequiredPreferences && left > 0; gate++)
        {
            Keep(gate, view, homesHere);
            left = Bits.Count(offices) + Bits.Count(homesHere);
            passed[(int)gate] += left;
        }
    }

    /// <summary>The candidates of a block that pass every gate; null when there are none.</summary>
    /// <param name="block">Where to look.</param>
    /// <param name="radius">For offices; null: wherever they are.</param>
    public EligibleHere? Judge(Block block, Reach? radius)
    {
        var view = new BlockView(block, query, networkKey);
        if (networkKey >= 0 && view.Network is null)
            return null;
        var homesHere = Begin(view);
        for (var gate = GateId.Licensed; gate <= GateId.RequiredPreferences; gate++)
            Keep(gate, view, homesHere);
        if (radius is { } reach && offices.AsSpan().ContainsAnyExcept(0UL))
            block.Points.KeepWithin(query.Place, reach, view.TileChords, offices);
        if (homesHere.ContainsAnyExcept(0UL))
            block.Points.KeepTravellingTo(query.Place, view.TileChords, homesHere);
        return offices.AsSpan().ContainsAnyExcept(0UL) || homesHere.ContainsAnyExcept(0UL) ? new EligibleHere(view, [.. offices], homesHere.ToArray()) : null;
    }

    /// <summary>Everyone who has an office, and the row of everyone who travels; no row where nobody does, or where none is wanted.</summary>
    private Span<ulong> Begin(BlockView view)
    {
        Copy(view.Fixed.Office, offices);
        if (!query.AllowsHomeVisits || view.Fixed.Travels is not { } travels)
            return [];
        Copy(travels, homes);
        return homes;
    }

    private void Keep(GateId gate, BlockView view, Span<ulong> homesHere)
    {
        switch (gate)
        {
            case GateId.Licensed:
                KeepInState(gate, view, view.ServiceDay.Licensed, homesHere);
                break;
            case GateId.NotExcluded:
                KeepBoth(view.Fixed.NotExcluded, homesHere);
                break;
            case GateId.Vetted:
                FillVetted(view.AsOf.Tiers);
                KeepInState(gate, view, row, homesHere);
                break;
            case GateId.Accepting or GateId.InNetwork when query.Network is not null && networkKey < 0:
                KeepOneByOne(gate, view, offices, VisitMode.Office);
                KeepOneByOne(gate, view, homesHere, VisitMode.HomeVisit);
                break;
            case GateId.Accepting:
                KeepBoth(view.Fixed.Accepting, homesHere);
                Bits.AndNot(offices, view.Network?.Closed);
                Bits.AndNot(homesHere, view.Network?.Closed);
                break;
            case GateId.InNetwork when query.Network is not null:
                KeepBoth(view.Network?.In, homesHere);
                break;
            case GateId.Indicated:
                FillIndicated(view);
                KeepBoth(row, homesHere);
                break;
            case GateId.Credentialed:
                foreach (var requirement in requirements)
                    KeepBoth(view.ServiceDay.Meets(requirement), homesHere);
                break;
            case GateId.RequiredPreferences:
                KeepRequired(view, homesHere);
                break;
        }
    }

    private void FillVetted(TierColumns tiers)
    {
        Copy(tiers.AtLeast(Math.Clamp(query.MinTier, 0, TierColumns.MostWithoutSpecialty)), row);
        if (query.MinTier <= TierColumns.MostWithoutSpecialty)
            return;
        for (var word = 0; word < Bits.Words; word++)
        {
            for (var rest = row[word]; rest != 0; rest &= rest - 1)
            {
                if (!tiers.IsSpecialist((word * Bits.PerWord) + BitOperations.TrailingZeroCount(rest), query.Relevant))
                    row[word] &= ~(rest & (~rest + 1));
            }
        }
    }

    private void FillIndicated(BlockView view)
    {
        Array.Clear(row);
        if (!query.Supported.ContainsAll(query.Insisted))
            return;
        for (var rest = query.Pairs.Primary.Supported.Bits; rest != 0; rest &= rest - 1)
            Bits.Or(row, view.UsableAs(BitOperations.TrailingZeroCount(rest)));
        for (var rest = query.Insisted.Bits; rest != 0; rest &= rest - 1)
            Bits.And(row, view.UsableAs(BitOperations.TrailingZeroCount(rest)));
    }

    private void KeepRequired(BlockView view, Span<ulong> homesHere)
    {
        foreach (var required in query.Criteria.Preferences.Required)
        {
            if (required == Preference.HomeVisit)
            {
                Array.Clear(offices);
                continue;
            }

            Array.Clear(row);
            PreferenceRows.Fill(required, view, query.Criteria.Preferences, row);
            KeepBoth(row, homesHere);
        }
    }

    /// <summary>A gate about a state: the row is about the listing's. Home visits from another state than the patient's need the patient's.</summary>
    private void KeepInState(GateId gate, BlockView view, ReadOnlySpan<ulong> own, Span<ulong> homesHere)
    {
        Bits.And(offices, own);
        if (homesHere.IsEmpty)
            return;
        homesHere.CopyTo(other);
        Bits.AndNot(other, view.InPatientState);
        Bits.And(homesHere, view.InPatientState);
        Bits.And(homesHere, own);
        if (!other.AsSpan().ContainsAnyExcept(0UL))
            return;
        var state = query.Criteria.PatientState;
        if (gate == GateId.Vetted)
            FillVetted(view.AsOf.Abroad(state));
        Bits.And(other, gate == GateId.Vetted ? row : view.ServiceDay.LicensedAbroad(state));
        Bits.Or(homesHere, other);
    }

    /// <summary>What no row tells: networks of insurers and plans that the catalogue does not know.</summary>
    private void KeepOneByOne(GateId gate, BlockView view, Span<ulong> candidates, VisitMode mode)
    {
        for (var word = 0; word < candidates.Length; word++)
        {
            for (var rest = candidates[word]; rest != 0; rest &= rest - 1)
            {
                var place = (word * Bits.PerWord) + BitOperations.TrailingZeroCount(rest);
                if (!GateSequence.Passes(gate, view.CandidateAt(place, mode), query))
                    candidates[word] &= ~(rest & (~rest + 1));
            }
        }
    }

    private void KeepBoth(ReadOnlySpan<ulong> kept, Span<ulong> homesHere)
    {
        Bits.And(offices, kept);
        Bits.And(homesHere, kept);
    }

    private static void Copy(ulong[]? from, ulong[] to)
    {
        if (from is null)
            Array.Clear(to);
        else
            from.CopyTo(to, 0);
    }
}

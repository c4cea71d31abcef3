using System.Numerics;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>
/// The gates of one query as operations on rows of bits: 64 listings at a time, office visits and home visits each in a row of their
/// own. Says of every candidate what the gates in <c>Gates/</c> say of it one by one; where no row holds the answer they are asked.
/// </summary>
internal sealed class GateRows
{
    private readonly MatchQuery query;
    private readonly int networkKey;
    private readonly bool asksForLicence;
    private readonly int[] requirements;
    private readonly (int Requirement, ModalitySet Modalities)[] permissions;

    public GateRows(MatchQuery query, NetworkKeys keys)
    {
        this.query = query;
        networkKey = query.Network is null ? -1 : keys.Find(query.Criteria.Coverage);
        requirements = [.. query.Screening.Requirements.Select(PlaceOf)];
        asksForLicence = query.Knowledge.StateRuleOn(query.Criteria.PatientState, query.Criteria.ServiceDate) is not { RequiresLicence: false };
        permissions = [.. query.Permissions.Select(permission => (PlaceOf(permission.Requirement), permission.Modalities))];
    }

    /// <summary>The candidates of a block that pass every gate; null when there are none.</summary>
    /// <param name="block">Where to look.</param>
    /// <param name="office">The radius; home visits have their own.</param>
    /// <param name="passed">Is raised, gate by gate, by those that pass it.</param>
    public EligibleHere? Judge(Block block, in Reach office, Span<int> passed)
    {
        Span<ulong> offices = stackalloc ulong[Bits.Words];
        Span<ulong> homes = stackalloc ulong[Bits.Words];
        offices.Clear();
        homes.Clear();
        block.Points.Within(query.Place, office, offices);
        Bits.And(offices, block.Fixed.Office);
        if (query.AllowsHomeVisits)
            block.Points.TravellingTo(query.Place, homes);

        var left = Bits.Count(offices) + Bits.Count(homes);
        if (left == 0)
            return null;
        passed[(int)GateId.WithinRadius] += left;
        var view = new BlockView(block, query, networkKey);
        for (var gate = GateId.Licensed; gate <= GateId.RequiredPreferences && left > 0; gate++)
        {
            Keep(gate, view, offices, homes);
            left = Bits.Count(offices) + Bits.Count(homes);
            passed[(int)gate] += left;
        }

        return left == 0 ? null : new EligibleHere(view, offices.ToArray(), homes.ToArray());
    }

    private void Keep(GateId gate, BlockView view, Span<ulong> offices, Span<ulong> homes)
    {
        switch (gate)
        {
            case GateId.Licensed:
                KeepInState(gate, view, view.ServiceDay.Licensed, offices, homes);
                break;
            case GateId.NotExcluded:
                KeepBoth(view.Fixed.NotExcluded, offices, homes);
                break;
            case GateId.Vetted:
                KeepVetted(view, offices, homes);
                break;
            case GateId.Accepting or GateId.InNetwork when query.Network is not null && networkKey < 0:
                KeepOneByOne(gate, view, offices, VisitMode.Office);
                KeepOneByOne(gate, view, homes, VisitMode.HomeVisit);
                break;
            case GateId.Accepting:
                KeepBoth(view.Fixed.Accepting, offices, homes);
                Bits.AndNot(offices, view.Network?.Closed);
                Bits.AndNot(homes, view.Network?.Closed);
                break;
            case GateId.InNetwork when query.Network is not null:
                KeepBoth(view.Network?.In, offices, homes);
                break;
            case GateId.Indicated:
                KeepIndicated(view, offices, homes);
                break;
            case GateId.Credentialed:
                foreach (var requirement in requirements)
                    KeepBoth(view.ServiceDay.Meets(requirement), offices, homes);
                break;
            case GateId.RequiredPreferences:
                KeepRequired(view, offices, homes);
                break;
        }
    }

    private void KeepVetted(BlockView view, Span<ulong> offices, Span<ulong> homes)
    {
        Span<ulong> vetted = stackalloc ulong[Bits.Words];
        vetted.Clear();
        Bits.Or(vetted, view.AsOf.AtLeast(Math.Clamp(query.MinTier, 0, AsOfColumns.MostWithoutSpecialty)));
        if (query.MinTier > AsOfColumns.MostWithoutSpecialty)
        {
            for (var place = 0; place < view.AsOf.Specialties.Length; place++)
            {
                if ((view.AsOf.Specialties[place] & query.Relevant.Bits) == 0)
                    vetted[place / Bits.PerWord] &= ~(1UL << (place % Bits.PerWord));
            }
        }

        KeepInState(GateId.Vetted, view, vetted, offices, homes);
    }

    private void KeepIndicated(BlockView view, Span<ulong> offices, Span<ulong> homes)
    {
        Span<ulong> indicated = stackalloc ulong[Bits.Words];
        Span<ulong> usable = stackalloc ulong[Bits.Words];
        indicated.Clear();
        for (var rest = query.Pairs.Primary.Supported.Bits; rest != 0; rest &= rest - 1)
        {
            FillUsable(BitOperations.TrailingZeroCount(rest), view, usable);
            Bits.Or(indicated, usable);
        }

        if (!query.Supported.ContainsAll(query.Insisted))
            indicated.Clear();
        for (var rest = query.Insisted.Bits; rest != 0; rest &= rest - 1)
        {
            FillUsable(BitOperations.TrailingZeroCount(rest), view, usable);
            Bits.And(indicated, usable);
        }

        KeepBoth(indicated, offices, homes);
    }

    /// <summary>Those who offer a modality and may practise it: <see cref="IndicatedGate.UsableBy"/>.</summary>
    private void FillUsable(int modality, BlockView view, Span<ulong> usable)
    {
        usable.Clear();
        Bits.Or(usable, view.Fixed.Offering(modality));
        foreach (var (requirement, modalities) in permissions)
        {
            if (modalities.Contains(modality))
                Bits.And(usable, view.ServiceDay.Meets(requirement));
        }
    }

    private void KeepRequired(BlockView view, Span<ulong> offices, Span<ulong> homes)
    {
        Span<ulong> holds = stackalloc ulong[Bits.Words];
        foreach (var required in query.Criteria.Preferences.Required)
        {
            if (required == Preference.HomeVisit)
            {
                offices.Clear();
                continue;
            }

            holds.Clear();
            PreferenceRows.Fill(required, view, query.Criteria.Preferences, holds);
            KeepBoth(holds, offices, homes);
        }
    }

    /// <summary>A gate about a state: the row is about the listing's. Home visits from another state than the patient's are asked about one by one.</summary>
    private void KeepInState(GateId gate, BlockView view, ReadOnlySpan<ulong> row, Span<ulong> offices, Span<ulong> homes)
    {
        Span<ulong> foreign = stackalloc ulong[Bits.Words];
        homes.CopyTo(foreign);
        Bits.AndNot(foreign, view.InPatientState);
        if (gate == GateId.Licensed && asksForLicence)
            KeepLicenceHolders(view, foreign);
        KeepOneByOne(gate, view, foreign, VisitMode.HomeVisit);
        Bits.And(homes, view.InPatientState);
        Bits.And(homes, row);
        Bits.Or(homes, foreign);
        Bits.And(offices, row);
    }

    /// <summary>Most who would travel from another state have no licence of the patient's: a glance tells.</summary>
    private void KeepLicenceHolders(BlockView view, Span<ulong> candidates)
    {
        for (var word = 0; word < Bits.Words; word++)
        {
            for (var rest = candidates[word]; rest != 0; rest &= rest - 1)
            {
                if (!view.Block.Entries[(word * Bits.PerWord) + BitOperations.TrailingZeroCount(rest)].Therapist.HasLicenceOf(query.Criteria.PatientState))
                    candidates[word] &= ~(rest & (~rest + 1));
            }
        }
    }

    private void KeepOneByOne(GateId gate, BlockView view, Span<ulong> candidates, VisitMode mode)
    {
        for (var word = 0; word < Bits.Words; word++)
        {
            for (var rest = candidates[word]; rest != 0; rest &= rest - 1)
            {
                var place = (word * Bits.PerWord) + BitOperations.TrailingZeroCount(rest);
                if (!GateSequence.Passes(gate, view.CandidateAt(place, mode), query))
                    candidates[word] &= ~(rest & (~rest + 1));
            }
        }
    }

    private static void KeepBoth(ReadOnlySpan<ulong> row, Span<ulong> offices, Span<ulong> homes)
    {
        Bits.And(offices, row);
        Bits.And(homes, row);
    }

    private int PlaceOf(CredentialRequirement requirement)
    {
        var all = query.Knowledge.Rows.CredentialRequirements;
        return Enumerable.Range(0, all.Length).First(place => ReferenceEquals(all[place], requirement));
    }
}

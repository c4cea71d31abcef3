using System.Numerics;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>
/// Judges and scores the standing candidates of a block for one query: the gates that ask about the order, and the sum that
/// <see cref="Scorer"/> explains, rule by rule. Each is passed by as soon as, with the best of all that is not yet known, it could not be
/// among the best.
/// </summary>
/// <param name="query">What for.</param>
/// <param name="view">The block.</param>
/// <param name="candidates">Those in the listings' own state, or those who would come from another.</param>
/// <param name="areFromAbroad">Which of the two.</param>
/// <param name="reach">For offices.</param>
internal sealed class CandidateScores(MatchQuery query, BlockView view, StandingCandidates candidates, bool areFromAbroad, Reach reach)
{
    private readonly ServiceDayColumns serviceDay = view.ServiceDay;
    private readonly RuleWeights weights = query.Weights;
    private ulong[][]? requiredRows;
    private ulong[][]? softRows;

    private ulong[][] RequiredRows => requiredRows ??= [.. query.Criteria.Preferences.Required.Where(preference => preference != Preference.HomeVisit).Select(RowOf)];

    private ulong[][] SoftRows => softRows ??= [.. query.SoftPreferences.Select(RowOf)];

    private int MostForPreferences => weights.Preferences * Millionths.One;

    private int MostForDistance => weights.Distance * Millionths.One;

    /// <summary>Scores whoever in a tile can still come before the last of the best.</summary>
    /// <param name="tile">Of the candidates.</param>
    /// <param name="mostForDistance">Nobody there has more for being near.</param>
    /// <param name="best">Takes them.</param>
    public void Offer(int tile, int mostForDistance, BestResults best)
    {
        var here = candidates.In(tile);
        var least = best.LeastScore - (weights.ModalityFit * query.Fit.MostOf(candidates.Tiles[tile].Offered)) - MostForPreferences - mostForDistance;
        for (var rest = Offering(here, Promising(here, least)); rest != 0; rest &= rest - 1)
            OfferOne(here[BitOperations.TrailingZeroCount(rest)], mostForDistance, best);
    }

    /// <summary>Scores those of the eligible who are among the candidates.</summary>
    public void OfferEach(EligibleHere eligible, BestResults best)
    {
        var (row, before) = (candidates.Row, 0);
        for (var word = 0; word < row.Length; word++)
        {
            for (var rest = row[word] & eligible.Either(word); rest != 0; rest &= rest - 1)
                OfferOne(candidates[before + BitOperations.PopCount(row[word] & ((rest & (~rest + 1)) - 1))], MostForDistance, best);
            before += BitOperations.PopCount(row[word]);
        }
    }

    /// <summary>A bit for each candidate who has so much.</summary>
    private static uint Promising(ReadOnlySpan<StandingCandidate> here, long least)
    {
        var found = 0U;
        for (var i = 0; i < here.Length; i++)
            found |= (here[i].Score >= least ? 1U : 0) << i;
        return found;
    }

    /// <summary>
    /// Those of some who offer anything for the first diagnosis. One after the other without a decision between them: most of them have
    /// to come from memory, and so they come side by side.
    /// </summary>
    private uint Offering(ReadOnlySpan<StandingCandidate> here, uint some)
    {
        var (found, glances, wanted) = (0U, view.Block.Glances, query.Pairs.Primary.Supported);
        for (var rest = some; rest != 0; rest &= rest - 1)
        {
            var i = BitOperations.TrailingZeroCount(rest);
            found |= (glances[here[i].Place].Offered.Overlaps(wanted) ? 1U : 0) << i;
        }

        return found;
    }

    private void OfferOne(in StandingCandidate candidate, int mostForDistance, BestResults best)
    {
        ref readonly var glance = ref view.Block.Glances[candidate.Place];
        var usable = UsableBy(candidate.Place, glance.Offered);
        if (!IndicatedGate.Passes(usable, query))
            return;
        var certified = candidate.Has(Traits.Certified) ? serviceDay.Certified[candidate.Place] : ModalitySet.Empty;
        var scored = candidate.Score + ((long)weights.ModalityFit * query.Fit.Raw(usable, certified, glance.Documented)) - WorthOfVainSpecialty(candidate);
        if (scored + MostForPreferences + mostForDistance < best.LeastScore)
            return;
        var squaredChord = query.Place.SquaredChordTo(glance.Point);
        if (scored + MostForPreferences + Near(UnitVector.LeastMilesOfChord(Math.Sqrt(squaredChord))) < best.LeastScore || !MeetsTheOrder(candidate))
            return;
        var isOffice = IsOffice(candidate, squaredChord);
        if (isOffice)
            Offer(candidate.Place, VisitMode.Office, scored, squaredChord, best);

        // Where nothing speaks for a home visit, one at the same listing's office comes first.
        if ((!isOffice || query.SoftPreferences.Contains(Preference.HomeVisit)) && IsHome(candidate, squaredChord))
            Offer(candidate.Place, VisitMode.HomeVisit, scored, squaredChord, best);
    }

    private void Offer(int place, VisitMode mode, long scored, double squaredChord, BestResults best)
    {
        var (distance, id) = (UnitVector.MilesOfSquaredChord(squaredChord), view.Block.Glances[place].Therapist);
        var score = scored + ((long)weights.Preferences * Preferences(place, mode)) + Near(distance.Value);
        best.Offer(new ScoredPlace(view.Block, place, id, mode, distance, score));
    }

    /// <summary>What is offered and may be practised: <see cref="IndicatedGate.UsableBy"/>.</summary>
    private ModalitySet UsableBy(int place, ModalitySet offered)
    {
        foreach (var permission in query.Permissions)
        {
            if (offered.Overlaps(permission.Modalities) && !Bits.Contains(serviceDay.Meets(permission.Place), place))
                offered = offered.Except(permission.Modalities);
        }

        return offered;
    }

    /// <summary>What a standing score has too much where the order cannot use the specialty.</summary>
    private int WorthOfVainSpecialty(in StandingCandidate candidate) =>
        candidate.Has(Traits.Specialist) && !candidates.Tiers.IsSpecialist(candidate.Place, query.Relevant) ? weights.Vetting * VettingRule.SpecialtyWorth : 0;

    /// <summary>The gates that are left: the highest tier, credentials, and what is required of the listing.</summary>
    private bool MeetsTheOrder(in StandingCandidate candidate)
    {
        if (query.MinTier > TierColumns.MostWithoutSpecialty && !candidates.Tiers.IsSpecialist(candidate.Place, query.Relevant))
            return false;
        foreach (var requirement in query.Requirements)
        {
            if (!Bits.Contains(serviceDay.Meets(requirement), candidate.Place))
                return false;
        }

        foreach (var row in RequiredRows)
        {
            if (!Bits.Contains(row, candidate.Place))
                return false;
        }

        return true;
    }

    private bool IsOffice(in StandingCandidate candidate, double squaredChord) =>
        !areFromAbroad && candidate.Has(Traits.Office) && !query.Criteria.Preferences.Required.Contains(Preference.HomeVisit) && reach.Contains(squaredChord);

    private bool IsHome(in StandingCandidate candidate, double squaredChord) =>
        view.MayVisit && candidate.Has(Traits.Travels) && (areFromAbroad || Bits.Contains(view.InPatientState, candidate.Place))
        && view.Block.Points.IsTravelling(candidate.Place, squaredChord);

    private long Near(double miles) => (long)weights.Distance * DistanceRule.Raw(miles, query.Options);

    private int Preferences(int place, VisitMode mode)
    {
        if (query.SoftPreferences.IsEmpty)
            return Millionths.One;
        var holding = 0;
        for (var i = 0; i < SoftRows.Length; i++)
            holding += query.SoftPreferences[i] == Preference.HomeVisit ? (mode == VisitMode.HomeVisit ? 1 : 0) : Bits.Contains(SoftRows[i], place) ? 1 : 0;
        return PreferencesRule.Raw(holding, SoftRows.Length);
    }

    private ulong[] RowOf(Preference preference)
    {
        var row = new ulong[Bits.Words];
        PreferenceRows.Fill(preference, view, query.Criteria.Preferences, row);
        return row;
    }
}

using System.Collections.Immutable;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>
/// The most that <see cref="Scorer.Score"/> can say of an eligible candidate, from the columns alone. Nearly the score itself: the
/// distance is taken along the chord, which is never longer, and a home visit in another state is taken to be vetted in full.
/// </summary>
internal sealed class ScoreBound
{
    private readonly MatchQuery query;
    private readonly BlockView view;
    private readonly ImmutableArray<Preference> soft;
    private readonly ulong[][] held;
    private readonly (ulong[]? Meets, ModalitySet Modalities)[] permissions;

    public ScoreBound(MatchQuery query, BlockView view)
    {
        (this.query, this.view) = (query, view);
        soft = [.. PreferencesRule.Every.Where(preference => PreferencesRule.IsSoft(preference, query.Criteria.Preferences))];
        held = [.. soft.Select(RowOf)];
        var requirements = query.Knowledge.Rows.CredentialRequirements;
        permissions = [.. query.Permissions.Select(permission => (view.ServiceDay.Meets(requirements.IndexOf(permission.Requirement)), permission.Modalities))];
    }

    public long Of(int place, VisitMode mode, double squaredChord)
    {
        var weights = query.Weights;
        return ((long)weights.ModalityFit * Fit(place))
            + ((long)weights.Vetting * Vetting(place, mode))
            + ((long)weights.NetworkEvidence * Network(place))
            + ((long)weights.Distance * DistanceRule.Raw(MilesOfChord(squaredChord), query.Options))
            + ((long)weights.Availability * view.AsOf.Availability[place])
            + ((long)weights.Record * view.Fixed.Record[place])
            + ((long)weights.Preferences * Preferences(place, mode));
    }

    /// <summary>Along the chord: never more than the distance.</summary>
    public static double MilesOfChord(double squaredChord) => Math.Sqrt(squaredChord) * GeoPoint.EarthRadiusMiles * (1 - 1e-12);

    private int Fit(int place)
    {
        var usable = new ModalitySet(view.Fixed.Offered[place]);
        foreach (var (meets, modalities) in permissions)
        {
            if (usable.Overlaps(modalities) && !Bits.Contains(meets, place))
                usable = usable.Except(modalities);
        }

        return ModalityFitRule.Raw(usable, new ModalitySet(view.ServiceDay.Certified[place]), new ModalitySet(view.Fixed.Documented[place]), query);
    }

    private int Vetting(int place, VisitMode mode) =>
        mode == VisitMode.HomeVisit && !Bits.Contains(view.InPatientState, place) ? Millionths.One
        : (view.AsOf.Specialties[place] & query.Relevant.Bits) != 0 ? view.AsOf.VettingWithSpecialty[place]
        : view.AsOf.Vetting[place];

    private int Network(int place)
    {
        if (query.Network is null)
            return Millionths.One / 2;
        if (!Bits.Contains(view.Network?.In, place))
            return Millionths.One;
        var (trust, asOf) = view.Network!.EvidenceOf(place);
        return NetworkEvidenceRule.Raw(trust, query.Criteria.AsOf.DayNumber - asOf);
    }

    private int Preferences(int place, VisitMode mode)
    {
        var holding = 0;
        for (var i = 0; i < soft.Length; i++)
            holding += soft[i] == Preference.HomeVisit ? (mode == VisitMode.HomeVisit ? 1 : 0) : Bits.Contains(held[i], place) ? 1 : 0;
        return PreferencesRule.Raw(holding, soft.Length);
    }

    private ulong[] RowOf(Preference preference)
    {
        var row = new ulong[Bits.Words];
        PreferenceRows.Fill(preference, view, query.Criteria.Preferences, row);
        return row;
    }
}

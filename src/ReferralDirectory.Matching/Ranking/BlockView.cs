using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>A block as one query sees it: its columns on the query's two days, and the one for the network that is asked about.</summary>
internal sealed class BlockView(NearBlock near, MatchQuery query, int networkKey, StandingShelf? shelf)
{
    private ServiceDayColumns? serviceDay;
    private AsOfColumns? asOf;
    private StandingCandidates? own;
    private StandingCandidates? abroad;
    private Dictionary<int, ulong[]>? permitted;
    private double[]? tileChords;

    public Block Block { get; } = near.Block;

    /// <summary>Nobody here is nearer than this chord.</summary>
    public double Least { get; } = near.Least;

    public FixedColumns Fixed => Block.Fixed;

    public ServiceDayColumns ServiceDay => serviceDay ??= Block.OnServiceDay(query.Criteria.ServiceDate);

    public AsOfColumns AsOf => asOf ??= Block.AsOf(query.Criteria.AsOf);

    /// <summary>Null: nobody here is in network, or no network is asked about.</summary>
    public NetworkColumn? Network => networkKey < 0 ? null : ServiceDay.Network(networkKey);

    /// <summary>A network is asked about, and no fact here puts anybody in it.</summary>
    public bool IsOutOfNetwork => networkKey >= 0 && Network is null;

    /// <summary>Is <see cref="Own"/> kept from query to query?</summary>
    public bool IsOwnKept => shelf is not null;

    /// <summary>Those who stand in the listing's own state.</summary>
    public StandingCandidates Own => own ??= shelf is not null ? shelf.Of(near.Number)
        : StandingOf(ServiceDay.StandingRow(ServiceDay.Licensed, AsOf.Tiers, query.MinTier), AsOf.Tiers);

    /// <summary>Those who stand in the patient's state and would come from another.</summary>
    public StandingCandidates Abroad => abroad ??= StandingAbroad();

    /// <summary>The listings in the patient's state: for them a home visit needs the same licence as one at the office.</summary>
    public ulong[]? InPatientState => Fixed.InState(query.Criteria.PatientState);

    /// <summary>Does anybody here travel so far, if home visits are wanted?</summary>
    public bool MayVisit => query.AllowsHomeVisits && Least <= Block.Points.FarthestTravelChord;

    /// <summary>May somebody come from another state than the patient's? What stands of a listing is about its own.</summary>
    public bool MayVisitFromAbroad => MayVisit && Bits.IsAnyOutside(Fixed.Travels, InPatientState);

    /// <summary>From the patient to the centres of the tiles.</summary>
    public ReadOnlySpan<double> TileChords => tileChords ??= Measure();

    public Candidate CandidateAt(int place, VisitMode mode) => Block.ListingAt(place).ToCandidate(mode, DistanceTo(place));

    public Miles DistanceTo(int place) => UnitVector.MilesOfSquaredChord(Block.Points.SquaredChordFrom(query.Place, place));

    /// <summary>Those who offer a modality and may practise it: <see cref="IndicatedGate.UsableBy"/>.</summary>
    public ulong[]? UsableAs(int modality)
    {
        if (Fixed.Offering[modality] is not { } offering || !IsRestricted(modality))
            return Fixed.Offering[modality];
        if (permitted?.GetValueOrDefault(modality) is { } known)
            return known;
        ulong[] usable = [.. offering];
        foreach (var permission in query.Permissions)
        {
            if (permission.Modalities.Contains(modality))
                Bits.And(usable, ServiceDay.Meets(permission.Place));
        }

        (permitted ??= []).Add(modality, usable);
        return usable;
    }

    private bool IsRestricted(int modality)
    {
        foreach (var permission in query.Permissions)
        {
            if (permission.Modalities.Contains(modality))
                return true;
        }

        return false;
    }

    private StandingCandidates StandingAbroad()
    {
        var (state, tiers) = (query.Criteria.PatientState, AsOf.Abroad(query.Criteria.PatientState));
        var row = ServiceDay.StandingRow(ServiceDay.LicensedAbroad(state), tiers, query.MinTier);
        Bits.And(row, Fixed.Travels);
        Bits.AndNot(row, InPatientState);
        return StandingOf(row, tiers);
    }

    /// <summary>Those of a row who are in network, or in whose case nobody asks.</summary>
    private StandingCandidates StandingOf(ulong[] row, TierColumns tiers)
    {
        if (IsOutOfNetwork)
            Array.Clear(row);
        Network?.Keep(row);
        if (!IsOwnKept)
        {
            foreach (var place in Bits.Places([.. row]))
            {
                if (!IsInNetwork(place))
                    row[place / Bits.PerWord] &= ~(1UL << (place % Bits.PerWord));
            }
        }

        return new StandingCandidates(Block, ServiceDay, row, tiers, NetworkRawOf, query.StandingTerms);
    }

    private bool IsInNetwork(int place)
    {
        var candidate = CandidateAt(place, VisitMode.Office);
        return GateSequence.Passes(GateId.Accepting, candidate, query) && GateSequence.Passes(GateId.InNetwork, candidate, query);
    }

    private int NetworkRawOf(int place) =>
        Network is { } network ? ServiceDay.NetworkRawOn(query.Criteria.AsOf)[network.EvidenceOf(place)]
        : query.Network is null ? NetworkEvidenceRule.RawOfSelfPay[0]
        : NetworkEvidenceRule.Raw(CandidateAt(place, VisitMode.Office), query);

    private double[] Measure()
    {
        var chords = new double[Block.Points.Tiles.Room];
        Block.Points.Tiles.Measure(query.Place, chords);
        return chords;
    }
}

using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>A block as one query sees it: its columns on the query's two days, and the one for the network that is asked about.</summary>
internal sealed class BlockView(NearBlock near, MatchQuery query, int networkKey)
{
    private StandingCandidates? standing;
    private Dictionary<int, ulong[]>? permitted;
    private double[]? tileChords;

    public Block Block { get; } = near.Block;

    /// <summary>Nobody here is nearer than this chord.</summary>
    public double Least { get; } = near.Least;

    public FixedColumns Fixed { get; } = near.Block.Fixed;

    public ServiceDayColumns ServiceDay { get; } = near.Block.OnServiceDay(query.Criteria.ServiceDate);

    public AsOfColumns AsOf { get; } = near.Block.AsOf(query.Criteria.AsOf);

    /// <summary>Null: nobody here is in network, or no network is asked about.</summary>
    public NetworkColumn? Network { get; } = networkKey < 0 ? null : near.Block.OnServiceDay(query.Criteria.ServiceDate).Network(networkKey);

    /// <summary>A network is asked about, and no fact here puts anybody in it.</summary>
    public bool IsOutOfNetwork => networkKey >= 0 && Network is null;

    /// <summary>Null: about a network that the catalogue does not know, each listing is asked.</summary>
    public StandingCandidates? Standing => query.Network is not null && networkKey < 0 ? null : standing ??= ServiceDay.Standing(networkKey, query.StandingTerms);

    /// <summary>The listings in the patient's state: for them a home visit needs the same licence as one at the office.</summary>
    public ulong[]? InPatientState { get; } = near.Block.Fixed.InState(query.Criteria.PatientState);

    /// <summary>Does anybody here travel so far, if home visits are wanted?</summary>
    public bool MayVisit { get; } = query.AllowsHomeVisits && near.Least <= near.Block.Points.FarthestTravelChord;

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

    private double[] Measure()
    {
        var chords = new double[Block.Points.Tiles.Room];
        Block.Points.Tiles.Measure(query.Place, chords);
        return chords;
    }
}

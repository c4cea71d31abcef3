using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>A block as one query sees it: its columns on the query's two days, and the one for the network that is asked about.</summary>
internal sealed class BlockView(Block block, MatchQuery query, int networkKey)
{
    private Dictionary<int, ulong[]>? permitted;
    private double[]? tileChords;

    public Block Block { get; } = block;

    public FixedColumns Fixed { get; } = block.Fixed;

    public ServiceDayColumns ServiceDay { get; } = block.OnServiceDay(query.Criteria.ServiceDate);

    public AsOfColumns AsOf { get; } = block.AsOf(query.Criteria.AsOf);

    /// <summary>Null: nobody here is in network, or no network is asked about.</summary>
    public NetworkColumn? Network { get; } = networkKey < 0 ? null : block.OnServiceDay(query.Criteria.ServiceDate).Network(networkKey);

    /// <summary>The listings in the patient's state: for them a home visit needs the same licence as one at the office.</summary>
    public ulong[]? InPatientState { get; } = block.Fixed.InState(query.Criteria.PatientState);

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

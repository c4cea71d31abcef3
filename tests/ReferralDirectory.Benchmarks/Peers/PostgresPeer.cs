using System.Globalization;
using Npgsql;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Benchmarks.Peers;

/// <summary>
/// One row for each office and question in PostgreSQL, filtered, scored and sorted there, so that only the best are sent. A prepared
/// statement for each audience, one round trip for each radius.
/// </summary>
internal sealed class PostgresPeer : Peer, IDisposable
{
    private const int FirstLevel = 12;
    private const string SquaredChord = "((x - $2) * (x - $2) + (y - $3) * (y - $3) + (z - $4) * (z - $4))";

    private readonly FlatWorld world;
    private readonly PostgresDesign design;
    private readonly NpgsqlConnection connection;
    private readonly string byPhysician;
    private readonly string byPatient;

    public PostgresPeer(FlatWorld world, PostgresCluster cluster, PostgresDesign design)
    {
        (this.world, this.design) = (world, design);
        var options = new RankingOptions();
        (byPhysician, byPatient) = (SearchFor("physician", options.Physician, options), SearchFor("patient", options.Patient, options));
        connection = cluster.OpenDatabase(design.Database);
        OfferTable.Load(connection, world);
        Execute(design.Index);
        Execute("VACUUM (FREEZE, ANALYZE) offer");
        Bytes = OfferTable.Bytes(connection);
    }

    public override string Name => design.Name;

    public override long Bytes { get; }

    public void Dispose() => connection.Dispose();

    protected override Hit[] Within(Miles radius, PeerQuestion question)
    {
        // The connection prepares what comes again.
        using var search = new NpgsqlCommand(question.ByPatient ? byPatient : byPhysician, connection);
        search.Parameters.AddRange(ParametersOf(question, radius));
        search.Parameters.AddRange(design.Parameters(question.Criteria.Place, radius));
        var best = new BestTherapists(question.Limit, world.Day);
        using var reader = search.ExecuteReader();
        while (reader.Read())
            best.Offer(reader.GetInt64(0), reader.GetInt64(1));
        return best.InOrder;
    }

    private NpgsqlParameter[] ParametersOf(PeerQuestion question, Miles radius) =>
    [
        Of((short)question.Network),
        Of(question.Place.X), Of(question.Place.Y), Of(question.Place.Z), Of(UnitVector.SquaredChordOf(radius)),
        Of((short)question.MinTier), Set(question.Fit.Supported), Set(question.Required), Set(question.Relevant), Of(question.Fit.Neutral),
        Of((long)question.Limit * world.MostListings),
        .. Enumerable.Range(0, FitLevels.All.Length).Select(level => Set(question.Fit.ModalitiesAt(level))),
    ];

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };

    private static NpgsqlParameter<long> Set(ulong bits) => Of(unchecked((long)bits));

    private string SearchFor(string audience, RuleWeights weights, RankingOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        SELECT therapist,
            {audience}
            + {weights.ModalityFit} * CASE {string.Join(' ', FitLevels.All.Select(WhenAt))} ELSE $10 END
            + {weights.Vetting} * CASE WHEN specialties & $9 <> 0 THEN lift ELSE 0 END
            + {weights.Distance} * round(1000000 / (1 + (asin(least(1, sqrt({SquaredChord}) / 2)) * {2 * GeoPoint.EarthRadiusMiles / options.HalfDistanceMiles:R}) ^ 2))::bigint
            AS score
        FROM {design.From}
        WHERE question = $1 AND tier >= $6 AND usable & $7 <> 0 AND met & $8 = $8 AND {SquaredChord} <= $5
        ORDER BY score DESC, draw, therapist LIMIT $11
        """);

    private static string WhenAt((EvidenceGrade Grade, TrainingEvidence Training, int Worth) level, int place)
    {
        var column = level.Training switch
        {
            TrainingEvidence.Certified => "certified",
            TrainingEvidence.Documented => "documented",
            _ => "usable",
        };
        return string.Create(CultureInfo.InvariantCulture, $"WHEN {column} & ${FirstLevel + place} <> 0 THEN {level.Worth}");
    }

    private void Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}

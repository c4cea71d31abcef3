using Microsoft.Data.Sqlite;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Benchmarks.Peers;

/// <summary>
/// SQLite at its best: one row for each office and question, clustered by (question, band, longitude), so that a circle is a few ranges
/// of one b-tree. SQLite filters, we score; the nearest bands come first, and rows that cannot reach the last of the best are left to SQLite.
/// </summary>
internal sealed class SqliteBands : Peer, IDisposable
{
    private const int Columns = 17;

    private readonly DateOnly day;
    private readonly int mostLift;
    private readonly SqliteFile file;
    private readonly SqliteCommand byPhysician;
    private readonly SqliteCommand byPatient;

    public SqliteBands(FlatWorld world, string path)
    {
        day = world.Day;
        mostLift = world.Offices.Max(office => office.Lift);
        file = new SqliteFile(path);
        file.Execute(
            """
            CREATE TABLE offer (
                question INTEGER, band INTEGER, longitude REAL, office INTEGER,
                physician INTEGER, patient INTEGER, z REAL, tier INTEGER, usable INTEGER, met INTEGER,
                therapist INTEGER, x REAL, y REAL, documented INTEGER, certified INTEGER, specialties INTEGER, lift INTEGER,
                PRIMARY KEY (question, band, longitude, office)) WITHOUT ROWID
            """);
        file.Insert("offer", Columns, OfferRow.AllOf(world).Select(ValuesOf));
        file.Execute("ANALYZE");
        Bytes = file.Bytes;
        (byPhysician, byPatient) = (Search("physician"), Search("patient"));
    }

    public override string Name => "SQLite, clustered by (question, band, longitude)";

    public override long Bytes { get; }

    public void Dispose()
    {
        byPhysician.Dispose();
        byPatient.Dispose();
        file.Dispose();
    }

    protected override Hit[] Within(Miles radius, PeerQuestion question)
    {
        var best = new BestTherapists(question.Limit, day);
        var reach = new Reach(radius);
        var search = question.ByPatient ? byPatient : byPhysician;
        var circle = new Circle(question.Criteria.Place, radius);
        SqliteFile.Set(
            search, question.Network, question.MinTier, unchecked((long)question.Fit.Supported), unchecked((long)question.Required), ZOf(circle.South), ZOf(circle.North));
        foreach (var (band, west, east, miles) in Bands.Around(circle))
        {
            SqliteFile.SetFrom(search, 6, band, west, east, best.LeastScore - MostBesides(question, miles));
            using var reader = search.ExecuteReader();
            while (reader.Read())
                Offer(reader, question, reach, best);
        }

        return best.InOrder;
    }

    private static void Offer(SqliteDataReader reader, PeerQuestion question, in Reach reach, BestTherapists best)
    {
        var squaredChord = question.Place.SquaredChordTo(new UnitVector(reader.GetDouble(2), reader.GetDouble(3), reader.GetDouble(4)));
        if (!reach.Contains(squaredChord))
            return;
        var score = reader.GetInt64(1) + Scoring.DistancePart(question, squaredChord)
            + Scoring.FitPart(question, SetAt(5), SetAt(6), SetAt(7)) + Scoring.LiftPart(question, SetAt(8), reader.GetInt32(9));
        best.Offer(reader.GetInt64(0), score);

        ulong SetAt(int column) => unchecked((ulong)reader.GetInt64(column));
    }

    /// <summary>The height above the equator's plane, which every row has for its point.</summary>
    private static double ZOf(double latitude) => Math.Sin(double.DegreesToRadians(latitude));

    /// <summary>The most that comes to what is stored: fit, distance and a specialty.</summary>
    private long MostBesides(PeerQuestion question, double miles) =>
        ((long)question.Weights.ModalityFit * question.Fit.Most) + ((long)question.Weights.Vetting * mostLift) + Scoring.DistancePart(question, new Miles(miles));

    private SqliteCommand Search(string audience) => file.Command(
        $"""
        SELECT therapist, {audience}, x, y, z, usable, documented, certified, specialties, lift FROM offer
        WHERE question = $1 AND band = $7 AND longitude BETWEEN $8 AND $9
            AND {audience} >= $10 AND z BETWEEN $5 AND $6 AND tier >= $2 AND usable & $3 <> 0 AND met & $4 = $4
        """,
        parameters: 10);

    private static object[] ValuesOf(OfferRow offer)
    {
        var office = offer.Office;
        return
        [
            offer.Question, offer.Band, office.Point.Longitude, office.Number,
            offer.Physician, offer.Patient, office.At.Z, office.Tier, unchecked((long)office.Usable), unchecked((long)office.Met),
            office.Therapist, office.At.X, office.At.Y, unchecked((long)office.Documented), unchecked((long)office.Certified),
            unchecked((long)office.Specialties), office.Lift,
        ];
    }
}

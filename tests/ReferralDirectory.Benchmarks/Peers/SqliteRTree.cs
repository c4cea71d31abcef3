using Microsoft.Data.Sqlite;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Benchmarks.Peers;

/// <summary>SQLite as its manual suggests: an R*Tree of the offices, joined with the offices' columns and with the networks.</summary>
internal sealed class SqliteRTree : Peer, IDisposable
{
    private readonly DateOnly day;
    private readonly SqliteFile file;
    private readonly SqliteCommand search;

    public SqliteRTree(FlatWorld world, string path)
    {
        day = world.Day;
        file = new SqliteFile(path);
        file.Execute("CREATE VIRTUAL TABLE place USING rtree(office, west, east, south, north)");
        file.Execute(
            """
            CREATE TABLE office (
                office INTEGER PRIMARY KEY, therapist INTEGER, x REAL, y REAL, z REAL, tier INTEGER, usable INTEGER, met INTEGER, physician INTEGER,
                patient INTEGER, documented INTEGER, certified INTEGER, specialties INTEGER, lift INTEGER)
            """);
        file.Execute("CREATE TABLE network (question INTEGER, office INTEGER, evidence INTEGER, PRIMARY KEY (question, office)) WITHOUT ROWID");
        file.Insert("place", 5, world.Offices.Select(office => (object[])
            [office.Number, office.Point.Longitude, office.Point.Longitude, office.Point.Latitude, office.Point.Latitude]));
        file.Insert("office", 14, world.Offices.Select(ValuesOf));
        file.Insert("network", 3, world.Networks.OrderBy(row => row.Question).ThenBy(row => row.Office.Number).Select(row => (object[])[row.Question, row.Office.Number, row.Evidence]));
        file.Execute("ANALYZE");
        Bytes = file.Bytes;
        search = file.Command(
            """
            SELECT office.therapist, CASE $1 WHEN 1 THEN patient ELSE physician END, evidence, x, y, z, usable, documented, certified, specialties, lift
            FROM place CROSS JOIN network ON network.question = $2 AND network.office = place.office CROSS JOIN office ON office.office = place.office
            WHERE place.east >= $6 AND place.west <= $7 AND place.north >= $8 AND place.south <= $9
                AND tier >= $3 AND usable & $4 <> 0 AND met & $5 = $5
            """,
            parameters: 9);
    }

    public override string Name => "SQLite, R*Tree and joins";

    public override long Bytes { get; }

    public void Dispose()
    {
        search.Dispose();
        file.Dispose();
    }

    protected override Hit[] Within(Miles radius, PeerQuestion question)
    {
        var best = new BestTherapists(question.Limit, day);
        var reach = new Reach(radius);
        var circle = new Circle(question.Criteria.Place, radius);
        SqliteFile.Set(
            search, question.ByPatient ? 1 : 0, question.Network, question.MinTier, unchecked((long)question.Fit.Supported), unchecked((long)question.Required));
        foreach (var (west, east) in circle.LongitudesBetween(circle.South, circle.North))
        {
            SqliteFile.SetFrom(search, 5, west, east, circle.South, circle.North);
            using var reader = search.ExecuteReader();
            while (reader.Read())
                Offer(reader, question, reach, best);
        }

        return best.InOrder;
    }

    private static void Offer(SqliteDataReader reader, PeerQuestion question, in Reach reach, BestTherapists best)
    {
        var squaredChord = question.Place.SquaredChordTo(new UnitVector(reader.GetDouble(3), reader.GetDouble(4), reader.GetDouble(5)));
        if (!reach.Contains(squaredChord))
            return;
        var score = reader.GetInt64(1) + ((long)question.Weights.NetworkEvidence * reader.GetInt32(2)) + Scoring.DistancePart(question, squaredChord)
            + Scoring.FitPart(question, SetAt(6), SetAt(7), SetAt(8)) + Scoring.LiftPart(question, SetAt(9), reader.GetInt32(10));
        best.Offer(reader.GetInt64(0), score);

        ulong SetAt(int column) => unchecked((ulong)reader.GetInt64(column));
    }

    private static object[] ValuesOf(OfficeRow office) =>
    [
        office.Number, office.Therapist, office.At.X, office.At.Y, office.At.Z, office.Tier, unchecked((long)office.Usable), unchecked((long)office.Met),
        office.PhysicianBase, office.PatientBase, unchecked((long)office.Documented), unchecked((long)office.Certified), unchecked((long)office.Specialties), office.Lift,
    ];
}

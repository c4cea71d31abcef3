using Npgsql;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Benchmarks.Peers;

/// <summary>How rows near a point are found in PostgreSQL.</summary>
/// <param name="Name">In the table of results.</param>
/// <param name="Database">Of its own.</param>
/// <param name="Index">Made after loading.</param>
/// <param name="From">Where rows near the point come from, by way of the index; uses parameters from <c>$24</c> on.</param>
/// <param name="Parameters">The values of these parameters; those before say what is asked, see <see cref="PostgresPeer"/>.</param>
internal sealed record PostgresDesign(string Name, string Database, string Index, string From, Func<GeoPoint, Miles, NpgsqlParameter[]> Parameters)
{
    private const double MetersPerMile = 1609.344;

    /// <summary>As a good developer writes it.</summary>
    public static PostgresDesign Gist { get; } = new(
        "PostGIS, GiST on (question, point)",
        "gist",
        """
        CREATE EXTENSION postgis;
        CREATE EXTENSION btree_gist;
        ALTER TABLE offer ADD COLUMN point geography(Point, 4326) GENERATED ALWAYS AS (ST_SetSRID(ST_MakePoint(longitude, latitude), 4326)::geography) STORED;
        CREATE INDEX ON offer USING gist (question, point);
        """,
        "(SELECT ST_SetSRID(ST_MakePoint($24, $25), 4326)::geography AS place OFFSET 0) AS patient_place JOIN offer ON ST_DWithin(offer.point, place, $26, false)",
        static (place, radius) =>
        [
            new NpgsqlParameter<double> { TypedValue = place.Longitude },
            new NpgsqlParameter<double> { TypedValue = place.Latitude },
            new NpgsqlParameter<double> { TypedValue = radius.Value * MetersPerMile },
        ]);

    /// <summary>At its best: no geography, one covering b-tree that is never left.</summary>
    public static PostgresDesign Bands { get; } = new(
        "PostgreSQL, covering b-tree on (question, band, longitude)",
        "bands",
        """
        CREATE INDEX ON offer (question, band, longitude)
            INCLUDE (tier, usable, met, x, y, z, physician, patient, documented, certified, specialties, lift, draw, therapist);
        """,
        "unnest($24, $25, $26) AS near (band, west, east) JOIN offer ON offer.band = near.band AND offer.longitude BETWEEN near.west AND near.east",
        static (place, radius) =>
        {
            var ranges = Peers.Bands.Around(new Circle(place, radius));
            return
            [
                new NpgsqlParameter<short[]> { TypedValue = Array.ConvertAll(ranges, range => (short)range.Band) },
                new NpgsqlParameter<double[]> { TypedValue = Array.ConvertAll(ranges, range => range.West) },
                new NpgsqlParameter<double[]> { TypedValue = Array.ConvertAll(ranges, range => range.East) },
            ];
        });
}

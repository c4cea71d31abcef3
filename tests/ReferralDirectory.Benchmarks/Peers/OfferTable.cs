using Npgsql;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Benchmarks.Peers;

/// <summary>The offers as a table in PostgreSQL, loaded by COPY in the order in which they are looked for.</summary>
internal static class OfferTable
{
    private const string Columns =
        "question, band, longitude, latitude, therapist, draw, x, y, z, physician, patient, usable, documented, certified, specialties, met, lift, tier";

    public static void Load(NpgsqlConnection connection, FlatWorld world)
    {
        using var create = new NpgsqlCommand(
            """
            CREATE TABLE offer (
                question smallint NOT NULL, band smallint NOT NULL, longitude float8 NOT NULL, latitude float8 NOT NULL, therapist bigint NOT NULL,
                draw bigint NOT NULL, x float8 NOT NULL, y float8 NOT NULL, z float8 NOT NULL, physician bigint NOT NULL, patient bigint NOT NULL,
                usable bigint NOT NULL, documented bigint NOT NULL, certified bigint NOT NULL, specialties bigint NOT NULL, met bigint NOT NULL,
                lift integer NOT NULL, tier smallint NOT NULL)
            """,
            connection);
        create.ExecuteNonQuery();
        using var copy = connection.BeginBinaryImport($"COPY offer ({Columns}) FROM STDIN (FORMAT BINARY)");
        foreach (var offer in OfferRow.AllOf(world))
            Write(copy, offer, world.Day);
        copy.Complete();
    }

    public static long Bytes(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("SELECT pg_total_relation_size('offer')", connection);
        return (long)command.ExecuteScalar()!;
    }

    private static void Write(NpgsqlBinaryImporter copy, OfferRow offer, DateOnly day)
    {
        var office = offer.Office;
        copy.StartRow();
        copy.Write((short)offer.Question);
        copy.Write((short)offer.Band);
        copy.Write(office.Point.Longitude);
        copy.Write(office.Point.Latitude);
        copy.Write(office.Therapist);
        copy.Write(SignedDraw(day, office.Therapist));
        copy.Write(office.At.X);
        copy.Write(office.At.Y);
        copy.Write(office.At.Z);
        copy.Write(offer.Physician);
        copy.Write(offer.Patient);
        copy.Write(unchecked((long)office.Usable));
        copy.Write(unchecked((long)office.Documented));
        copy.Write(unchecked((long)office.Certified));
        copy.Write(unchecked((long)office.Specialties));
        copy.Write(unchecked((long)office.Met));
        copy.Write(office.Lift);
        copy.Write((short)office.Tier);
    }

    /// <summary>The day's draw in the same order, although PostgreSQL's numbers have a sign.</summary>
    private static long SignedDraw(DateOnly day, long therapist) => unchecked((long)(ResultOrder.Draw(day, new TherapistId(therapist)) ^ (1UL << 63)));
}

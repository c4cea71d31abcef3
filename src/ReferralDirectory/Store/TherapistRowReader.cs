using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using ReferralDirectory.Store.Rows;
using SQLitePCL;

namespace ReferralDirectory.Store;

/// <summary>Reads whole therapists: one ordered stream per table, merged by therapist id, so that no table is read twice.</summary>
internal static class TherapistRowReader
{
    /// <summary>Those whose ids are in a range, ascending. The connection must be inside a transaction, or tables may disagree.</summary>
    public static IEnumerable<TherapistRows> Read(sqlite3 connection, IdRange ids) => Read(connection, column => RowFilter.Between(column, ids.First, ids.Last));

    /// <summary>Those of the ids that exist, ascending.</summary>
    public static IEnumerable<TherapistRows> Read(sqlite3 connection, IEnumerable<long> ids)
    {
        long[] wanted = [.. ids];
        return Read(connection, column => RowFilter.In(column, wanted));
    }

    /// <summary>0 when there are no therapists.</summary>
    public static long LastId(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COALESCE(MAX(\"Id\"), 0) FROM \"Therapists\"";
        return (long)command.ExecuteScalar()!;
    }

    private static IEnumerable<TherapistRows> Read(sqlite3 connection, Func<string, RowFilter> only)
    {
        using var therapists = new RowReader<TherapistRow>(connection, [nameof(TherapistRow.Id)], only(nameof(TherapistRow.Id)));
        using var listings = new FactStream<ListingRow>(connection, only);
        using var licences = new FactStream<LicenceRow>(connection, only);
        using var certifications = new FactStream<CertificationRow>(connection, only);
        using var modalities = new FactStream<OfferedModalityRow>(connection, only);
        using var networks = new FactStream<NetworkFactRow>(connection, only);
        using var memberships = new FactStream<MembershipRow>(connection, only);
        using var languages = new FactStream<LanguageRow>(connection, only);
        using var doubts = new FactStream<DoubtRow>(connection, only);
        foreach (var therapist in therapists.Read())
        {
            yield return new TherapistRows
            {
                Therapist = therapist,
                Listings = listings.Take(therapist.Id),
                Licences = licences.Take(therapist.Id),
                Certifications = certifications.Take(therapist.Id),
                Modalities = modalities.Take(therapist.Id),
                Networks = networks.Take(therapist.Id),
                Memberships = memberships.Take(therapist.Id),
                Languages = languages.Take(therapist.Id),
                Doubts = doubts.Take(therapist.Id),
            };
        }
    }

    /// <summary>Hands out the rows of one therapist after the other. Ids must be asked for in rising order.</summary>
    private sealed class FactStream<TRow> : IDisposable
        where TRow : class, ITherapistFactRow
    {
        private readonly RowReader<TRow> reader;
        private readonly IEnumerator<TRow> rows;
        private bool more;

        public FactStream(sqlite3 connection, Func<string, RowFilter> only)
        {
            reader = new RowReader<TRow>(
                connection,
                [nameof(ITherapistFactRow.TherapistId), nameof(ITherapistFactRow.Position)],
                only(nameof(ITherapistFactRow.TherapistId)));
            rows = reader.Read().GetEnumerator();
            try
            {
                more = rows.MoveNext();
            }
            catch
            {
                // A statement that stays open keeps its connection from closing, whose complaint would hide this one.
                Dispose();
                throw;
            }
        }

        public ImmutableArray<TRow> Take(long therapistId)
        {
            if (!more || rows.Current.TherapistId != therapistId)
                return [];
            var taken = ImmutableArray.CreateBuilder<TRow>();
            for (; more && rows.Current.TherapistId == therapistId; more = rows.MoveNext())
                taken.Add(rows.Current);
            return taken.DrainToImmutable();
        }

        public void Dispose()
        {
            rows.Dispose();
            reader.Dispose();
        }
    }
}

/// <summary>Ids from one to another, both included.</summary>
internal readonly record struct IdRange(long First, long Last)
{
    /// <summary>The ids from 1 to the last one in ranges of one length.</summary>
    public static IEnumerable<IdRange> UpTo(long last, int length)
    {
        for (long first = 1; first <= last; first += length)
            yield return new IdRange(first, first + length - 1);
    }
}

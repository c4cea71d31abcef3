using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Store;

/// <summary>Reads whole therapists: one ordered stream per table, merged by therapist id, so that no table is read twice.</summary>
internal static class TherapistRowReader
{
    /// <summary>By id, ascending. The connection must be inside a transaction, or tables may disagree.</summary>
    public static IEnumerable<TherapistRows> ReadAll(SqliteConnection connection) => Read(connection, only: null);

    /// <summary>Those of the ids that exist, ascending.</summary>
    public static IEnumerable<TherapistRows> Read(SqliteConnection connection, IEnumerable<long> ids) => Read(connection, [.. ids]);

    private static IEnumerable<TherapistRows> Read(SqliteConnection connection, long[]? only)
    {
        using var therapists = new RowReader<TherapistRow>(connection, [nameof(TherapistRow.Id)], only is null ? null : RowFilter.In(nameof(TherapistRow.Id), only));
        using var listings = new FactStream<ListingRow>(connection, only);
        using var licences = new FactStream<LicenceRow>(connection, only);
        using var certifications = new FactStream<CertificationRow>(connection, only);
        using var modalities = new FactStream<OfferedModalityRow>(connection, only);
        using var networks = new FactStream<NetworkFactRow>(connection, only);
        using var memberships = new FactStream<MembershipRow>(connection, only);
        using var languages = new FactStream<LanguageRow>(connection, only);
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

        public FactStream(SqliteConnection connection, long[]? only)
        {
            reader = new RowReader<TRow>(
                connection,
                [nameof(ITherapistFactRow.TherapistId), nameof(ITherapistFactRow.Position)],
                only is null ? null : RowFilter.In(nameof(ITherapistFactRow.TherapistId), only));
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

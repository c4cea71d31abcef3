using System.Collections.Immutable;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Store;

/// <summary>Reads whole therapists: one ordered stream per table, merged by therapist id, so that no table is read twice.</summary>
internal static class TherapistRowReader
{
    /// <summary>By id, ascending. The context must be inside a transaction, or tables may disagree.</summary>
    public static IEnumerable<TherapistRows> ReadAll(DirectoryContext context) => Read(context, only: null);

    /// <summary>Those of the ids that exist, ascending.</summary>
    public static IEnumerable<TherapistRows> Read(DirectoryContext context, IEnumerable<long> ids) => Read(context, [.. ids]);

    private static IEnumerable<TherapistRows> Read(DirectoryContext context, long[]? only)
    {
        using var therapists = new RowReader<TherapistRow>(context, [nameof(TherapistRow.Id)], only);
        using var listings = new FactStream<ListingRow>(context, only);
        using var licences = new FactStream<LicenceRow>(context, only);
        using var certifications = new FactStream<CertificationRow>(context, only);
        using var modalities = new FactStream<OfferedModalityRow>(context, only);
        using var networks = new FactStream<NetworkFactRow>(context, only);
        using var memberships = new FactStream<MembershipRow>(context, only);
        using var languages = new FactStream<LanguageRow>(context, only);
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

        public FactStream(DirectoryContext context, long[]? only)
        {
            reader = new RowReader<TRow>(context, [nameof(ITherapistFactRow.TherapistId), nameof(ITherapistFactRow.Position)], only);
            rows = reader.Read().GetEnumerator();
            more = rows.MoveNext();
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

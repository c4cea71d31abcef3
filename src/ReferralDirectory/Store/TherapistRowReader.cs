using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
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
        var therapists = context.Therapists.AsNoTracking();
        if (only is not null)
            therapists = therapists.Where(row => EF.Parameter(only).Contains(row.Id));

        using var listings = Facts(context.Listings, only);
        using var licences = Facts(context.Licences, only);
        using var certifications = Facts(context.Certifications, only);
        using var modalities = Facts(context.OfferedModalities, only);
        using var networks = Facts(context.NetworkFacts, only);
        using var memberships = Facts(context.Memberships, only);
        using var languages = Facts(context.Languages, only);
        foreach (var therapist in therapists.OrderBy(row => row.Id).AsEnumerable())
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

    private static FactStream<TRow> Facts<TRow>(DbSet<TRow> table, long[]? only)
        where TRow : class, ITherapistFactRow
    {
        var rows = table.AsNoTracking();
        if (only is not null)
            rows = rows.Where(row => EF.Parameter(only).Contains(row.TherapistId));
        return new FactStream<TRow>(rows.OrderBy(row => row.TherapistId).ThenBy(row => row.Position).AsEnumerable());
    }

    /// <summary>Hands out the rows of one therapist after the other. Ids must be asked for in rising order.</summary>
    private sealed class FactStream<TRow> : IDisposable
        where TRow : class, ITherapistFactRow
    {
        private readonly IEnumerator<TRow> rows;
        private bool more;

        public FactStream(IEnumerable<TRow> rows)
        {
            this.rows = rows.GetEnumerator();
            more = this.rows.MoveNext();
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

        public void Dispose() => rows.Dispose();
    }
}

using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Store;

/// <summary>Writes whole therapists with prepared commands, in the transaction that is open on the context.</summary>
internal sealed class TherapistRowWriter(DirectoryContext context) : IDisposable
{
    private readonly RowInserter<TherapistRow> therapists = new(context, replace: true);
    private readonly RowInserter<ListingRow> listings = new(context);
    private readonly RowInserter<LicenceRow> licences = new(context);
    private readonly RowInserter<CertificationRow> certifications = new(context);
    private readonly RowInserter<OfferedModalityRow> modalities = new(context);
    private readonly RowInserter<NetworkFactRow> networks = new(context);
    private readonly RowInserter<MembershipRow> memberships = new(context);
    private readonly RowInserter<LanguageRow> languages = new(context);

    public void Write(IEnumerable<TherapistRows> rows)
    {
        foreach (var row in rows)
            Write(row);
    }

    /// <summary>Takes the facts of therapists out; the therapists stay, to be overwritten.</summary>
    public void ClearFacts(IEnumerable<long> therapistIds)
    {
        long[] ids = [.. therapistIds];
        if (ids.Length == 0)
            return;
        Clear(context.Listings, ids);
        Clear(context.Licences, ids);
        Clear(context.Certifications, ids);
        Clear(context.OfferedModalities, ids);
        Clear(context.NetworkFacts, ids);
        Clear(context.Memberships, ids);
        Clear(context.Languages, ids);
    }

    public void Dispose()
    {
        therapists.Dispose();
        listings.Dispose();
        licences.Dispose();
        certifications.Dispose();
        modalities.Dispose();
        networks.Dispose();
        memberships.Dispose();
        languages.Dispose();
    }

    private void Write(TherapistRows rows)
    {
        therapists.Insert(rows.Therapist);
        listings.Insert(rows.Listings);
        licences.Insert(rows.Licences);
        certifications.Insert(rows.Certifications);
        modalities.Insert(rows.Modalities);
        networks.Insert(rows.Networks);
        memberships.Insert(rows.Memberships);
        languages.Insert(rows.Languages);
    }

    private static void Clear<TRow>(DbSet<TRow> table, long[] ids)
        where TRow : class, ITherapistFactRow =>
        table.Where(row => EF.Parameter(ids).Contains(row.TherapistId)).ExecuteDelete();
}

using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Store;

/// <summary>Therapists who are new or differ from what is stored, row by row in the staging area, until they take the place of those that are stored.</summary>
internal sealed class StagedTherapists : IDisposable
{
    private readonly DirectoryContext context;
    private readonly NumberInserter leaving;
    private readonly RowInserter<TherapistRow> therapists;
    private readonly RowInserter<ListingRow> listings;
    private readonly RowInserter<ListingPlaceRow> places;
    private readonly RowInserter<LicenceRow> licences;
    private readonly RowInserter<CertificationRow> certifications;
    private readonly RowInserter<OfferedModalityRow> modalities;
    private readonly RowInserter<NetworkFactRow> networks;
    private readonly RowInserter<MembershipRow> memberships;
    private readonly RowInserter<LanguageRow> languages;
    private readonly RowInserter<DoubtRow> doubts;

    public StagedTherapists(DirectoryContext context)
    {
        this.context = context;
        leaving = new NumberInserter(context, "Leaving", "Id");
        therapists = Make<TherapistRow>();
        listings = Make<ListingRow>();
        places = Make<ListingPlaceRow>();
        licences = Make<LicenceRow>();
        certifications = Make<CertificationRow>();
        modalities = Make<OfferedModalityRow>();
        networks = Make<NetworkFactRow>();
        memberships = Make<MembershipRow>();
        languages = Make<LanguageRow>();
        doubts = Make<DoubtRow>();
    }

    public void Add(TherapistRows rows)
    {
        therapists.Insert(rows.Therapist);
        listings.Insert(rows.Listings);
        licences.Insert(rows.Licences);
        certifications.Insert(rows.Certifications);
        modalities.Insert(rows.Modalities);
        networks.Insert(rows.Networks);
        memberships.Insert(rows.Memberships);
        languages.Insert(rows.Languages);
        doubts.Insert(rows.Doubts);
    }

    /// <summary>A place that got its listing's id, or one that went to another therapist.</summary>
    public void Add(ListingPlaceRow place) => places.Insert(place);

    /// <summary>The facts that the store has of a therapist are no longer true.</summary>
    public void Leave(long id) => leaving.Insert(id);

    /// <summary>Takes the old facts out and brings the new ones in.</summary>
    public static void Publish(DirectoryContext context)
    {
        Clear<ListingRow>(context);
        Clear<LicenceRow>(context);
        Clear<CertificationRow>(context);
        Clear<OfferedModalityRow>(context);
        Clear<NetworkFactRow>(context);
        Clear<MembershipRow>(context);
        Clear<LanguageRow>(context);
        Clear<DoubtRow>(context);
        Move<TherapistRow>(context, overwrite: true);
        Move<ListingRow>(context);
        Move<ListingPlaceRow>(context, overwrite: true);
        Move<LicenceRow>(context);
        Move<CertificationRow>(context);
        Move<OfferedModalityRow>(context);
        Move<NetworkFactRow>(context);
        Move<MembershipRow>(context);
        Move<LanguageRow>(context);
        Move<DoubtRow>(context);
    }

    public void Dispose()
    {
        leaving.Dispose();
        therapists.Dispose();
        listings.Dispose();
        places.Dispose();
        licences.Dispose();
        certifications.Dispose();
        modalities.Dispose();
        networks.Dispose();
        memberships.Dispose();
        languages.Dispose();
        doubts.Dispose();
    }

    private RowInserter<TRow> Make<TRow>()
        where TRow : class
    {
        StagingArea.Create<TRow>(context);
        return new RowInserter<TRow>(context, schema: StagingArea.Schema);
    }

    private static void Clear<TRow>(DirectoryContext context)
        where TRow : class, ITherapistFactRow =>
        context.Run($"DELETE FROM main.\"{TableShape<TRow>.Table}\" WHERE \"{nameof(ITherapistFactRow.TherapistId)}\" IN (SELECT Id FROM staging.Leaving)");

    private static void Move<TRow>(DirectoryContext context, bool overwrite = false)
        where TRow : class
    {
        var columns = TableShape<TRow>.ColumnList;
        context.Run(
            $"INSERT INTO main.\"{TableShape<TRow>.Table}\" ({columns}) SELECT {columns} FROM staging.\"{TableShape<TRow>.Table}\" WHERE TRUE"
            + (overwrite ? RowInserter<TRow>.OnConflict(context) : ""));
    }
}

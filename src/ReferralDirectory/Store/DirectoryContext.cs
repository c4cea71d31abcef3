using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Store;

/// <summary>The store's tables. Reads go through it without tracking; writes go through <see cref="WriteGate"/>.</summary>
internal sealed class DirectoryContext(DbContextOptions<DirectoryContext> options) : DbContext(options)
{
    public DbSet<TherapistRow> Therapists => Set<TherapistRow>();
    public DbSet<ListingRow> Listings => Set<ListingRow>();
    public DbSet<ListingPlaceRow> ListingPlaces => Set<ListingPlaceRow>();
    public DbSet<LicenceRow> Licences => Set<LicenceRow>();
    public DbSet<CertificationRow> Certifications => Set<CertificationRow>();
    public DbSet<OfferedModalityRow> OfferedModalities => Set<OfferedModalityRow>();
    public DbSet<NetworkFactRow> NetworkFacts => Set<NetworkFactRow>();
    public DbSet<MembershipRow> Memberships => Set<MembershipRow>();
    public DbSet<LanguageRow> Languages => Set<LanguageRow>();
    public DbSet<DoubtRow> Doubts => Set<DoubtRow>();

    public DbSet<OrganizationRow> Organizations => Set<OrganizationRow>();
    public DbSet<SourceRecordRow> SourceRecords => Set<SourceRecordRow>();
    public DbSet<RecordKeyRow> RecordKeys => Set<RecordKeyRow>();
    public DbSet<LedgerRow> Ledger => Set<LedgerRow>();
    public DbSet<FeedRow> Feeds => Set<FeedRow>();
    public DbSet<LinkDecisionRow> LinkDecisions => Set<LinkDecisionRow>();
    public DbSet<LinkReviewRow> LinkReviews => Set<LinkReviewRow>();
    public DbSet<ExclusionListRow> ExclusionList => Set<ExclusionListRow>();
    public DbSet<ReportRow> Reports => Set<ReportRow>();

    public DbSet<InsurerRow> Insurers => Set<InsurerRow>();
    public DbSet<NetworkRow> Networks => Set<NetworkRow>();
    public DbSet<PlanRow> Plans => Set<PlanRow>();
    public DbSet<KnowledgeTableRow> KnowledgeTables => Set<KnowledgeTableRow>();
    public DbSet<Icd10CodeRow> Icd10Codes => Set<Icd10CodeRow>();

    public DbSet<ChangeRow> Changes => Set<ChangeRow>();
    public DbSet<RedirectRow> Redirects => Set<RedirectRow>();
    public DbSet<ImportRow> Imports => Set<ImportRow>();
    public DbSet<StoreStateRow> State => Set<StoreStateRow>();

    /// <summary>For what goes past EF. Open while a transaction or a reader is.</summary>
    public SqliteConnection Connection => (SqliteConnection)Database.GetDbConnection();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        StoreConversions.Configure(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ConfigureTherapists(modelBuilder);
        ConfigureSources(modelBuilder);
        ConfigureKnowledge(modelBuilder);
        ConfigureHistory(modelBuilder);
    }

    private static void ConfigureTherapists(ModelBuilder model)
    {
        model.Entity<TherapistRow>(table =>
        {
            table.Property(row => row.Id).ValueGeneratedNever();
            table.HasIndex(row => row.Npi);
            table.ComplexProperty(row => row.NameFrom);
            table.ComplexProperty(row => row.NpiFrom);
            table.ComplexProperty(row => row.GenderFrom);
            table.ComplexProperty(row => row.EmailFrom);
            table.ComplexProperty(row => row.WebsiteFrom);
            table.ComplexProperty(row => row.StatedTrainingHoursFrom);
            table.ComplexProperty(row => row.DocumentedTrainingHoursFrom);
            table.ComplexProperty(row => row.LiabilityCoverFrom);
            table.ComplexProperty(row => row.ExclusionFrom);
        });
        model.Entity<ListingRow>(table =>
        {
            table.Property(row => row.Id).ValueGeneratedNever();
            table.HasIndex(row => new { row.TherapistId, row.Position }).IsUnique();
            table.HasOne<TherapistRow>().WithMany().HasForeignKey(row => row.TherapistId);
            table.ComplexProperty(row => row.AcceptingFrom);
            table.ComplexProperty(row => row.From);
        });
        model.Entity<ListingPlaceRow>(table =>
        {
            table.HasKey(row => row.ListingId);
            table.Property(row => row.ListingId).ValueGeneratedNever();
            table.HasIndex(row => new { row.TherapistId, row.PlaceKey }).IsUnique();
        });
        ConfigureFact(model.Entity<LicenceRow>()).ComplexProperty(row => row.From);
        ConfigureFact(model.Entity<CertificationRow>()).ComplexProperty(row => row.From);
        ConfigureFact(model.Entity<OfferedModalityRow>()).ComplexProperty(row => row.From);
        ConfigureFact(model.Entity<NetworkFactRow>()).ComplexProperty(row => row.From);
        ConfigureFact(model.Entity<LanguageRow>()).ComplexProperty(row => row.From);
        ConfigureFact(model.Entity<DoubtRow>());
        var membership = ConfigureFact(model.Entity<MembershipRow>());
        membership.ComplexProperty(row => row.From);
        membership.HasOne<OrganizationRow>().WithMany().HasForeignKey(row => row.Organization).OnDelete(DeleteBehavior.NoAction);
    }

    private static EntityTypeBuilder<TRow> ConfigureFact<TRow>(EntityTypeBuilder<TRow> table)
        where TRow : class, ITherapistFactRow
    {
        table.HasKey(nameof(ITherapistFactRow.TherapistId), nameof(ITherapistFactRow.Position));
        table.HasOne<TherapistRow>().WithMany().HasForeignKey(nameof(ITherapistFactRow.TherapistId));
        return table;
    }

    private static void ConfigureSources(ModelBuilder model)
    {
        model.Entity<SourceRecordRow>(table =>
        {
            table.Property(row => row.Id).ValueGeneratedNever();
            table.HasIndex(row => new { row.Organization, row.MemberKey }).IsUnique();
            table.HasOne<OrganizationRow>().WithMany().HasForeignKey(row => row.Organization).OnDelete(DeleteBehavior.NoAction);
            table.HasOne<TherapistRow>().WithMany().HasForeignKey(row => row.TherapistId).OnDelete(DeleteBehavior.NoAction);
        });
        model.Entity<RecordKeyRow>(table =>
        {
            table.HasKey(row => new { row.Key, row.RecordId });
            table.HasOne<SourceRecordRow>().WithMany().HasForeignKey(row => row.RecordId);
        });
        model.Entity<LedgerRow>(table =>
        {
            table.Property(row => row.Id).ValueGeneratedNever();
            table.HasIndex(row => row.Fingerprint).IsUnique();
            table.HasIndex(row => row.SubjectKey);
            table.HasIndex(row => row.Reference).HasFilter("\"Aspect\" = 'Licence' AND \"Reference\" <> ''").HasDatabaseName("IX_Ledger_NamedLicence");
            table.HasOne<OrganizationRow>().WithMany().HasForeignKey(row => row.CheckedBy).OnDelete(DeleteBehavior.NoAction);
        });
        model.Entity<FeedRow>().HasKey(row => row.Name);
        model.Entity<ExclusionListRow>().HasKey(row => row.Key);
        model.Entity<ReportRow>(table =>
        {
            table.Property(row => row.Id).ValueGeneratedNever();
            table.HasIndex(row => row.TherapistId);
        });
        model.Entity<LinkDecisionRow>(table =>
        {
            table.Property(row => row.Id).ValueGeneratedNever();
            table.HasIndex(row => row.OneKey);
            table.HasIndex(row => row.OtherKey);
        });
        model.Entity<LinkReviewRow>().HasKey(row => new { row.OneKey, row.OtherKey });
    }

    private static void ConfigureKnowledge(ModelBuilder model)
    {
        model.Entity<KnowledgeTableRow>().HasKey(row => row.Name);
        model.Entity<Icd10CodeRow>().HasKey(row => row.Code);
        model.Entity<NetworkRow>().HasOne<InsurerRow>().WithMany().HasForeignKey(row => row.Insurer);
        model.Entity<PlanRow>(table =>
        {
            table.HasKey(row => new { row.Insurer, row.Id });
            table.HasOne<InsurerRow>().WithMany().HasForeignKey(row => row.Insurer);
        });
    }

    private static void ConfigureHistory(ModelBuilder model)
    {
        model.Entity<ChangeRow>().HasKey(row => new { row.Revision, row.Position });
        model.Entity<RedirectRow>(table =>
        {
            table.HasKey(row => row.FromId);
            table.Property(row => row.FromId).ValueGeneratedNever();
            table.HasOne<TherapistRow>().WithMany().HasForeignKey(row => row.ToId);
        });
        model.Entity<ImportRow>().Property(row => row.Id).ValueGeneratedNever();
        model.Entity<StoreStateRow>(table =>
        {
            table.Property(row => row.Id).ValueGeneratedNever();
            table.HasData(new StoreStateRow());
        });
    }
}

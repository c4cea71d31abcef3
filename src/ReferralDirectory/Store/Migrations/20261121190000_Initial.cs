using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferralDirectory.Store.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Changes",
                columns: table => new
                {
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    TherapistId = table.Column<long>(type: "INTEGER", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Changes", x => new { x.Revision, x.Position });
                });

            migrationBuilder.CreateTable(
                name: "Imports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Format = table.Column<string>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Organization = table.Column<string>(type: "TEXT", nullable: true),
                    ImportedAt = table.Column<DateTimeOffset>(type: "TEXT", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    Changed = table.Column<int>(type: "INTEGER", nullable: false),
                    Unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Imports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Insurers",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Aliases = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    States = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Insurers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KnowledgeTables",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnowledgeTables", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "ListingPlaces",
                columns: table => new
                {
                    ListingId = table.Column<long>(type: "INTEGER", nullable: false),
                    TherapistId = table.Column<long>(type: "INTEGER", nullable: false),
                    PlaceKey = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingPlaces", x => x.ListingId);
                });

            migrationBuilder.CreateTable(
                name: "Organizations",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Website = table.Column<string>(type: "TEXT", nullable: true),
                    Synthetic = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organizations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "State",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    LastTherapistId = table.Column<long>(type: "INTEGER", nullable: false),
                    LastListingId = table.Column<long>(type: "INTEGER", nullable: false),
                    LastImportId = table.Column<long>(type: "INTEGER", nullable: false),
                    LastLedgerId = table.Column<long>(type: "INTEGER", nullable: false),
                    KnowledgeVersion = table.Column<string>(type: "TEXT", nullable: false),
                    ShippedKnowledgeVersion = table.Column<string>(type: "TEXT", nullable: true),
                    ShippedKnowledgeDigest = table.Column<string>(type: "TEXT", nullable: true),
                    Seed = table.Column<string>(type: "TEXT", nullable: true),
                    DemoImportedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ForgettingInventedChecks = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_State", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Therapists",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false),
                    Synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    IdentityConflict = table.Column<bool>(type: "INTEGER", nullable: false),
                    Given = table.Column<string>(type: "TEXT", nullable: false),
                    Family = table.Column<string>(type: "TEXT", nullable: false),
                    Middle = table.Column<string>(type: "TEXT", nullable: true),
                    Suffix = table.Column<string>(type: "TEXT", nullable: true),
                    Npi = table.Column<long>(type: "INTEGER", nullable: true),
                    Gender = table.Column<string>(type: "TEXT", nullable: true),
                    Email = table.Column<string>(type: "TEXT", nullable: true),
                    Website = table.Column<string>(type: "TEXT", nullable: true),
                    StatedTrainingHours = table.Column<int>(type: "INTEGER", nullable: true),
                    DocumentedTrainingHours = table.Column<int>(type: "INTEGER", nullable: true),
                    LiabilityCover = table.Column<bool>(type: "INTEGER", nullable: true),
                    LiabilityCoverUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Exclusion = table.Column<string>(type: "TEXT", nullable: true),
                    ReferralsSent = table.Column<int>(type: "INTEGER", nullable: true),
                    ReferralsAccepted = table.Column<int>(type: "INTEGER", nullable: true),
                    ReferralsReportedBack = table.Column<int>(type: "INTEGER", nullable: true),
                    DocumentedTrainingHoursFrom_AsOf = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DocumentedTrainingHoursFrom_Method = table.Column<string>(type: "TEXT", nullable: true),
                    DocumentedTrainingHoursFrom_Source = table.Column<string>(type: "TEXT", nullable: true),
                    EmailFrom_AsOf = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EmailFrom_Method = table.Column<string>(type: "TEXT", nullable: true),
                    EmailFrom_Source = table.Column<string>(type: "TEXT", nullable: true),
                    ExclusionFrom_AsOf = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ExclusionFrom_Method = table.Column<string>(type: "TEXT", nullable: true),
                    ExclusionFrom_Source = table.Column<string>(type: "TEXT", nullable: true),
                    GenderFrom_AsOf = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    GenderFrom_Method = table.Column<string>(type: "TEXT", nullable: true),
                    GenderFrom_Source = table.Column<string>(type: "TEXT", nullable: true),
                    LiabilityCoverFrom_AsOf = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LiabilityCoverFrom_Method = table.Column<string>(type: "TEXT", nullable: true),
                    LiabilityCoverFrom_Source = table.Column<string>(type: "TEXT", nullable: true),
                    NameFrom_AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    NameFrom_Method = table.Column<string>(type: "TEXT", nullable: false),
                    NameFrom_Source = table.Column<string>(type: "TEXT", nullable: false),
                    NpiFrom_AsOf = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NpiFrom_Method = table.Column<string>(type: "TEXT", nullable: true),
                    NpiFrom_Source = table.Column<string>(type: "TEXT", nullable: true),
                    StatedTrainingHoursFrom_AsOf = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    StatedTrainingHoursFrom_Method = table.Column<string>(type: "TEXT", nullable: true),
                    StatedTrainingHoursFrom_Source = table.Column<string>(type: "TEXT", nullable: true),
                    WebsiteFrom_AsOf = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WebsiteFrom_Method = table.Column<string>(type: "TEXT", nullable: true),
                    WebsiteFrom_Source = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Therapists", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Networks",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Insurer = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Networks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Networks_Insurers_Insurer",
                        column: x => x.Insurer,
                        principalTable: "Insurers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Plans",
                columns: table => new
                {
                    Insurer = table.Column<string>(type: "TEXT", nullable: false),
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Networks = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Plans", x => new { x.Insurer, x.Id });
                    table.ForeignKey(
                        name: "FK_Plans_Insurers_Insurer",
                        column: x => x.Insurer,
                        principalTable: "Insurers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Ledger",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    Synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    ImportId = table.Column<long>(type: "INTEGER", nullable: false),
                    SubjectKey = table.Column<string>(type: "TEXT", nullable: false),
                    SubjectZip = table.Column<string>(type: "TEXT", nullable: true),
                    Aspect = table.Column<string>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Method = table.Column<string>(type: "TEXT", nullable: false),
                    CheckedBy = table.Column<string>(type: "TEXT", nullable: false),
                    CheckedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Hours = table.Column<int>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ledger", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Ledger_Organizations_CheckedBy",
                        column: x => x.CheckedBy,
                        principalTable: "Organizations",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Certifications",
                columns: table => new
                {
                    TherapistId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Credential = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", nullable: true),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ConfirmedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    From_AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From_Method = table.Column<string>(type: "TEXT", nullable: false),
                    From_Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Certifications", x => new { x.TherapistId, x.Position });
                    table.ForeignKey(
                        name: "FK_Certifications_Therapists_TherapistId",
                        column: x => x.TherapistId,
                        principalTable: "Therapists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Languages",
                columns: table => new
                {
                    TherapistId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Tag = table.Column<string>(type: "TEXT", nullable: false),
                    From_AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From_Method = table.Column<string>(type: "TEXT", nullable: false),
                    From_Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Languages", x => new { x.TherapistId, x.Position });
                    table.ForeignKey(
                        name: "FK_Languages_Therapists_TherapistId",
                        column: x => x.TherapistId,
                        principalTable: "Therapists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Licences",
                columns: table => new
                {
                    TherapistId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CheckedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    From_AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From_Method = table.Column<string>(type: "TEXT", nullable: false),
                    From_Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Licences", x => new { x.TherapistId, x.Position });
                    table.ForeignKey(
                        name: "FK_Licences_Therapists_TherapistId",
                        column: x => x.TherapistId,
                        principalTable: "Therapists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Listings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    TherapistId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Line1 = table.Column<string>(type: "TEXT", nullable: false),
                    Line2 = table.Column<string>(type: "TEXT", nullable: true),
                    City = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Zip = table.Column<string>(type: "TEXT", nullable: false),
                    Latitude = table.Column<double>(type: "REAL", nullable: false),
                    Longitude = table.Column<double>(type: "REAL", nullable: false),
                    PointUncertaintyMiles = table.Column<double>(type: "REAL", nullable: false),
                    Phone = table.Column<string>(type: "TEXT", nullable: true),
                    Fax = table.Column<string>(type: "TEXT", nullable: true),
                    Setting = table.Column<string>(type: "TEXT", nullable: true),
                    WheelchairAccessible = table.Column<bool>(type: "INTEGER", nullable: true),
                    HomeVisitRadiusMiles = table.Column<double>(type: "REAL", nullable: true),
                    SelfPayPriceUsd = table.Column<decimal>(type: "TEXT", nullable: true),
                    EveningHours = table.Column<bool>(type: "INTEGER", nullable: true),
                    WeekendHours = table.Column<bool>(type: "INTEGER", nullable: true),
                    Hours = table.Column<string>(type: "TEXT", nullable: false),
                    Accepting = table.Column<string>(type: "TEXT", nullable: false),
                    NextOpening = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AcceptingFrom_AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AcceptingFrom_Method = table.Column<string>(type: "TEXT", nullable: false),
                    AcceptingFrom_Source = table.Column<string>(type: "TEXT", nullable: false),
                    From_AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From_Method = table.Column<string>(type: "TEXT", nullable: false),
                    From_Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Listings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Listings_Therapists_TherapistId",
                        column: x => x.TherapistId,
                        principalTable: "Therapists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Memberships",
                columns: table => new
                {
                    TherapistId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Organization = table.Column<string>(type: "TEXT", nullable: false),
                    MemberKey = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    From_AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From_Method = table.Column<string>(type: "TEXT", nullable: false),
                    From_Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Memberships", x => new { x.TherapistId, x.Position });
                    table.ForeignKey(
                        name: "FK_Memberships_Organizations_Organization",
                        column: x => x.Organization,
                        principalTable: "Organizations",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Memberships_Therapists_TherapistId",
                        column: x => x.TherapistId,
                        principalTable: "Therapists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NetworkFacts",
                columns: table => new
                {
                    TherapistId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Insurer = table.Column<string>(type: "TEXT", nullable: false),
                    Network = table.Column<string>(type: "TEXT", nullable: true),
                    InNetwork = table.Column<bool>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Accepting = table.Column<bool>(type: "INTEGER", nullable: true),
                    ListingZip = table.Column<string>(type: "TEXT", nullable: true),
                    From_AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From_Method = table.Column<string>(type: "TEXT", nullable: false),
                    From_Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NetworkFacts", x => new { x.TherapistId, x.Position });
                    table.ForeignKey(
                        name: "FK_NetworkFacts_Therapists_TherapistId",
                        column: x => x.TherapistId,
                        principalTable: "Therapists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OfferedModalities",
                columns: table => new
                {
                    TherapistId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Modality = table.Column<string>(type: "TEXT", nullable: false),
                    Level = table.Column<string>(type: "TEXT", nullable: false),
                    StatedHours = table.Column<int>(type: "INTEGER", nullable: true),
                    DocumentedHours = table.Column<int>(type: "INTEGER", nullable: true),
                    From_AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From_Method = table.Column<string>(type: "TEXT", nullable: false),
                    From_Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfferedModalities", x => new { x.TherapistId, x.Position });
                    table.ForeignKey(
                        name: "FK_OfferedModalities_Therapists_TherapistId",
                        column: x => x.TherapistId,
                        principalTable: "Therapists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Redirects",
                columns: table => new
                {
                    FromId = table.Column<long>(type: "INTEGER", nullable: false),
                    ToId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Redirects", x => x.FromId);
                    table.ForeignKey(
                        name: "FK_Redirects_Therapists_ToId",
                        column: x => x.ToId,
                        principalTable: "Therapists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SourceRecords",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Organization = table.Column<string>(type: "TEXT", nullable: false),
                    MemberKey = table.Column<string>(type: "TEXT", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    TherapistId = table.Column<long>(type: "INTEGER", nullable: true),
                    ImportId = table.Column<long>(type: "INTEGER", nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SourceRecords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SourceRecords_Organizations_Organization",
                        column: x => x.Organization,
                        principalTable: "Organizations",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_SourceRecords_Therapists_TherapistId",
                        column: x => x.TherapistId,
                        principalTable: "Therapists",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "RecordKeys",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    RecordId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordKeys", x => new { x.Key, x.RecordId });
                    table.ForeignKey(
                        name: "FK_RecordKeys_SourceRecords_RecordId",
                        column: x => x.RecordId,
                        principalTable: "SourceRecords",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "State",
                columns: new[] { "Id", "DemoImportedOn", "ForgettingInventedChecks", "KnowledgeVersion", "LastImportId", "LastLedgerId", "LastListingId", "LastTherapistId", "Revision", "Seed", "ShippedKnowledgeDigest", "ShippedKnowledgeVersion" },
                values: new object[] { 1, null, false, "none", 0L, 0L, 0L, 0L, 0L, null, null, null });

            migrationBuilder.CreateIndex(
                name: "IX_Ledger_CheckedBy",
                table: "Ledger",
                column: "CheckedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Ledger_Fingerprint",
                table: "Ledger",
                column: "Fingerprint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Ledger_SubjectKey",
                table: "Ledger",
                column: "SubjectKey");

            migrationBuilder.CreateIndex(
                name: "IX_ListingPlaces_TherapistId_PlaceKey",
                table: "ListingPlaces",
                columns: new[] { "TherapistId", "PlaceKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Listings_TherapistId_Position",
                table: "Listings",
                columns: new[] { "TherapistId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_Organization",
                table: "Memberships",
                column: "Organization");

            migrationBuilder.CreateIndex(
                name: "IX_Networks_Insurer",
                table: "Networks",
                column: "Insurer");

            migrationBuilder.CreateIndex(
                name: "IX_RecordKeys_RecordId",
                table: "RecordKeys",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_Redirects_ToId",
                table: "Redirects",
                column: "ToId");

            migrationBuilder.CreateIndex(
                name: "IX_SourceRecords_Organization_MemberKey",
                table: "SourceRecords",
                columns: new[] { "Organization", "MemberKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SourceRecords_TherapistId",
                table: "SourceRecords",
                column: "TherapistId");

            migrationBuilder.CreateIndex(
                name: "IX_Therapists_Npi",
                table: "Therapists",
                column: "Npi");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Certifications");

            migrationBuilder.DropTable(
                name: "Changes");

            migrationBuilder.DropTable(
                name: "Imports");

            migrationBuilder.DropTable(
                name: "KnowledgeTables");

            migrationBuilder.DropTable(
                name: "Languages");

            migrationBuilder.DropTable(
                name: "Ledger");

            migrationBuilder.DropTable(
                name: "Licences");

            migrationBuilder.DropTable(
                name: "ListingPlaces");

            migrationBuilder.DropTable(
                name: "Listings");

            migrationBuilder.DropTable(
                name: "Memberships");

            migrationBuilder.DropTable(
                name: "NetworkFacts");

            migrationBuilder.DropTable(
                name: "Networks");

            migrationBuilder.DropTable(
                name: "OfferedModalities");

            migrationBuilder.DropTable(
                name: "Plans");

            migrationBuilder.DropTable(
                name: "RecordKeys");

            migrationBuilder.DropTable(
                name: "Redirects");

            migrationBuilder.DropTable(
                name: "State");

            migrationBuilder.DropTable(
                name: "Insurers");

            migrationBuilder.DropTable(
                name: "SourceRecords");

            migrationBuilder.DropTable(
                name: "Organizations");

            migrationBuilder.DropTable(
                name: "Therapists");
        }
    }
}

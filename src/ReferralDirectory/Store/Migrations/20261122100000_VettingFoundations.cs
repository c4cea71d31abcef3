using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferralDirectory.Store.Migrations
{
    /// <inheritdoc />
    public partial class VettingFoundations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Sequence",
                table: "Ledger",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SubjectFamilyName",
                table: "Ledger",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SubjectGivenName",
                table: "Ledger",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ValidFrom",
                table: "Ledger",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ExclusionList",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    FamilyName = table.Column<string>(type: "TEXT", nullable: true),
                    GivenName = table.Column<string>(type: "TEXT", nullable: true),
                    MiddleName = table.Column<string>(type: "TEXT", nullable: true),
                    BusinessName = table.Column<string>(type: "TEXT", nullable: true),
                    Npi = table.Column<long>(type: "INTEGER", nullable: true),
                    BirthDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", nullable: true),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    ExcludedOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExclusionList", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Feeds",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    ImportId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Feeds", x => x.Name);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ExclusionList");

            migrationBuilder.DropTable(
                name: "Feeds");

            migrationBuilder.Sql(
                """
                ALTER TABLE "Ledger" DROP COLUMN "Sequence";
                ALTER TABLE "Ledger" DROP COLUMN "SubjectFamilyName";
                ALTER TABLE "Ledger" DROP COLUMN "SubjectGivenName";
                ALTER TABLE "Ledger" DROP COLUMN "ValidFrom";
                """);
        }
    }
}

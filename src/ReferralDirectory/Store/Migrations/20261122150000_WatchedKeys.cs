using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferralDirectory.Store.Migrations
{
    /// <inheritdoc />
    public partial class WatchedKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Watched",
                table: "RecordKeys",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_Ledger_NamedLicence",
                table: "Ledger",
                column: "Reference",
                filter: "\"Aspect\" = 'Licence' AND \"Reference\" <> ''");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Ledger_NamedLicence",
                table: "Ledger");

            migrationBuilder.Sql("ALTER TABLE \"RecordKeys\" DROP COLUMN \"Watched\";");
        }
    }
}

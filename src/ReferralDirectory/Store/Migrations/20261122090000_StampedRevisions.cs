using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferralDirectory.Store.Migrations
{
    /// <inheritdoc />
    public partial class StampedRevisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Stamp",
                table: "Changes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            // The revisions that are there already: the first line of each says its stamp.
            migrationBuilder.Sql("UPDATE \"Changes\" SET \"Stamp\" = random() WHERE \"Position\" = 0;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql("ALTER TABLE \"Changes\" DROP COLUMN \"Stamp\";");
    }
}

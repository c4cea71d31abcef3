using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferralDirectory.Store.Migrations
{
    /// <inheritdoc />
    public partial class Icd10Codes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Icd10Codes",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    IsBillable = table.Column<bool>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Icd10Codes", x => x.Code);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Icd10Codes");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReferralDirectory.Store.Migrations
{
    /// <inheritdoc />
    public partial class RulesAndReleases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // EF's own way rebuilds the table, and the ledger's trigger that reads it forbids that.
            migrationBuilder.Sql("ALTER TABLE \"State\" DROP COLUMN \"ShippedKnowledgeDigest\";");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ExclusionValidUntil",
                table: "Therapists",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ResolverVersion",
                table: "State",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.UpdateData(
                table: "State",
                keyColumn: "Id",
                keyValue: 1,
                column: "ResolverVersion",
                value: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("ALTER TABLE \"Therapists\" DROP COLUMN \"ExclusionValidUntil\";");

            migrationBuilder.Sql("ALTER TABLE \"State\" DROP COLUMN \"ResolverVersion\";");

            migrationBuilder.AddColumn<string>(
                name: "ShippedKnowledgeDigest",
                table: "State",
                type: "TEXT",
                nullable: true);

            migrationBuilder.UpdateData(
                table: "State",
                keyColumn: "Id",
                keyValue: 1,
                column: "ShippedKnowledgeDigest",
                value: null);
        }
    }
}

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ReferralDirectory.Store.Migrations;

/// <summary>Where the excluded live, for those who compare.</summary>
[DbContext(typeof(DirectoryContext))]
[Migration("20261122160000_ExclusionCities")]
internal sealed class ExclusionCities : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<string>("City", "ExclusionList", "TEXT", nullable: true);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropColumn("City", "ExclusionList");
}

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ReferralDirectory.Store.Migrations;

/// <summary>
/// Licence numbers of Texas and Washington stand without the letters of the massage therapists in keys from now on: the keys that were kept
/// with them follow. The ledger says the same of the same licences; only here its trigger steps aside.
/// </summary>
[DbContext(typeof(DirectoryContext))]
[Migration("20261122103000_LicenceNumbersOfStates")]
internal sealed class LicenceNumbersOfStates : Migration
{
    private static readonly string[] Prefixes = ["licence:US-TX/MT", "licence:US-WA/MAMA", "licence:US-WA/MA"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP TRIGGER \"LedgerRefusesUpdate\";");
        foreach (var prefix in Prefixes)
        {
            migrationBuilder.Sql(Shorten("RecordKeys", "Key", prefix));
            migrationBuilder.Sql(Shorten("Ledger", "SubjectKey", prefix));
        }

        migrationBuilder.Sql(
            """
            CREATE TRIGGER "LedgerRefusesUpdate" BEFORE UPDATE ON "Ledger"
            BEGIN SELECT RAISE(ABORT, 'the verification ledger is append-only'); END;
            """);
    }

    /// <summary>Both ways of writing are one key: there is nothing to go back to.</summary>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
    }

    /// <summary>Where nothing but digits follows the letters, and one that is not 0.</summary>
    private static string Shorten(string table, string column, string prefix)
    {
        var rest = FormattableString.Invariant($"SUBSTR(\"{column}\", {prefix.Length + 1})");
        var board = prefix[..(prefix.IndexOf('/', StringComparison.Ordinal) + 1)];
        return $"UPDATE OR REPLACE \"{table}\" SET \"{column}\" = '{board}' || LTRIM({rest}, '0') "
            + $"WHERE \"{column}\" GLOB '{prefix}*' AND {rest} GLOB '*[1-9]*' AND {rest} NOT GLOB '*[^0-9]*';";
    }
}

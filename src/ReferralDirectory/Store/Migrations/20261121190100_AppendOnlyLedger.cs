using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ReferralDirectory.Store.Migrations;

/// <summary>
/// The triggers that make the ledger append-only. Written by hand: EF does not know triggers, and a migration that rebuilds the
/// table drops them, so that it must make them again.
/// </summary>
[DbContext(typeof(DirectoryContext))]
[Migration("20261121190100_AppendOnlyLedger")]
internal sealed class AppendOnlyLedger : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE TRIGGER "LedgerRefusesUpdate" BEFORE UPDATE ON "Ledger"
            BEGIN SELECT RAISE(ABORT, 'the verification ledger is append-only'); END;
            """);
        migrationBuilder.Sql(
            """
            CREATE TRIGGER "LedgerRefusesDelete" BEFORE DELETE ON "Ledger"
            WHEN OLD."Synthetic" = 0 OR (SELECT "ForgettingInventedChecks" FROM "State") = 0
            BEGIN SELECT RAISE(ABORT, 'the verification ledger is append-only'); END;
            """);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP TRIGGER \"LedgerRefusesUpdate\";");
        migrationBuilder.Sql("DROP TRIGGER \"LedgerRefusesDelete\";");
    }
}

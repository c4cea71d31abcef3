using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Store;

namespace ReferralDirectory.Import;

/// <summary>Takes entries about invented people out of the ledger, the only ones that may ever leave it: for good, or to be renewed.</summary>
internal static class InventedChecks
{
    /// <summary>Their subjects are touched.</summary>
    /// <param name="unit">Of the write.</param>
    /// <param name="toBeRenewed">
    /// Only those that the demonstration brings again: what registers said of its people, and what was decided about them, stays.
    /// </param>
    /// <returns>How many there were.</returns>
    public static int Forget(WriteUnit unit, bool toBeRenewed)
    {
        unit.Context.Database.ExecuteSql(
            $"""
            CREATE TEMP TABLE Forgotten AS SELECT "Id", "SubjectKey" FROM main."Ledger"
            WHERE "Synthetic" AND (NOT {toBeRenewed} OR "CheckedBy" IN (SELECT "Id" FROM main."Organizations" WHERE "Synthetic"));
            INSERT INTO staging.Touched SELECT DISTINCT "SubjectKey" FROM Forgotten
            """);
        Permit(unit, true);
        var removed = unit.Context.Database.ExecuteSql($"DELETE FROM main.\"Ledger\" WHERE \"Id\" IN (SELECT \"Id\" FROM Forgotten)");
        Permit(unit, false);
        unit.Context.Run("DROP TABLE Forgotten");

        // The reports wait for an answer still; the next one disputes the fact anew.
        unit.Context.Database.ExecuteSql(
            $"UPDATE main.\"Reports\" SET \"Disputes\" = 0 WHERE \"Disputes\" AND \"TherapistId\" IN (SELECT \"Id\" FROM main.\"Therapists\" WHERE \"Synthetic\")");
        return removed;
    }

    /// <summary>A trigger keeps the ledger append-only unless the store's state says otherwise.</summary>
    private static void Permit(WriteUnit unit, bool permitted)
    {
        unit.State.ForgettingInventedChecks = permitted;
        unit.Context.SaveChanges();
    }
}

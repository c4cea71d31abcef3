using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Store;

namespace ReferralDirectory.Import;

/// <summary>Takes the demonstration's entries out of the ledger, the only ones that may ever leave it: for good, or to be renewed.</summary>
internal static class InventedChecks
{
    /// <summary>Their subjects are touched.</summary>
    /// <returns>How many there were.</returns>
    public static int Forget(WriteUnit unit)
    {
        unit.Context.Database.ExecuteSql($"INSERT INTO staging.Touched SELECT DISTINCT \"SubjectKey\" FROM main.\"Ledger\" WHERE \"Synthetic\"");
        Permit(unit, true);
        var removed = unit.Context.Database.ExecuteSql($"DELETE FROM main.\"Ledger\" WHERE \"Synthetic\"");
        Permit(unit, false);

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

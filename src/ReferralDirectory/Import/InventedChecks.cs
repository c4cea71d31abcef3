using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Store;

namespace ReferralDirectory.Import;

/// <summary>Takes entries about invented people out of the ledger, the only ones that may ever leave it: for good, or to be renewed.</summary>
internal static class InventedChecks
{
    private const string Invented = "\"Synthetic\"";

    /// <summary>Their subjects are touched.</summary>
    /// <param name="unit">Of the write.</param>
    /// <param name="toBeRenewed">
    /// Only those that the demonstration brings again: what registers said of its people, and what was decided about them, stays.
    /// </param>
    /// <returns>How many there were.</returns>
    public static int Forget(WriteUnit unit, bool toBeRenewed)
    {
        var forgotten = toBeRenewed ? $"{Invented} AND \"CheckedBy\" IN (SELECT \"Id\" FROM main.\"Organizations\" WHERE \"Synthetic\")" : Invented;
        unit.Context.Run($"INSERT INTO staging.Touched SELECT DISTINCT \"SubjectKey\" FROM main.\"Ledger\" WHERE {forgotten}");
        Permit(unit, true);
        unit.Context.Run($"DELETE FROM main.\"Ledger\" WHERE {forgotten}");
        var removed = unit.Context.Ask<int>($"SELECT changes()").Single();
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

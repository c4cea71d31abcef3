using System.Globalization;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>Stores a release of ICD-10-CM in place of the one before.</summary>
internal static class StagedIcd10Codes
{
    /// <summary>What the store will gain by it.</summary>
    /// <param name="unit">The store, as it stands.</param>
    /// <param name="staged">What the file said.</param>
    /// <param name="errors">Hears of codes that the release does away with.</param>
    public static RowCounts Compare(WriteUnit unit, StagedImport staged, ImportErrors errors)
    {
        if (staged is not { Icd10Codes: { } codes, Feed: { } feed })
            return default;
        var held = RowReader<Icd10CodeRow>.List(unit.Context.Connection, nameof(Icd10CodeRow.Code)).ToDictionary(row => row.Code);
        var (added, changed, gone) = (0, 0, held.Count);
        foreach (var row in codes.Select(Icd10CodeRow.Of))
        {
            if (!held.TryGetValue(row.Code, out var before))
            {
                added++;
                continue;
            }

            gone--;
            changed += row == before ? 0 : 1;
        }

        if (gone > 0)
            errors.Warn(null, "code", "codes-left", gone.ToString(CultureInfo.InvariantCulture), "The release no longer has these codes of the one before: they were taken out, and are counted as changed.");
        if (added + changed + gone > 0 || feed.Advances(unit.Context))
            unit.NoteIcd10Codes();
        return new RowCounts(added, changed + gone, codes.Length - added - changed);
    }

    public static void Publish(DirectoryContext context, StagedImport staged)
    {
        if (staged.Icd10Codes is not { } codes)
            return;
        context.Run($"DELETE FROM main.\"{TableShape<Icd10CodeRow>.Table}\"");
        using var inserter = new RowInserter<Icd10CodeRow>(context);
        inserter.Insert(codes.Select(Icd10CodeRow.Of));
    }
}

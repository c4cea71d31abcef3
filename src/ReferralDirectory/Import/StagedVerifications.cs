using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>
/// Appends to the verification ledger what it does not hold yet. An entry whose subject is not on file is kept too: the list that
/// names its subject may come later.
/// </summary>
internal static class StagedVerifications
{
    /// <param name="unit">The transaction.</param>
    /// <param name="staged">The entries of a file.</param>
    /// <param name="supplier">Who supplied the file; entries of a synthetic one go with the demonstration.</param>
    /// <param name="import">The import they came with.</param>
    /// <param name="touched">Takes the subjects of new entries.</param>
    /// <param name="errors">Takes a warning about subjects that are not on file.</param>
    public static RowCounts Store(
        WriteUnit unit, IReadOnlyCollection<Verification> staged, Organization? supplier, ImportId import, TouchedRecords touched, ImportErrors errors)
    {
        if (staged.Count == 0)
            return default;
        var entries = staged.Select(entry => (Entry: entry, Fingerprint: LedgerMapping.FingerprintOf(entry))).ToList();
        string[] fingerprints = [.. entries.Select(entry => entry.Fingerprint)];
        var seen = unit.Context.Ledger.Where(row => EF.Parameter(fingerprints).Contains(row.Fingerprint))
            .Select(row => row.Fingerprint).ToHashSet(StringComparer.Ordinal);

        var added = 0;
        using var ledger = new RowInserter<LedgerRow>(unit.Context);
        foreach (var (entry, fingerprint) in entries)
        {
            if (!seen.Add(fingerprint))
                continue;
            ledger.Insert(LedgerMapping.ToRow(entry, fingerprint, unit.NewLedgerId(), import.Value, supplier?.Synthetic ?? false));
            touched.Keys.Add(entry.Subject.Key);
            added++;
        }

        WarnOfUnknownSubjects(unit.Context, staged, errors);
        return new RowCounts(added, 0, staged.Count - added);
    }

    private static void WarnOfUnknownSubjects(DirectoryContext context, IReadOnlyCollection<Verification> staged, ImportErrors errors)
    {
        string[] subjects = [.. staged.Select(entry => entry.Subject.Key).Distinct(StringComparer.Ordinal)];
        var onFile = context.RecordKeys.Where(row => EF.Parameter(subjects).Contains(row.Key)).Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        var missing = staged.Count(entry => !onFile.Contains(entry.Subject.Key));
        if (missing > 0)
        {
            errors.Warn(null, "subject", "subject-not-on-file", missing.ToString(CultureInfo.InvariantCulture),
                "Entries about people whom no member list names yet were kept; they count as soon as one does.");
        }
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>
/// Refuses what cannot be a good file of the exclusion list: whoever it does not name would be clear. The real list has some 80,000 rows,
/// is sorted by name, and changes by less than one in a hundred a month.
/// </summary>
internal static class ExclusionListDoubts
{
    private const int FewestRows = 50_000;
    private const double MostGone = 0.02;

    /// <summary>Supplements come every month; the days between two are at most so many.</summary>
    private const int DaysBetweenSupplements = 35;

    /// <summary>A list of invented people says so in its name, and may be of any size.</summary>
    private const string MarkOfInvented = "SYNTHETIC";

    public static void Judge(DirectoryContext context, StagedImport staged, bool force, ImportErrors errors)
    {
        if (staged is not { Exclusions: { } said, Feed: { } feed } || errors.Count > 0)
            return;
        var last = FeedRow.Find(context.Connection, feed.Name);
        if (feed.Mode == FeedMode.Supplement)
            JudgeSupplement(feed, last, errors);
        else if (force)
            return;
        else if (last is null)
            JudgeFirst(staged.Rows, errors);
        else
            JudgeNext(context, said, last, errors);
    }

    private static void JudgeSupplement(StagedFeed feed, FeedRow? last, ImportErrors errors)
    {
        if (last is null)
        {
            errors.Add(null, null, "supplement-without-list", null,
                "A supplement only says what changed, and there is no list yet: everyone else would be clear. Import the whole list first (UPDATED.csv).");
        }
        else if (feed.AsOf > last.AsOf.AddDays(DaysBetweenSupplements))
        {
            errors.Add(null, null, "supplement-missed", Text(feed.AsOf),
                $"The list is of {Text(last.AsOf)} ({last.FileName}), more than {DaysBetweenSupplements} days before, so a supplement was missed: import the whole list (UPDATED.csv).");
        }
    }

    private static void JudgeFirst(int rows, ImportErrors errors)
    {
        if (rows < FewestRows && !errors.File.Contains(MarkOfInvented, StringComparison.OrdinalIgnoreCase))
        {
            errors.Add(null, null, "implausibly-short", rows.ToString(CultureInfo.InvariantCulture),
                $"The whole list has some 80,000 rows, this file {rows}: everyone whom it does not name would be clear. Download the whole list (UPDATED.csv), put {MarkOfInvented} in the name of an invented one, or --force.");
        }
    }

    private static void JudgeNext(DirectoryContext context, StagedExclusions said, FeedRow last, ImportErrors errors)
    {
        var held = RowReader<ExclusionListRow>.List(context.Connection, nameof(ExclusionListRow.Key));
        if (held.Count == 0)
            return;
        var listed = said.Listed.Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        var gone = held.Where(row => !listed.Contains(row.Key)).Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        var newest = held.Max(row => row.ExcludedOn);
        var newestInFile = said.Listed.Select(entry => entry.ExcludedOn).DefaultIfEmpty().Max();
        if (gone.Count > held.Count * MostGone)
        {
            errors.Add(null, null, "truncated-file", said.Listed.Length.ToString(CultureInfo.InvariantCulture),
                $"{gone.Count} of {held.Count} exclusions of {Text(last.AsOf)} ({last.FileName}) are missing, and {MadeClear(context, gone)} therapists would become clear: download the list again, write --mode supplement if it is one, or --force if so many were reinstated.");
        }
        else if (newestInFile < newest)
        {
            errors.Add(null, "EXCLDATE", "older-file", Text(newestInFile),
                $"Its newest exclusion is older than that of the list on file ({Text(newest)}, {last.FileName}), so it is a copy of an older list: download it again, or --force if the newest were taken back.");
        }
    }

    /// <summary>How many are hidden because of these entries.</summary>
    private static int MadeClear(DirectoryContext context, HashSet<string> entries) => context.Ledger
        .Where(row => row.CheckedBy == Registers.Oig.Id && row.Reference != "")
        .Join(context.RecordKeys, row => row.SubjectKey, key => key.Key, (row, key) => new { row.Reference, key.RecordId })
        .Join(context.SourceRecords, found => found.RecordId, record => record.Id, (found, record) => new { found.Reference, record.TherapistId })
        .Join(context.Therapists.Where(row => row.Exclusion != ExclusionStatus.Clear), found => found.TherapistId, row => row.Id, (found, row) => new { found.Reference, row.Id })
        .Distinct().AsNoTracking().AsEnumerable()
        .Where(found => entries.Contains(found.Reference)).Select(found => found.Id).Distinct().Count();

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}

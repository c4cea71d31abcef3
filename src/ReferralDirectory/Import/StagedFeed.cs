using System.Globalization;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>One file of a register that is published again and again.</summary>
/// <param name="Name">As <see cref="FeedRow.Name"/>.</param>
/// <param name="AsOf">The day of which it is true.</param>
internal sealed record StagedFeed(string Name, DateOnly AsOf, FeedMode Mode)
{
    /// <summary>A whole file with less than this share of the last one's rows is taken for a broken download.</summary>
    public double LeastShareOfLast { get; init; } = 0.8;

    /// <summary>Of a register that is known never to be shorter, the rows below which a whole file is taken for a broken download, the first one too.</summary>
    public int LeastRows { get; init; }

    /// <summary>Whether the store follows the register further by it, even where nothing else changes.</summary>
    public bool Advances(DirectoryContext context) => FeedRow.Find(context.Connection, Name) is not { } last || last.AsOf < AsOf;

    public void Judge(DirectoryContext context, int rows, bool force, ImportErrors errors)
    {
        if (Mode == FeedMode.Full && rows < LeastRows && !force)
        {
            errors.Add(null, null, "truncated-file", Text(rows),
                $"The file has {Text(rows)} rows, and none that was ever published has less than {Text(LeastRows)}: download it again, or --force if it is whole all the same.");
            return;
        }

        if (FeedRow.Find(context.Connection, Name) is not { } last)
            return;
        if (AsOf < last.AsOf)
        {
            errors.Add(null, null, "older-file", Text(AsOf),
                $"The store has this register as of {Text(last.AsOf)} ({last.FileName}): import a newer file, or say with --as-of of which day this one is true.");
        }

        if (Mode == FeedMode.Full && rows < last.Rows * LeastShareOfLast && !force)
        {
            errors.Add(null, null, "truncated-file", Text(rows),
                $"The file has {rows} rows, the last one ({last.FileName}) had {last.Rows}: download it again, write --mode supplement if it is one, or --force if it has shrunk so.");
        }
    }

    public void Store(DirectoryContext context, int rows, string fileName, long importId)
    {
        var known = FeedRow.Find(context.Connection, Name);
        using var inserter = new RowInserter<FeedRow>(context, replace: true);
        inserter.Insert(new FeedRow
        {
            Name = Name,
            AsOf = AsOf,
            Rows = Mode == FeedMode.Full ? rows : known?.Rows ?? 0,
            FileName = fileName,
            ImportId = importId,
        });
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}

using System.Globalization;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Quality;
using Spectre.Console;

namespace ReferralDirectory.CommandLine;

/// <summary>The state of the directory as a person reads it: the share that is fresh, tiers, what waits, what falls due, the registers.</summary>
internal static class QualityPrinter
{
    public static void Print(IAnsiConsole console, QualityResponse quality)
    {
        console.WriteLine(Headline(quality));
        console.Write(Counts("Listings", quality.ListingsByFreshness.Select(count => (EnumWords.Of(count.Freshness), count.Listings))));
        console.Write(Counts("Therapists", quality.TherapistsByTier.Select(count => (Text($"tier {count.Tier}"), count.Therapists))));
        console.Write(Counts("Waits for a decision", quality.ReviewsWaiting.Select(count => (EnumWords.Of(count.Kind), count.Count))));
        console.Write(Counts("To be asked again", quality.Reminders.Select(count => ($"{EnumWords.Of(count.Kind)}, {EnumWords.Of(count.Stage)}", count.Count))));
        if (quality.Registers.Count == 0)
            console.WriteLine("No register is followed yet: import a file of one.");
        foreach (var register in quality.Registers)
            console.WriteLine(Text($"{register.Name}: newest file of {register.AsOf:yyyy-MM-dd}, {register.Rows} rows."));
        console.WriteLine(Text($"As of {quality.AsOf:yyyy-MM-dd}, revision {quality.IndexRevision}."));
    }

    private static string Headline(QualityResponse quality) => quality.VerifiedWithin90Days.Share is { } share
        ? Text($"{quality.VerifiedWithin90Days.Listings} of {quality.Listings} listings ({share:P1}) were verified within 90 days; {quality.Therapists} therapists.")
        : "There are no listings yet.";

    private static Table Counts(string of, IEnumerable<(string Word, int Count)> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(of);
        table.AddColumn(new TableColumn("Number").RightAligned());
        foreach (var (word, count) in rows)
            table.AddRow(new Text(word), new Text(count.ToString(CultureInfo.InvariantCulture)));
        return table;
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}

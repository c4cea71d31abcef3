using System.Globalization;
using System.Text;
using ReferralDirectory.Matching.Vetting;

namespace ReferralDirectory.Benchmarks.Calibration;

/// <summary>The verb <c>calibration</c>: the constants were set on the first world; the others, never looked at before, are what counts.</summary>
internal static class CalibrationRun
{
    public const string Verb = "calibration";
    private const int Therapists = 5_000;
    private const int TunedOn = 1;
    private const int Faster = 2;
    private static readonly int[] HeldOut = [7, 8, 9, 10, 11];

    public static int Run()
    {
        var tuned = new CalibrationFigures(SimulatedWorld.Judge(TunedOn, Therapists));
        var worlds = HeldOut.Select(seed => (seed, Facts: SimulatedWorld.Judge(seed, Therapists))).ToList();
        var all = new CalibrationFigures([.. worlds.SelectMany(world => world.Facts)]);
        var each = worlds.Select(world => (world.seed, Figures: new CalibrationFigures(world.Facts))).ToList();
        var faster = new CalibrationFigures(SimulatedWorld.Judge(HeldOut[^1] + 1, Therapists, Faster));
        var text = Section(tuned, each, all, faster);
        Console.WriteLine(text);
        ResultsFile.Put(text);
        return each.TrueForAll(world => world.Figures.AreReached) ? 0 : 1;
    }

    private static string Section(CalibrationFigures tuned, List<(int Seed, CalibrationFigures Figures)> each, CalibrationFigures all, CalibrationFigures faster)
    {
        var text = new StringBuilder("# Confidence of facts\n\n");
        text.Append(CultureInfo.InvariantCulture, $"`dotnet run -c Release --project tests/ReferralDirectory.Benchmarks {Verb}` writes this section again.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Worlds of {Therapists:N0} invented therapists whose truth is known, seen through sources that are late, copy and err, resolved and judged by the product. ");
        text.Append(CultureInfo.InvariantCulture, $"\"High\" is to be true in at least {CalibrationFigures.HighIsTrueAtLeast:P0}, the expected calibration error ({CalibrationFigures.Bins} bins) at most {CalibrationFigures.ErrorAtMost}. ");
        text.Append("The people change by rates taken from what is written about directories, not by the model's: the figures say that the model suits such a world, not that the world is so.\n\n");
        text.Append("| world | facts | High | of them true | Medium | of them true | Low | of them true | expected error | reached |\n| --- | --: | --: | --: | --: | --: | --: | --: | --: | --- |\n");
        AppendWorld(text, string.Create(CultureInfo.InvariantCulture, $"{TunedOn}, on which the constants were set"), tuned);
        foreach (var (seed, figures) in each)
            AppendWorld(text, seed.ToString(CultureInfo.InvariantCulture), figures);
        AppendWorld(text, string.Create(CultureInfo.InvariantCulture, $"one that changes {Faster} times as fast, for comparison"), faster);
        text.Append("\nThe worlds on which nothing was set, by kind of fact:\n\n| fact | facts | said | true | High | of them true | expected error |\n| --- | --: | --: | --: | --: | --: | --: |\n");
        foreach (var kind in Enum.GetValues<FactKind>())
        {
            if (all.Of(kind) is { Count: > 0 } of)
                text.Append(CultureInfo.InvariantCulture, $"| {kind} | {of.Count:N0} | {of.Said:0.000} | {of.True:0.000} | {of.CountOf(Confidence.High):N0} | {of.TrueOf(Confidence.High):0.000} | {of.ExpectedError:0.000} |\n");
        }

        text.Append("\nAnd by what was said:\n\n| said from | facts | said | true |\n| --: | --: | --: | --: |\n");
        foreach (var bin in all.Curve)
            text.Append(CultureInfo.InvariantCulture, $"| {bin.From:0.0} | {bin.Count:N0} | {bin.Said:0.000} | {bin.True:0.000} |\n");
        return text.ToString();
    }

    private static void AppendWorld(StringBuilder text, string world, CalibrationFigures figures)
    {
        text.Append(CultureInfo.InvariantCulture, $"| {world} | {figures.Count:N0} ");
        foreach (var level in new[] { Confidence.High, Confidence.Medium, Confidence.Low })
            text.Append(CultureInfo.InvariantCulture, $"| {figures.CountOf(level):N0} | {figures.TrueOf(level):0.000} ");
        text.Append(CultureInfo.InvariantCulture, $"| {figures.ExpectedError:0.000} | {(figures.AreReached ? "yes" : "**no**")} |\n");
    }
}

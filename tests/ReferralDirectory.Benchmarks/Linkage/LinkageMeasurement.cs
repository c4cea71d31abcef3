using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using ReferralDirectory.LinkageWorld;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vetting.Linkage;

namespace ReferralDirectory.Benchmarks.Linkage;

/// <summary>
/// Links generated lists of people whom the generator knows, and writes how many of the pairs are right. Thresholds and shipped parameters
/// were chosen on the seeds 1 and 2; what is reported here are others.
/// </summary>
internal static class LinkageMeasurement
{
    private const double PrecisionGoal = .995;
    private const double RecallGoal = .95;
    private const double SecondsGoal = 60;
    private const int PeopleOfALargeWorld = 33_334;
    private const double NearlyNobody = .001;

    private static readonly int[] Seeds = [101, 102, 103];

    public static int Run()
    {
        var text = new StringBuilder();
        Describe(text, new WorldOptions());
        var reached = Worlds(text);
        Calibration(text);
        reached &= Time(text);
        ResultsFile.Put(text.ToString());
        Console.WriteLine(text);
        return reached ? 0 : 1;
    }

    private static void Describe(StringBuilder text, WorldOptions world) => text
        .AppendLine("# Linkage").AppendLine()
        .AppendLine("`dotnet run -c Release --project tests/ReferralDirectory.Benchmarks linkage` writes this section again.").AppendLine()
        .AppendLine(CultureInfo.InvariantCulture, $"{world.People:N0} invented people on {world.Sources} lists. Of the records {world.NpiMissing:P0} have no NPI and {world.LicenceMissing:P0} no licence number, {world.PhoneMissing:P0} no telephone, {world.EmailMissing:P0} no e-mail address; {world.Slip:P0} of given names, family names, NPIs (which are then refused), licence numbers, telephones, e-mail addresses and streets each have a slip or two; {world.Nickname:P0} a nickname where there is one, {world.InitialOnly:P0} an initial, {world.SwappedNames:P0} swapped names; {world.AccentsLost:P0} lose accents; {world.AnothersLicence:P1} name another's licence. Of the people {world.Moved:P0} moved ({world.ToAnotherState:P0} of them to another state, {world.PhoneChangedByMove:P0} with another telephone), {world.Married:P0} changed their name, {world.InAClinic:P0} share a clinic's door and telephone, some its e-mail; {world.InAFamilyOfTherapists:P0} share family name, door and telephone with a relative ({world.FamilyEmail:P0} of these the e-mail, too), {world.FathersAndSons:P1} are father and son of one name, {world.SiblingsOfLikeNames:P1} siblings of nearly one. Counted are pairs of records; a pair is right when both are the same person. Thresholds and shipped parameters were chosen on seeds 1 and 2.")
        .AppendLine();

    private static bool Worlds(StringBuilder text)
    {
        text.AppendLine("| world | pairs of one person | exact keys: recall | precision | recall | of links alone: precision | recall | recall with review | to review | of these the same |")
            .AppendLine("| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |");
        var reached = true;
        foreach (var seed in Seeds)
        {
            var found = Line(text, $"seed {seed}", new WorldOptions(), seed);
            reached &= found.Linked.Precision >= PrecisionGoal && found.Linked.Recall >= RecallGoal;
        }

        Line(text, "each list has 60 % of the people", new WorldOptions { OnAList = .6 }, Seeds[0]);
        Line(text, "1 % of the members are listed twice", new WorldOptions { ListedTwice = .01 }, Seeds[0]);
        Line(text, "a slip in every fifth field", new WorldOptions { Slip = .2 }, Seeds[0]);
        Line(text, "1,000 people", new WorldOptions { People = 1_000 }, Seeds[0]);
        Line(text, "100 people", new WorldOptions { People = 100 }, Seeds[0]);
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Goal for the first three lines: precision ≥ {PrecisionGoal}, recall ≥ {RecallGoal}: {(reached ? "reached" : "**not reached**")}.").AppendLine();
        return reached;
    }

    private static Evaluation Line(StringBuilder text, string world, WorldOptions options, int seed)
    {
        var found = Evaluation.Of(World.Make(options, seed));
        var (review, same) = found.Zone(LinkZone.Review);
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"| {world} | {found.Linked.Same:N0} | {found.ExactKeys.Recall:0.000} | {found.Linked.Precision:0.0000} | {found.Linked.Recall:0.000} | {found.PrecisionOfLinks:0.0000} | {found.RecallOfLinks:0.000} | {found.RecallWithReview:0.000} | {review:N0} | {same:N0} |");
        return found;
    }

    private static void Calibration(StringBuilder text)
    {
        double[] from = [NearlyNobody, .01, .1, .5, .9, .99, .999, .9999, 1];
        text.AppendLine("Is the probability what it says? All compared pairs of persons from different organisations, seed 102, whatever stands against merging them:").AppendLine()
            .AppendLine("| probability | pairs | mean probability | one person in fact | of these without an obstacle | one person in fact |").AppendLine("| --- | --: | --: | --: | --: | --: |");
        var found = Evaluation.Of(World.Make(new WorldOptions(), Seeds[1]), new LinkageOptions { ReviewFrom = NearlyNobody, MergeFrom = NearlyNobody });
        var pairs = found.Result.Pairs.Where(pair => !pair.Obstacles.HasFlag(MergeObstacles.SameOrganization))
            .Select(pair => (pair.Probability, Same: found.Labels.AreSame(found.Result.Groups[pair.One], found.Result.Groups[pair.Other]), Clear: (pair.Obstacles & ~MergeObstacles.Ambiguous & ~MergeObstacles.Chain) == MergeObstacles.None))
            .ToList();
        for (var i = 0; i < from.Length - 1; i++)
        {
            var bin = pairs.Where(pair => pair.Probability >= from[i] && (pair.Probability < from[i + 1] || i == from.Length - 2)).ToList();
            var clear = bin.Where(pair => pair.Clear).ToList();
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {from[i]} – {from[i + 1]} | {bin.Count:N0} | {Mean(bin.Select(pair => pair.Probability)):0.0000} | {Mean(bin.Select(pair => pair.Same ? 1.0 : 0)):0.0000} | {clear.Count:N0} | {Mean(clear.Select(pair => pair.Same ? 1.0 : 0)):0.0000} |");
        }

        text.AppendLine();
    }

    private static bool Time(StringBuilder text)
    {
        var records = World.Make(new WorldOptions { People = PeopleOfALargeWorld }, Seeds[0]).ConvertAll(each => each.Record);
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var started = Stopwatch.GetTimestamp();
        var groups = IdentityGrouper.Group(records);
        var grouped = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var result = RecordLinker.Run(groups, []);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var worked = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds;
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{records.Count:N0} records, {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores, of which one is used: exact keys {grouped:0.0} s, then {result.Compared:N0} pairs of {groups.Length:N0} persons compared, in all **{seconds:0.0} s** (of the processor {worked:0.0} s; the rest waited for others). Goal ≤ {SecondsGoal:0} s: {(seconds <= SecondsGoal ? "reached" : "**not reached**")}.");
        return seconds <= SecondsGoal;
    }

    private static double Mean(IEnumerable<double> values) => values.DefaultIfEmpty().Average();
}

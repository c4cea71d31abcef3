using System.CommandLine;
using System.Globalization;
using ReferralDirectory.Demo;
using ReferralDirectory.Geocoding;
using ReferralDirectory.Import;
using ReferralDirectory.Import.Sources;
using ReferralDirectory.Matching.Knowledge;

namespace ReferralDirectory.CommandLine;

/// <summary><c>generate</c>: writes the files of the demonstration. The same count and seed give the same bytes.</summary>
internal static class GenerateCommand
{
    public static Command Create()
    {
        var count = new Option<int?>("--count")
        {
            Description = "How many people to invent, 1 to 1,000,000.",
            DefaultValueFactory = _ => DemoGenerator.DefaultCount,
            CustomParser = typed => TypedValues.WholeBetween(typed, 1, 1_000_000),
        };
        var seed = new Option<int?>("--seed")
        {
            Description = "Another seed invents other people.",
            DefaultValueFactory = _ => DemoGenerator.DefaultSeed,
            CustomParser = TypedValues.Whole,
        };
        var oneList = new Option<bool>("--one-list") { Description = "Put everyone on one organisation's list: one file of members." };
        var output = new Option<string>("--out") { Description = "The directory to write to; made when missing.", Required = true, HelpName = "DIR" };
        var command = new Command("generate", "Invent therapists as the member lists and checks that `import` reads.") { count, seed, oneList, output };
        command.SetAction((parsed, _) => Terminal.RunAsync(parsed, async () =>
        {
            var directory = parsed.GetValue(output)!;
            var (places, knowledge) = Reference();
            var world = new DemoWorld(parsed.GetValue(count)!.Value, parsed.GetValue(seed)!.Value, places, knowledge);
            DemoGenerator.Write(directory, parsed.GetValue(oneList) ? world with { Lists = [DemoOrganizations.Lists[0]] } : world);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"Wrote {parsed.GetValue(count)} invented people to {directory}."));
            return ExitCodes.Done;
        }));
        return command;
    }

    /// <summary>The shipped reference tables; no store is needed.</summary>
    private static (PlaceTable Places, KnowledgeTables Knowledge) Reference()
    {
        var errors = new ImportErrors(DirectoryParts.SeedData);
        var rows = KnowledgeFiles.Read(DirectoryParts.SeedData, errors).Knowledge ?? throw new InvalidDataException(errors.Errors[0].Message);
        return (DirectoryParts.LoadPlaces(), new KnowledgeTables(rows));
    }
}

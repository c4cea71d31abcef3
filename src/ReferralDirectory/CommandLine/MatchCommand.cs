using System.CommandLine;
using ReferralDirectory.Demo;
using ReferralDirectory.Matches;
using ReferralDirectory.Matches.Validation;
using ReferralDirectory.Platform;

namespace ReferralDirectory.CommandLine;

/// <summary><c>match</c>: the answer of <c>POST /v1/matches</c>, from the store itself, without a server.</summary>
internal static class MatchCommand
{
    public static Command Create(TimeProvider? clock = null)
    {
        var options = new MatchOptions();
        var command = new Command("match", "Match a referral: who is near, licensed, vetted, in network and trained for it, and why.");
        foreach (var option in options.All)
            command.Options.Add(option);
        command.SetAction((parsed, cancellationToken) => Terminal.RunAsync(parsed, () => RunAsync(parsed, options, clock ?? TimeProvider.System, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, MatchOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var directory = await OfflineDirectory.OpenAsync(parsed.GetValue(DataOption.Instance), clock, cancellationToken);
        if (await directory.SeedAsync(cancellationToken) == SeedOutcome.Seeded)
            await parsed.InvocationConfiguration.Error.WriteLineAsync("The store was new: it is filled with invented people, the demonstration. `demo remove` takes them out.");
        var world = directory.ReadWorld(cancellationToken);
        var request = options.RequestOf(parsed);
        var asJson = parsed.GetValue(options.Json);

        var judged = new MatchRequestValidator(world.Knowledge, world.Codes, world.Places, world.Clock).Validate(request);
        if (!judged.IsValid)
        {
            FieldError[] errors = [.. judged.Errors.Select(failure => new FieldError(JsonPointer.Of(failure.PropertyName), failure.ErrorCode, failure.ErrorMessage))];
            await WriteErrorsAsync(parsed.InvocationConfiguration.Error, errors, asJson);
            return ExitCodes.BadInput;
        }

        var answer = MatchesQueries.Match(request, world, cancellationToken);
        if (asJson)
            await parsed.InvocationConfiguration.Output.WriteLineAsync(Terminal.JsonOf(answer));
        else
            MatchPrinter.Print(Terminal.Of(parsed), answer);
        return ExitCodes.Done;
    }

    private static async Task WriteErrorsAsync(TextWriter output, FieldError[] errors, bool asJson)
    {
        if (asJson)
        {
            var problem = Problems.InvalidRequest;
            var response = new ProblemResponse(problem.Type, problem.Title, problem.Status, errors[0].Message, problem.Code, errors, "command-line");
            await output.WriteLineAsync(Terminal.JsonOf(response));
            return;
        }

        foreach (var error in errors)
            await output.WriteLineAsync($"{MatchOptions.NameOf(error.Pointer)}: {error.Message} ({error.Code})");
    }
}

using System.CommandLine;
using Spectre.Console;

namespace ReferralDirectory.CommandLine;

/// <summary><c>check</c>: do store, index and knowledge agree?</summary>
internal static class CheckCommand
{
    public static Command Create(TimeProvider? clock = null)
    {
        var data = DataOption.Create();
        var command = new Command("check", "Check that the file is sound, and that store, index and knowledge agree.") { data };
        command.SetAction((parsed, cancellationToken) => Terminal.RunAsync(parsed, async () =>
        {
            await using var directory = await OfflineDirectory.OpenAsync(parsed.GetValue(data), clock ?? TimeProvider.System, cancellationToken);
            var console = Terminal.Of(parsed);
            var allHold = true;
            await foreach (var (name, fault) in ActivatorUtilities.CreateInstance<DirectoryChecks>(directory.Services).RunAsync(cancellationToken))
            {
                allHold &= fault is null;
                console.MarkupLine(fault is null ? $"[green]ok[/]      {Markup.Escape(name)}" : $"[red]failed[/]  {Markup.Escape(name)}: {Markup.Escape(fault)}");
            }

            return allHold ? ExitCodes.Done : ExitCodes.HasErrors;
        }));
        return command;
    }
}

using System.CommandLine;
using Spectre.Console;

namespace ReferralDirectory.CommandLine;

/// <summary><c>check</c>: do store, index and knowledge agree?</summary>
internal static class CheckCommand
{
    public static Command Create(TimeProvider? clock = null)
    {
        var command = new Command("check", "Check that the file is sound, and that store, index and knowledge agree.") { DataOption.Instance };
        command.SetAction((parsed, cancellationToken) => Terminal.RunAsync(parsed, async () =>
        {
            await using var directory = await OfflineDirectory.OpenExistingAsync(parsed.GetValue(DataOption.Instance), clock ?? TimeProvider.System, cancellationToken);
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

using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace ReferralDirectory.CommandLine;

/// <summary>Everything that can be typed: one binary, one file per verb; without a verb it serves.</summary>
internal static class CommandTree
{
    public static RootCommand Create()
    {
        var root = new RootCommand("A directory of vetted massage therapists that answers physicians' referrals.")
        {
            ServeCommand.Create(),
            ImportCommand.Create(),
            MatchCommand.Create(),
            DemoCommand.Create(),
            ReviewsCommand.Create(),
            LinkCommand.Create(),
            CheckCommand.Create(),
            QualityCommand.Create(),
            GenerateCommand.Create(),
        };
        ServeCommand.Default(root);
        foreach (var option in root.Options.OfType<HelpOption>())
            option.Action = new HelpWithExitCodes((HelpAction)option.Action!);
        foreach (var verb in root.Subcommands)
            RefuseOptionsOfOthers(verb);
        return root;
    }

    /// <summary>An option of serving that stands before another verb would be read and then forgotten.</summary>
    private static void RefuseOptionsOfOthers(Command command)
    {
        command.Validators.Add(typed =>
        {
            for (var before = typed.Parent; before is not null; before = before.Parent)
            {
                foreach (var given in ((CommandResult)before).Children.OfType<OptionResult>().Where(given => !given.Implicit && !command.Options.Contains(given.Option)))
                    typed.AddError($"{given.Option.Name} before '{command.Name}' means nothing to it: leave it out.");
            }
        });
        foreach (var verb in command.Subcommands)
            RefuseOptionsOfOthers(verb);
    }
}

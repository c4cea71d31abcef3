using System.CommandLine;
using ReferralDirectory.CommandLine;

// One binary, one file per verb; without a verb it serves.
var root = new RootCommand("A directory of vetted massage therapists that answers physicians' referrals. " + ExitCodes.Described)
{
    ServeCommand.Create(),
    ImportCommand.Create(),
    MatchCommand.Create(),
    DemoCommand.Create(),
    CheckCommand.Create(),
    GenerateCommand.Create(),
};
ServeCommand.Default(root);

return await root.Parse(args).InvokeAsync(new InvocationConfiguration
{
    // A host that is built for a test stops by an exception of its own, which must get through.
    EnableDefaultExceptionHandler = false,
    ProcessTerminationTimeout = TimeSpan.FromSeconds(15),
});

/// <summary>Named so that tests can start the program as it is.</summary>
public partial class Program;

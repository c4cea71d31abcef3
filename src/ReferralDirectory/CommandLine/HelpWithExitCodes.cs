using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ReferralDirectory.CommandLine;

/// <summary>The help of every command, followed by what it may end with.</summary>
internal sealed class HelpWithExitCodes(HelpAction help) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(ExitCodes.Described);
        return exitCode;
    }
}

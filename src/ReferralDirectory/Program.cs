using System.CommandLine;
using ReferralDirectory.CommandLine;

return await CommandTree.Create().Parse(args).InvokeAsync(new InvocationConfiguration
{
    // A host that is built for a test stops by an exception of its own, which must get through.
    EnableDefaultExceptionHandler = false,
    ProcessTerminationTimeout = TimeSpan.FromSeconds(15),
});

/// <summary>Named so that tests can start the program as it is.</summary>
public partial class Program;

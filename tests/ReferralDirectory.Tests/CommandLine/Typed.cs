using System.CommandLine;

namespace ReferralDirectory.Tests.CommandLine;

/// <summary>What a verb wrote, and what it ended with.</summary>
internal sealed record Typed(int ExitCode, string Output, string Errors)
{
    public static async Task<Typed> RunAsync(Command verb, params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var exitCode = await verb.Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, Error = errors });
        return new Typed(exitCode, output.ToString(), errors.ToString());
    }
}

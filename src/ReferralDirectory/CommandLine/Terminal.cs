using System.CommandLine;
using System.Text.Json;
using ReferralDirectory.Platform;
using Spectre.Console;

namespace ReferralDirectory.CommandLine;

/// <summary>Where a verb writes: colours and drawing on a terminal, plain lines of text elsewhere.</summary>
internal static class Terminal
{
    /// <summary>Wide enough that no line of a table is folded in a file or a pipe.</summary>
    private const int WidthOfText = 1000;

    private static readonly JsonSerializerOptions Indented = new(StrictJson.Options) { WriteIndented = true };

    public static IAnsiConsole Of(ParseResult parsed) => Of(parsed.InvocationConfiguration.Output, Console.IsOutputRedirected);

    public static IAnsiConsole ErrorsOf(ParseResult parsed) => Of(parsed.InvocationConfiguration.Error, Console.IsErrorRedirected);

    /// <summary>Runs a verb; what goes wrong around it is said in one sentence.</summary>
    public static async Task<int> RunAsync(ParseResult parsed, Func<Task<int>> verb)
    {
        try
        {
            return await verb();
        }
        catch (Exception failure) when (Failures.Of(failure) is { } known)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(known.Sentence.ReplaceLineEndings(" "));
            return known.ExitCode;
        }
    }

    /// <summary>What <c>--json</c> writes, for a person to read, too.</summary>
    public static string JsonOf<T>(T value) => JsonSerializer.Serialize(value, Indented);

    private static IAnsiConsole Of(TextWriter writer, bool redirected)
    {
        if (!redirected && (ReferenceEquals(writer, Console.Out) || ReferenceEquals(writer, Console.Error)))
            return AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        var plain = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        plain.Profile.Width = WidthOfText;
        return plain;
    }
}

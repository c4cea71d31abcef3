using System.CommandLine;

namespace ReferralDirectory.CommandLine;

/// <summary>The directory of the store: one and the same option for every command that has a store, so that it holds wherever it is written.</summary>
internal static class DataOption
{
    public static Option<string?> Instance { get; } =
        new("--data") { Description = "The directory of the store. Default: data, under the working directory.", HelpName = "DIR" };
}

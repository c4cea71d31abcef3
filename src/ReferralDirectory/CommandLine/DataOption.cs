using System.CommandLine;

namespace ReferralDirectory.CommandLine;

/// <summary>The directory of the store, the same for every verb.</summary>
internal static class DataOption
{
    public static Option<string?> Create() =>
        new("--data") { Description = "The directory of the store. Default: data, under the working directory.", HelpName = "DIR" };
}

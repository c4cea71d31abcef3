using System.CommandLine;
using ReferralDirectory.Store;

namespace ReferralDirectory.CommandLine;

/// <summary>The directory of the store, the same for every verb.</summary>
internal static class DataOption
{
    public static Option<string> Create() => new("--data")
    {
        Description = "The directory that holds the store; made when missing.",
        HelpName = "DIR",
        DefaultValueFactory = _ => new StoreOptions().DataDirectory,
    };
}

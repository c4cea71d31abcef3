namespace ReferralDirectory.Tests.Contract;

/// <summary>Files of the repository that tests read, and on request rewrite.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "ReferralDirectory.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("Tests run within the repository.");
    }
}

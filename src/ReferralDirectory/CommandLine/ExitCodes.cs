namespace ReferralDirectory.CommandLine;

/// <summary>What a verb ends with; said in the help of every one of them.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>Something typed is wrong. Unknown options end with this, too.</summary>
    public const int BadInput = 1;

    /// <summary>A file has errors, and nothing of it was stored; or a check failed.</summary>
    public const int HasErrors = 2;

    public const int StoreUnusable = 3;

    public const string Described = "Exit codes: 0 done; 1 something typed is wrong; 2 a file has errors, or a check failed; 3 the store cannot be used.";
}

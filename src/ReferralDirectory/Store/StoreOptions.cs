namespace ReferralDirectory.Store;

/// <summary>Where the store is and how long it waits for others.</summary>
internal sealed class StoreOptions
{
    /// <summary>The directory of the database and its lock file; made when missing. Default: <c>data</c> under the working directory.</summary>
    public string DataDirectory { get; init; } = "data";

    /// <summary>How long a write, or a migration, waits for another process that is writing. Default: 30 seconds.</summary>
    public TimeSpan WriteWait { get; init; } = TimeSpan.FromSeconds(30);

    public string DatabasePath => Path.Combine(DataDirectory, "referral-directory.db");

    /// <summary>The compiled index, so that a start need not compile it. It may be deleted at any time.</summary>
    public string IndexPath => Path.Combine(DataDirectory, "referral-directory.index");

    /// <summary>Held while this or another process writes. It stays behind, empty; only holding it means something.</summary>
    public string LockPath => Path.Combine(DataDirectory, "referral-directory.lock");
}

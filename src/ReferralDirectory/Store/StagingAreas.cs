using Microsoft.EntityFrameworkCore;

namespace ReferralDirectory.Store;

/// <summary>Opens staging areas beside the store, and removes those that killed processes left behind.</summary>
internal sealed class StagingAreas(IDbContextFactory<DirectoryContext> contexts, StoreOptions options)
{
    private const string Suffix = ".staging-";

    public StagingArea Open()
    {
        RemoveStale();
        return StagingArea.Open(contexts.CreateDbContext(), $"{options.DatabasePath}{Suffix}{Guid.NewGuid():N}");
    }

    /// <summary>A file that is in use stays so: some systems refuse to delete it, the others delete only its name.</summary>
    private void RemoveStale()
    {
        foreach (var stale in Directory.EnumerateFiles(options.DataDirectory, $"{Path.GetFileName(options.DatabasePath)}{Suffix}*"))
        {
            try
            {
                File.Delete(stale);
            }
            catch (Exception inUse) when (inUse is IOException or UnauthorizedAccessException)
            {
                // Another process prepares a write there.
            }
        }
    }
}

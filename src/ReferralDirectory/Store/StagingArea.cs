using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ReferralDirectory.Store;

/// <summary>
/// Tables beside the store, in a file of their own that one connection sees as the schema <see cref="Schema"/>: there a write is
/// prepared while others read and write the store. Nothing in it lasts.
/// </summary>
internal sealed class StagingArea : IDisposable
{
    public const string Schema = "staging";

    /// <summary>Room for the indexes that a large write touches all over.</summary>
    private const int CacheKibibytes = 64 * 1024;

    /// <summary>Several records fit into a page, and fewer pages are written and read.</summary>
    private const int PageBytes = 16 * 1024;

    private readonly string path;

    private StagingArea(DirectoryContext context, string path) => (Context, this.path) = (context, path);

    /// <summary>Sees the store and this area.</summary>
    public DirectoryContext Context { get; }

    public static StagingArea Open(DirectoryContext context, string path)
    {
        var area = new StagingArea(context, path);
        try
        {
            area.Attach();
            return area;
        }
        catch
        {
            area.Dispose();
            throw;
        }
    }

    /// <summary>Makes a table for rows as the store keeps them, without its references and indexes.</summary>
    /// <param name="context">Sees an area.</param>
    /// <param name="key">The columns of its primary key; none: rows stay in the order in which they come.</param>
    public static void Create<TRow>(DirectoryContext context, params string[] key)
        where TRow : class
    {
        var primaryKey = key.Length == 0 ? "" : $", PRIMARY KEY ({string.Join(", ", key)})";
        context.Run($"CREATE TABLE {Schema}.\"{TableShape<TRow>.Table}\" ({string.Join(", ", TableShape<TRow>.Declarations)}{primaryKey}){(key.Length > 1 ? " WITHOUT ROWID" : "")}");
    }

    public void Dispose()
    {
        try
        {
            if (Context.Connection.State == ConnectionState.Open)
                Context.Run($"DETACH {Schema}; PRAGMA cache_size = -2000");
        }
        catch (SqliteException)
        {
            // Nobody else is to get a connection that something is still attached to.
            SqliteConnection.ClearPool(Context.Connection);
        }

        Context.Dispose();
        File.Delete(path);
    }

    private void Attach()
    {
        Context.Database.OpenConnection();
        using var attach = Context.Connection.CreateCommand();
        attach.CommandText = $"ATTACH $path AS {Schema}";
        attach.Parameters.AddWithValue("$path", path);
        attach.ExecuteNonQuery();

        // Undone when a write is given up, but it need not outlive the process.
        Context.Run(FormattableString.Invariant(
            $"PRAGMA {Schema}.page_size = {PageBytes}; PRAGMA {Schema}.journal_mode = MEMORY; PRAGMA {Schema}.synchronous = OFF; PRAGMA cache_size = -{CacheKibibytes}; PRAGMA {Schema}.cache_size = -{CacheKibibytes}"));
    }
}

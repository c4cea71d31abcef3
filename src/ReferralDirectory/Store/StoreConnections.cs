using Microsoft.Data.Sqlite;

namespace ReferralDirectory.Store;

/// <summary>
/// Opens the store for reading without EF, whose model takes a process that has just started more than a second to make: a start only
/// reads, and the index is read from here for as long as the process lives. Writes go through <see cref="WriteGate"/>.
/// </summary>
internal sealed class StoreConnections(StoreOptions options)
{
    /// <summary>A connection with the pragmas of the store. A file that is missing is made, empty.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(StringFor(options));
        try
        {
            connection.Open();
            ConnectionPragmas.Apply(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens the store as of one revision: a deferred transaction neither waits for a writer nor holds one up.</summary>
    public StoreReading BeginRead()
    {
        var connection = Open();
        try
        {
            return new StoreReading(connection, connection.BeginTransaction(deferred: true));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc cref="OneThreadReading"/>
    public OneThreadReading BeginOneThreadRead() => OneThreadReading.Begin(options);

    public static string StringFor(StoreOptions options) => new SqliteConnectionStringBuilder { DataSource = options.DatabasePath }.ConnectionString;
}

/// <summary>A connection that sees one state of the file until it is disposed.</summary>
internal sealed class StoreReading(SqliteConnection connection, SqliteTransaction transaction) : IDisposable
{
    public SqliteConnection Connection { get; } = connection;

    public void Dispose()
    {
        transaction.Dispose();
        Connection.Dispose();
    }
}

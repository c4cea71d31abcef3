using System.Diagnostics;
using Npgsql;

namespace ReferralDirectory.Benchmarks.Peers;

/// <summary>
/// A PostgreSQL server of its own in a temporary directory, reached by a Unix socket in it; stopped and removed in the end. Debian's
/// packages postgresql-15 and postgresql-15-postgis-3 bring what is needed.
/// </summary>
internal sealed class PostgresCluster : IDisposable
{
    private const string Installations = "/usr/lib/postgresql";
    private const string ServiceUser = "postgres";

    // Nothing here must survive a power cut; one client is served best by one process without compilation of its short queries.
    private static readonly string[] Settings =
    [
        "listen_addresses=", "shared_buffers=3GB", "work_mem=64MB", "maintenance_work_mem=1GB", "max_wal_size=8GB", "fsync=off", "synchronous_commit=off",
        "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0", "autovacuum=off", "jit=off", "max_parallel_workers_per_gather=0",
        "random_page_cost=1.1", "plan_cache_mode=force_generic_plan",
    ];

    private readonly string programs;
    private readonly string directory;

    private PostgresCluster(string programs, string directory) => (this.programs, this.directory) = (programs, directory);

    /// <summary>Null when PostgreSQL with PostGIS is not installed.</summary>
    public static PostgresCluster? Start()
    {
        if (FindPrograms() is not { } programs)
            return null;
        var cluster = new PostgresCluster(programs, Directory.CreateTempSubdirectory("peers-").FullName);
        if (Environment.UserName == "root")
            Run("chown", ServiceUser, cluster.directory);
        cluster.RunProgram("initdb", "--pgdata", cluster.Data, "--username", ServiceUser, "--auth", "trust", "--no-sync", "--encoding", "UTF8", "--locale", "C");
        cluster.RunProgram("pg_ctl", "start", "--wait", "--pgdata", cluster.Data, "--log", Path.Combine(cluster.directory, "log"), "--options", cluster.Options);
        return cluster;
    }

    private string Data => Path.Combine(directory, "data");

    private string Options => string.Join(' ', Settings.Select(setting => $"-c {setting}").Prepend($"-k {directory}"));

    /// <summary>Makes a database; its connection prepares what it is asked twice.</summary>
    public NpgsqlConnection OpenDatabase(string name)
    {
        using (var postgres = Open("postgres"))
        {
            using var create = new NpgsqlCommand($"CREATE DATABASE {name}", postgres);
            create.ExecuteNonQuery();
        }

        return Open(name);
    }

    public void Dispose()
    {
        RunProgram("pg_ctl", "stop", "--wait", "--mode", "immediate", "--pgdata", Data);
        Directory.Delete(directory, recursive: true);
    }

    private NpgsqlConnection Open(string database)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder
        {
            Host = directory,
            Username = ServiceUser,
            Database = database,
            CommandTimeout = 0,
            Pooling = false,
            MaxAutoPrepare = 10,
            AutoPrepareMinUsages = 2,
        }.ToString());
        connection.Open();
        return connection;
    }

    private static string? FindPrograms() => Directory.Exists(Installations)
        ? Directory.EnumerateDirectories(Installations)
            .Where(version => File.Exists(Path.Combine(version, "lib", "postgis-3.so")))
            .Select(version => Path.Combine(version, "bin"))
            .LastOrDefault()
        : null;

    /// <summary>The server refuses to run as root.</summary>
    private void RunProgram(string name, params string[] arguments)
    {
        var program = Path.Combine(programs, name);
        if (Environment.UserName == "root")
            Run("setpriv", [$"--reuid={ServiceUser}", $"--regid={ServiceUser}", "--clear-groups", program, .. arguments]);
        else
            Run(program, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        // Its output is not taken: a server would hold the pipe open.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments]) { UseShellExecute = false, WorkingDirectory = "/" })
            ?? throw new InvalidOperationException($"{program} did not start.");
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with code {process.ExitCode}.");
    }
}

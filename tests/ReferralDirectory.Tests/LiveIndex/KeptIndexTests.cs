using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using ReferralDirectory.LiveIndex;
using ReferralDirectory.Matching.Images;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Store;
using ReferralDirectory.Tests.Import;
using ReferralDirectory.Tests.Store;

namespace ReferralDirectory.Tests.LiveIndex;

public sealed class KeptIndexTests : IAsyncLifetime
{
    private static readonly DateOnly[] Days = [new(2026, 11, 22)];

    private ImportBench bench = null!;

    public async ValueTask InitializeAsync()
    {
        bench = await ImportBench.CreateAsync();
        await bench.ImportAsync(Shipped.Knowledge.Rows);
        await bench.ImportAsync([.. Enumerable.Range(1, 40).Select(number => People.Record($"m{number}", number))]);
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public void A_kept_index_is_found_again()
    {
        var index = Keep();

        Assert.Equal(Image(index), Image(Kept().Find()!));
    }

    [Fact]
    public async Task A_start_takes_up_the_file_without_reading_therapists_from_the_store()
    {
        Keep();
        await using (var context = bench.Store.Open())
            await context.Database.ExecuteSqlAsync($"PRAGMA foreign_keys = OFF; DELETE FROM \"Therapists\"");

        using var live = Live();
        await live.LoadAsync(CancellationToken.None);

        Assert.Equal(40, live.Current.TherapistCount);
    }

    [Fact]
    public async Task A_file_of_an_earlier_revision_is_brought_up_to_the_store()
    {
        Keep();
        await bench.ImportAsync(People.Record("g41", 41, ImportBench.Guild.Id), People.Record("g1", 1, ImportBench.Guild.Id));

        using var live = Live();
        await live.LoadAsync(CancellationToken.None);

        Assert.Equal(bench.Read().Therapists.Select(StoreJson.Write), live.Current.Therapists.Select(StoreJson.Write));
        Assert.Equal(bench.Store.Reader.ReadRevision(), live.Current.Revision);
    }

    [Fact]
    public async Task A_file_of_before_other_knowledge_tables_is_passed_over()
    {
        Keep();
        await bench.ImportAsync(Shipped.Knowledge.Rows with { Version = "another" });

        Assert.Null(Kept().Find());
    }

    [Fact]
    public async Task A_file_of_another_store_is_passed_over()
    {
        Keep();
        await using var other = await ImportBench.CreateAsync();
        await other.ImportAsync(Shipped.Knowledge.Rows);
        await other.ImportAsync([.. Enumerable.Range(1, 40).Select(number => People.Record($"m{number}", number))]);
        File.Copy(FilePath, other.Store.Options.IndexPath);

        Assert.Null(Kept(other).Find());
    }

    [Fact]
    public async Task A_file_of_what_came_after_a_copy_is_passed_over_once_the_copy_was_put_back()
    {
        await using (var context = bench.Store.Open())
            await context.Database.ExecuteSqlAsync($"VACUUM INTO {FilePath + ".copy"}");
        await bench.ImportAsync(People.Record("m41", 41));
        Keep();
        SqliteConnection.ClearAllPools();
        foreach (var suffix in (string[])["-wal", "-shm"])
            File.Delete(bench.Store.Options.DatabasePath + suffix);
        File.Move(FilePath + ".copy", bench.Store.Options.DatabasePath, overwrite: true);

        Assert.Null(Kept().Find());
        await bench.ImportAsync(People.Record("m42", 42));
        Assert.Null(Kept().Find());
        await bench.ImportAsync(People.Record("m43", 43));
        Assert.Null(Kept().Find());
    }

    [Fact]
    public void A_file_of_another_build_is_passed_over()
    {
        var index = Keep();
        using (var file = IndexFile.Open(FilePath))
        {
            var parts = Enumerable.Range(0, file.Contents.Parts.Length).Select(file.PartAt);
            IndexFile.Write(FilePath + ".new", file.Contents with { Build = Guid.NewGuid(), Parts = [] }, parts, CancellationToken.None);
        }

        File.Move(FilePath + ".new", FilePath, overwrite: true);
        Assert.Null(Kept().Find());
        Assert.Equal(40, index.TherapistCount);
    }

    [Fact]
    public void A_file_that_was_cut_is_passed_over_wherever_it_was_cut()
    {
        Keep();
        var whole = File.ReadAllBytes(FilePath);
        for (var length = 0; length < whole.Length; length += 1 + (length < 100 || length > whole.Length - 100 ? 0 : whole.Length / 60))
        {
            File.WriteAllBytes(FilePath, whole[..length]);
            Assert.Null(Kept().Find());
        }
    }

    [Fact]
    public void A_file_with_a_wrong_byte_is_passed_over_wherever_it_is()
    {
        Keep();
        var whole = File.ReadAllBytes(FilePath);
        for (var place = 0; place < whole.Length; place += 1 + (place > whole.Length - 100 ? 0 : whole.Length / 150))
        {
            whole[place] ^= 0x10;
            File.WriteAllBytes(FilePath, whole);
            Assert.Null(Kept().Find());
            whole[place] ^= 0x10;
        }

        File.WriteAllBytes(FilePath, whole);
        Assert.NotNull(Kept().Find());
    }

    [Fact]
    public async Task A_start_over_a_damaged_file_compiles_the_store()
    {
        File.WriteAllText(FilePath, new string('x', 100_000));

        using var live = Live();
        await live.LoadAsync(CancellationToken.None);

        Assert.Equal(40, live.Current.TherapistCount);
    }

    [Fact]
    public void What_a_killed_writer_left_behind_is_removed_and_what_another_is_writing_is_not()
    {
        var (left, writing) = (FilePath + ".writing-1", FilePath + ".writing-2");
        File.WriteAllText(left, "half an ind");
        using (new FileStream(writing, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            Keep();

            Assert.False(File.Exists(left));
            Assert.True(File.Exists(writing));
        }

        Assert.NotNull(Kept().Find());
    }

    [Fact]
    public void A_writer_that_is_interrupted_leaves_the_file_that_was_there()
    {
        var index = Keep();
        var before = File.ReadAllBytes(FilePath);
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();

        Assert.Throws<OperationCanceledException>(() => Kept().Keep(index, Days, stopped.Token));

        Assert.Equal(before, File.ReadAllBytes(FilePath));
        Assert.Equal([FilePath], Directory.GetFiles(bench.Store.Options.DataDirectory, "*.index*"));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_no_failure_of_the_server()
    {
        Directory.CreateDirectory(FilePath);

        Keep();

        Assert.Empty(Directory.GetFiles(bench.Store.Options.DataDirectory, "*.writing-*"));
        using var live = Live();
        await live.LoadAsync(CancellationToken.None);
        Assert.True(live.IsReady);
    }

    private string FilePath => bench.Store.Options.IndexPath;

    private MatchIndex Keep()
    {
        var index = MatchIndexCompiler.Compile(bench.Read());
        Kept().Keep(index, Days, CancellationToken.None);
        return index;
    }

    /// <summary>As a process that has just started has it.</summary>
    private KeptIndex Kept(ImportBench? other = null)
    {
        var store = (other ?? bench).Store;
        return new KeptIndex(store.Reader, store.Options, TimeProvider.System, NullLogger<KeptIndex>.Instance);
    }

    private LiveMatchIndex Live() => new(bench.Store.Reader, Kept(), TimeProvider.System, NullLogger<LiveMatchIndex>.Instance);

    private static byte[] Image(MatchIndex index) => [.. IndexImage.Write(index, Days).SelectMany(part => part.ToArray())];
}

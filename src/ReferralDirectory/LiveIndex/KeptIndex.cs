using System.Security.Cryptography;
using ReferralDirectory.Matching.Images;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Store;

namespace ReferralDirectory.LiveIndex;

/// <summary>
/// The index in a file beside the database, from which a start takes it up instead of compiling the store. The file is nothing that
/// could be lost: one that is missing, damaged, of another program or of another history of the store is passed over.
/// </summary>
internal sealed partial class KeptIndex(SnapshotReader snapshots, StoreOptions options, TimeProvider time, ILogger<KeptIndex> logger)
{
    /// <summary>
    /// Memory that reading may take, as a share of the file: its columns, their arrays, the therapists, the tables. Measured (verb
    /// <c>start</c>) it is half as much as the file again; what is not touched costs nothing, and more than was said brings the collector back.
    /// </summary>
    internal const int MostTakenPerHundredRead = 200;

    /// <summary>Of both assemblies: this one says what of the store goes into an index, the other how.</summary>
    private static readonly Guid Build = new(SHA256.HashData([.. typeof(KeptIndex).Module.ModuleVersionId.ToByteArray(), .. IndexImage.Build.ToByteArray()]).AsSpan(0, 16));

    private volatile IndexContents? kept;

    /// <summary>As it was kept, perhaps at an earlier revision of the store; null when there is none to go on from.</summary>
    public MatchIndex? Find()
    {
        if (!File.Exists(options.IndexPath))
            return null;
        try
        {
            var started = time.GetTimestamp();
            using var file = IndexFile.Open(options.IndexPath);
            if (file.Contents.Build != Build)
                throw new InvalidDataException("another build of this program wrote it");
            var index = Read(file);
            kept = file.Contents;
            var elapsed = time.GetElapsedTime(started);
            Log.Read(logger, index.Revision, index.TherapistCount, options.IndexPath, elapsed);
            return index;
        }
        catch (Exception failure)
        {
            var cause = failure is AggregateException { InnerExceptions: [var first, ..] } ? first : failure;
            Log.PassedOver(logger, options.IndexPath, cause.Message);
            return null;
        }
    }

    /// <summary>Does the file hold this index, ready for these days?</summary>
    public bool Holds(MatchIndex index, DateOnly[] days) => kept is { } contents && contents.Revision == index.Revision && days.All(contents.Days.Contains);

    /// <summary>Writes the file anew. A failure is logged: the file before it stays.</summary>
    public void Keep(MatchIndex index, DateOnly[] days, CancellationToken cancellationToken)
    {
        try
        {
            var started = time.GetTimestamp();
            if (snapshots.ReadStamp(index.Revision) is not { } stamp)
                return;
            var contents = new IndexContents(Build, index.Revision, stamp, index.Knowledge.Version, [.. days]);
            var length = IndexFile.Write(options.IndexPath, contents, IndexImage.Write(index, days), cancellationToken);
            kept = contents;
            var elapsed = time.GetElapsedTime(started);
            Log.Kept(logger, index.Revision, options.IndexPath, length, elapsed);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.NotKept(logger, failure, options.IndexPath);
        }
    }

    private MatchIndex Read(IndexFile file)
    {
        using var rest = CollectorRest.TryBegin(file.Length * MostTakenPerHundredRead / 100);

        // The store is looked at while the profiles are read.
        var state = Task.Run(() => StateOf(file.Contents));
        try
        {
            return IndexImage.Read(() => state.GetAwaiter().GetResult(), file.Contents.Parts.Length, file.PartAt);
        }
        finally
        {
            // Whoever is told of a failure may close the store: nothing must go on reading it.
            Task.WaitAny(state);
        }
    }

    /// <summary>The store as it was when the file was written, if it was this store.</summary>
    private DirectoryState StateOf(IndexContents contents)
    {
        var state = snapshots.ReadState();
        if (!string.Equals(contents.KnowledgeVersion, state.Knowledge.Version, StringComparison.Ordinal))
            throw new InvalidDataException("it was compiled by other knowledge tables");
        if (snapshots.ReadStamp(contents.Revision) != contents.Stamp)
            throw new InvalidDataException(FormattableString.Invariant($"its revision {contents.Revision} is not one of this store"));
        return state with { Revision = contents.Revision };
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 3011, Level = LogLevel.Information, Message = "Index of revision {Revision} with {Therapists} therapists read from {File} in {Elapsed}")]
        public static partial void Read(ILogger logger, long revision, int therapists, string file, TimeSpan elapsed);

        [LoggerMessage(EventId = 3012, Level = LogLevel.Information, Message = "{File} is not used, {Reason}: the index is compiled from the store")]
        public static partial void PassedOver(ILogger logger, string file, string reason);

        [LoggerMessage(EventId = 3013, Level = LogLevel.Information, Message = "Index of revision {Revision} kept in {File}: {Bytes} bytes in {Elapsed}")]
        public static partial void Kept(ILogger logger, long revision, string file, long bytes, TimeSpan elapsed);

        [LoggerMessage(EventId = 3014, Level = LogLevel.Warning, Message = "The index could not be kept in {File}: the next start compiles the store")]
        public static partial void NotKept(ILogger logger, Exception failure, string file);
    }
}

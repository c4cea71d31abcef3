using ReferralDirectory.Matching.Images;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Store;

namespace ReferralDirectory.LiveIndex;

/// <summary>
/// The index in a file beside the database, from which a start takes it up instead of compiling the store. The file is nothing that
/// could be lost: one that is missing, damaged, of another program or of another history of the store is passed over.
/// </summary>
internal sealed partial class KeptIndex(SnapshotReader snapshots, StoreOptions options, TimeProvider time, ILogger<KeptIndex> logger)
{
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
            var state = snapshots.ReadState();
            if (FaultOf(file.Contents, state.Knowledge.Version) is { } fault)
                throw new InvalidDataException(fault);
            var index = IndexImage.Read(state with { Revision = file.Contents.Revision }, file.Contents.Parts.Length, file.PartAt);
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
            var contents = new IndexContents(IndexImage.Build, index.Revision, stamp, index.Knowledge.Version, [.. days]);
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

    private string? FaultOf(IndexContents contents, string knowledgeVersion)
    {
        if (contents.Build != IndexImage.Build)
            return "another build of this program wrote it";
        if (!string.Equals(contents.KnowledgeVersion, knowledgeVersion, StringComparison.Ordinal))
            return "it was compiled by other knowledge tables";
        return snapshots.ReadStamp(contents.Revision) == contents.Stamp ? null : FormattableString.Invariant($"its revision {contents.Revision} is not one of this store");
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

using System.Collections.Immutable;
using ReferralDirectory.Import;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Tests.Import;

/// <summary>All that a file says, in memory.</summary>
internal sealed record FileContent
{
    public required int Rows { get; init; }
    public ImmutableArray<Organization> Organizations { get; init; } = [];
    public ImmutableArray<SourceRecord> Records { get; init; } = [];
    public ImmutableArray<Verification> Verifications { get; init; } = [];
    public KnowledgeRows? Knowledge { get; init; }
    public StagedFeed? Feed { get; init; }
    public int? Taken { get; init; }
    public string? InsurerSource { get; init; }
    public ImmutableArray<string> FurtherFiles { get; init; } = [];

    /// <summary>Reads a file as an import does.</summary>
    public static FileContent Read(Func<IFileFacts, StagedImport> read)
    {
        var facts = new Facts();
        var staged = read(facts);
        return new FileContent
        {
            Rows = staged.Rows,
            Organizations = staged.Organizations,
            Knowledge = staged.Knowledge,
            Feed = staged.Feed,
            Taken = staged.Taken,
            InsurerSource = staged.InsurerSource,
            FurtherFiles = staged.FurtherFiles,
            Records = [.. facts.Records],
            Verifications = [.. facts.Verifications],
        };
    }

    /// <summary>Says it as a reader of a file would.</summary>
    public StagedImport SayTo(IFileFacts facts)
    {
        foreach (var record in Records)
            facts.Add(record);
        foreach (var entry in Verifications)
            facts.Add(entry);
        return new StagedImport { Rows = Rows, Organizations = Organizations, Knowledge = Knowledge, Feed = Feed, Taken = Taken, InsurerSource = InsurerSource };
    }

    private sealed class Facts : IFileFacts
    {
        public List<SourceRecord> Records { get; } = [];

        public List<Verification> Verifications { get; } = [];

        public long Add(SourceRecord record)
        {
            Records.Add(record);
            return Records.Count;
        }

        public SourceRecord At(long position) => Records[(int)position - 1];

        public void Replace(long position, SourceRecord record) => Records[(int)position - 1] = record;

        public void Add(Verification entry) => Verifications.Add(entry);
    }
}

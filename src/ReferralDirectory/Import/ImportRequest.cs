using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import;

/// <summary>One file, or for the knowledge tables one directory, to bring in.</summary>
internal sealed record ImportRequest
{
    public required string Path { get; init; }
    public required ImportFormat Format { get; init; }

    /// <summary>Who says so; needed for members and verifications.</summary>
    public Code<Organization>? Organization { get; init; }

    /// <summary>Do everything and keep nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>For the files of registers.</summary>
    public FeedOptions Feed { get; init; } = new();

    /// <summary>Let real and invented people stand in one store, and a register's whole file be shorter or older than it should be.</summary>
    public bool Force { get; init; }
}

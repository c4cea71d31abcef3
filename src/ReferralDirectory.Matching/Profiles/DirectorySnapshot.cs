using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Profiles;

/// <summary>What the store holds at one revision besides the therapists.</summary>
public sealed record DirectoryState(
    long Revision, KnowledgeTables Knowledge, ImmutableArray<Organization> Organizations, ImmutableArray<Redirect> Redirects);

/// <summary>All that the store holds at one revision: what a whole index is compiled from.</summary>
public sealed record DirectorySnapshot(
    long Revision, KnowledgeTables Knowledge, ImmutableArray<Organization> Organizations, ImmutableArray<TherapistProfile> Therapists)
{
    public ImmutableArray<Redirect> Redirects { get; init; } = [];

    public DirectoryState State => new(Revision, Knowledge, Organizations, Redirects);
}

/// <summary>An id whose therapist was merged into another, and that other's.</summary>
public readonly record struct Redirect(TherapistId From, TherapistId To);

/// <summary>What changed after one revision up to another. A therapist that is gone is a tombstone.</summary>
/// <param name="Knowledge">New tables when they changed: the index is then compiled as a whole.</param>
/// <param name="Organizations">All of them, as they are now.</param>
public sealed record DirectoryChanges(
    long Revision, KnowledgeTables? Knowledge, ImmutableArray<Organization> Organizations, ImmutableArray<TherapistProfile> Changed,
    ImmutableArray<TherapistId> Removed)
{
    /// <summary>All of them, as they are now.</summary>
    public ImmutableArray<Redirect> Redirects { get; init; } = [];
}

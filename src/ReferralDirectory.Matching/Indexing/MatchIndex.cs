using System.Collections.Frozen;
using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>All therapists at one revision, compiled for matching, with the knowledge tables and the cards. Immutable, thread-safe.</summary>
public sealed class MatchIndex
{
    private readonly FrozenDictionary<TherapistId, TherapistProfile> byId;

    internal MatchIndex(DirectorySnapshot snapshot)
    {
        (Revision, Knowledge, Organizations, Therapists) = snapshot;
        byId = Therapists.ToFrozenDictionary(therapist => therapist.Id);
    }

    public long Revision { get; }

    public KnowledgeTables Knowledge { get; }

    public ImmutableArray<Organization> Organizations { get; }

    /// <summary>Every therapist, by id.</summary>
    public ImmutableArray<TherapistProfile> Therapists { get; }

    public TherapistProfile? Find(TherapistId id) => byId.GetValueOrDefault(id);

    /// <summary>Listings whose great-circle distance from the point is at most the radius, in no particular order.</summary>
    public IEnumerable<ListingAtDistance> Within(GeoPoint point, Miles radius) => throw new NotSupportedException();
}

public readonly record struct ListingAtDistance(TherapistProfile Therapist, Listing Listing, Miles Distance);

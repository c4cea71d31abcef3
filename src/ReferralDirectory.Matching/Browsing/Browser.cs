using System.Collections.Immutable;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Browsing;

/// <summary>
/// Answers a <see cref="BrowseQuery"/> from the index. Shown is everyone with a listing, at any tier, licensed or not (the tier says
/// so), except people on the exclusion list, people who may be on it until someone has decided, and people with a suspended or
/// revoked licence, and, unless they are asked for, places of which nobody has said anything for about a year. A pure function,
/// thread-safe; it reads every listing in the radius, or every therapist where no place is named.
/// </summary>
public static class Browser
{
    private const int TherapistsBetweenLooks = 256;

    /// <exception cref="OperationCanceledException">Nobody waits for the answer any more.</exception>
    public static BrowsePage Browse(MatchIndex index, BrowseQuery query, CancellationToken cancellationToken = default)
    {
        var filter = new BrowseFilter(query, index.Knowledge);
        var fitting = NearestPerTherapist(Candidates(index, query, cancellationToken).Where(candidate => filter.Fits(candidate.Therapist, candidate.Listing)));
        var ordered = fitting.Select(candidate => (Key: KeyOf(candidate, query), Candidate: candidate)).OrderBy(row => row.Key).ToList();
        var rest = query.After is { } after ? ordered.Where(row => row.Key.CompareTo(after) > 0) : ordered;
        var page = rest.Take(query.Limit + 1).ToList();
        var shown = page.Take(query.Limit).Select(row => ItemOf(row.Candidate, query, index)).ToImmutableArray();
        BrowseKey? next = page.Count > query.Limit ? page[query.Limit - 1].Key : null;
        return new BrowsePage(ordered.Count, shown, next, BrowseFacets.Count(fitting, query, index.Knowledge));
    }

    /// <summary>May this person be listed? Whoever is not may still be read by id, unless the exclusion list speaks.</summary>
    public static bool IsListed(TherapistProfile therapist) =>
        MayBeRead(therapist) && !therapist.Licences.Any(licence => licence.Status is LicenceStatus.Suspended or LicenceStatus.Revoked);

    /// <summary>False for people on the exclusion list, and for those who may be on it until someone has decided.</summary>
    public static bool MayBeRead(TherapistProfile therapist) => NotExcludedGate.MayBeShown(therapist);

    private static IEnumerable<ListingAtDistance> Candidates(MatchIndex index, BrowseQuery query, CancellationToken cancellationToken) =>
        query.Near is { } point
            ? index.Within(point, query.Radius, cancellationToken)
            : index.Therapists.Chunk(TherapistsBetweenLooks).SelectMany(therapists =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return therapists.SelectMany(therapist => therapist.Listings, (therapist, listing) => new ListingAtDistance(therapist, listing, default));
            });

    private static List<ListingAtDistance> NearestPerTherapist(IEnumerable<ListingAtDistance> candidates)
    {
        var best = new Dictionary<TherapistId, ListingAtDistance>();
        foreach (var candidate in candidates)
        {
            if (!best.TryGetValue(candidate.Therapist.Id, out var known) || IsBefore(candidate, known))
                best[candidate.Therapist.Id] = candidate;
        }

        return [.. best.Values];
    }

    private static bool IsBefore(ListingAtDistance one, ListingAtDistance other)
    {
        var byDistance = one.Distance.CompareTo(other.Distance);
        return byDistance < 0 || (byDistance == 0 && one.Listing.Id.CompareTo(other.Listing.Id) < 0);
    }

    private static BrowseKey KeyOf(ListingAtDistance candidate, BrowseQuery query) =>
        query.Sort == BrowseSort.Distance
            ? new BrowseKey(candidate.Distance.Value, "", candidate.Therapist.Id)
            : new BrowseKey(0, NameKey(candidate.Therapist.Name.Value), candidate.Therapist.Id);

    // Family name first. What separates sorts before a space: Núñez comes before Núñez-Abbott.
    private static string NameKey(PersonName name) => $"{FoldedText.Of(name.Family)}\u0001{FoldedText.Of(name.Given)}";

    private static BrowseItem ItemOf(ListingAtDistance candidate, BrowseQuery query, MatchIndex index) => new(
        candidate.Therapist,
        candidate.Listing,
        query.Near is null ? null : candidate.Distance,
        TierAssessor.Assess(candidate.Therapist, candidate.Listing.Place.Address.State, query.AsOf, index.Knowledge));
}

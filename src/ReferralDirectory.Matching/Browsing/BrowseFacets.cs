using System.Collections.Immutable;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Browsing;

/// <summary>Counts, among the therapists that fit, how many have each value. One therapist counts once per value.</summary>
internal static class BrowseFacets
{
    public static ImmutableArray<FacetCount> Count(IReadOnlyCollection<ListingAtDistance> fitting, BrowseQuery query, KnowledgeTables knowledge) =>
    [
        .. query.Facets.Distinct().SelectMany(facet => fitting
            .SelectMany(candidate => ValuesOf(facet, candidate, query, knowledge).Distinct(StringComparer.Ordinal))
            .CountBy(value => value, StringComparer.Ordinal)
            .OrderByDescending(count => count.Value)
            .ThenBy(count => count.Key, StringComparer.Ordinal)
            .Select(count => new FacetCount(facet, count.Key, count.Value))),
    ];

    private static IEnumerable<string> ValuesOf(BrowseFacet facet, ListingAtDistance candidate, BrowseQuery query, KnowledgeTables knowledge)
    {
        var (therapist, listing, _) = candidate;
        return facet switch
        {
            BrowseFacet.Modality => therapist.Modalities.Select(offered => offered.Modality.Value),
            BrowseFacet.Insurer => therapist.Networks
                .Select(fact => fact.Insurer)
                .Distinct()
                .Where(insurer => IsInNetwork(insurer))
                .Select(insurer => insurer.Value),
            BrowseFacet.Language => therapist.Languages.Select(spoken => spoken.Value),
            BrowseFacet.Gender => therapist.Gender is { } gender ? [EnumWords.Of(gender.Value)] : [],
            BrowseFacet.Setting => listing.Place.Setting is { } setting ? [EnumWords.Of(setting)] : [],
            BrowseFacet.Accepting => [EnumWords.Of(query.AcceptingAt(listing.Place))],
            _ => [FormattableString.Invariant($"{TierAssessor.Assess(therapist, listing.Place.Address.State, query.AsOf, knowledge).Tier}")],
        };

        bool IsInNetwork(Code<Insurer> insurer) =>
            NetworkRuling.Of(therapist.Networks, listing.Place.Address.Zip, NetworkQuestion.Of(insurer, null, query.AsOf, knowledge)).Status == NetworkStatus.InNetwork;
    }
}

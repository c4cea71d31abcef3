using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Therapists;

/// <param name="Total">Therapists that fit, on this page or not.</param>
/// <param name="Items">One page of them.</param>
/// <param name="Next">The cursor of the next page; missing on the last one.</param>
/// <param name="Facets">Counts by what was asked for in `facets`.</param>
/// <param name="IndexRevision">The revision of the directory that answered.</param>
/// <param name="KnowledgeVersion">The version of the clinical and insurance tables.</param>
/// <param name="AsOf">The day on which tiers and networks were judged.</param>
internal sealed record BrowseResponse(
    int Total, IReadOnlyList<BrowseItemResponse> Items, string? Next, IReadOnlyDictionary<string, IReadOnlyList<FacetValueResponse>>? Facets,
    long IndexRevision, string KnowledgeVersion, DateOnly AsOf);

/// <summary>A therapist at the nearest listing that fits.</summary>
/// <param name="VettingTier">0 to 4, for practice in the listing's state.</param>
/// <param name="Synthetic">An invented person of the demonstration data.</param>
/// <param name="DistanceMiles">From `near`; missing without it.</param>
/// <param name="Modalities">Codes of /v1/modalities.</param>
/// <param name="Languages">BCP 47 tags.</param>
internal sealed record BrowseItemResponse(
    string Id, string Name, int VettingTier, bool Synthetic, double? DistanceMiles, ListingResponse Listing, IReadOnlyList<string> Modalities,
    IReadOnlyList<string> Languages, Gender? Gender);

internal sealed record FacetValueResponse(string Value, int Count);

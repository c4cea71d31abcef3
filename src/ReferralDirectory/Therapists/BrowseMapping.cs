using System.Collections.Immutable;
using System.Globalization;
using ReferralDirectory.Geocoding;
using ReferralDirectory.Matching.Browsing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Therapists;

/// <summary>Words of a validated request into a query, and rows of a page into an answer.</summary>
internal static class BrowseMapping
{
    private const int DefaultLimit = 20;

    public static string[] FacetWords(string? facets) => facets?.Split(',', StringSplitOptions.TrimEntries) ?? [];

    public static BrowseQuery ToQuery(this BrowseRequest request, KnowledgeTables knowledge, PlaceTable places, DateOnly asOf)
    {
        var near = request.Near is { } text ? NearPlace.Find(text, places) : null;
        var insurer = request.Insurer is { } name ? InsurerLookup.Find(knowledge, name) : null;
        return new BrowseQuery
        {
            Near = near?.Point,
            Radius = request.RadiusMiles is { } miles ? new Miles(miles) : BrowseQuery.DefaultRadius,
            Insurer = insurer?.Id,
            Plan = request.Plan is { } plan ? InsurerLookup.FindPlan(knowledge, insurer!, plan)!.Id : null,
            Modality = request.Modality is { } modality ? Code<Modality>.Parse(modality) : null,
            Conditions = ConditionsOf(request, knowledge),
            Language = request.Language,
            Gender = Word<Gender>(request.Gender),
            Setting = Word<CareSetting>(request.Setting),
            Accepting = Word<AcceptingPatients>(request.Accepting),
            MinTier = request.MinTier ?? 0,
            Npi = Npi.TryParse(request.Npi, out var npi) ? npi : null,
            Name = request.Q,
            Sort = Word<BrowseSort>(request.Sort) ?? (near is null ? BrowseSort.Name : BrowseSort.Distance),
            IncludesStale = IncludedFacts.AreStale(request.Include),
            AsOf = asOf,
            Limit = request.Limit ?? DefaultLimit,
            Facets = [.. FacetWords(request.Facets).Select(word => Word<BrowseFacet>(word)!.Value)],
        };
    }

    public static BrowseItemResponse ToResponse(this BrowseItem item, PlaceTable places, BrowseQuery query) => new(
        item.Therapist.Id.ToString(),
        item.Therapist.Name.Value.Display,
        item.Vetting.Tier,
        item.Therapist.Synthetic,
        item.Distance is { } distance ? Math.Round(distance.Value, 2) : null,
        item.Listing.ToResponse(places, new FactSight(item.Therapist, query.AsOf, query.IncludesStale)),
        [.. item.Therapist.Modalities.Select(offered => offered.Modality.Value).Order(StringComparer.Ordinal)],
        [.. item.Therapist.Languages.Select(spoken => spoken.Value)],
        item.Therapist.Gender?.Value);

    public static IReadOnlyDictionary<string, IReadOnlyList<FacetValueResponse>>? ToResponse(this ImmutableArray<FacetCount> facets) =>
        facets.IsEmpty ? null : facets.GroupBy(count => count.Facet).ToDictionary(
            group => EnumWords.Of(group.Key),
            group => (IReadOnlyList<FacetValueResponse>)[.. group.Select(count => new FacetValueResponse(count.Value, count.Count))],
            StringComparer.Ordinal);

    public static string[] ToCursor(this BrowseKey key, DateOnly asOf) =>
    [
        asOf.ToString("O", CultureInfo.InvariantCulture), BitConverter.DoubleToInt64Bits(key.Distance).ToString("x", CultureInfo.InvariantCulture), key.Name, key.Id.ToString(),
    ];

    /// <summary>Only ever given what <see cref="ToCursor"/> wrote: the checksum holds.</summary>
    public static (DateOnly AsOf, BrowseKey Key)? FromCursor(string[] position) =>
        position is [var day, var distance, var name, var id]
        && DateOnly.TryParseExact(day, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asOf)
        && long.TryParse(distance, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits)
        && TherapistId.TryParse(id, out var therapist)
            ? (asOf, new BrowseKey(BitConverter.Int64BitsToDouble(bits), name, therapist))
            : null;

    private static ImmutableArray<Code<Condition>>? ConditionsOf(BrowseRequest request, KnowledgeTables knowledge)
    {
        if (request.Condition is null && request.Icd10 is null)
            return null;
        var named = request.Condition is { } condition ? new[] { Code<Condition>.Parse(condition) } : null;
        var coded = Icd10Code.TryParse(request.Icd10, out var code) ? knowledge.ConditionsOf(code).Select(row => row.Code) : null;
        return [.. named is null ? coded! : coded is null ? named : named.Intersect(coded)];
    }

    private static T? Word<T>(string? word)
        where T : struct, Enum => EnumWords.TryParse<T>(word, out var value) ? value : null;
}

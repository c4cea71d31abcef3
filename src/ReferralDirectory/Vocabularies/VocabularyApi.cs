using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using ReferralDirectory.Geocoding;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Platform;

namespace ReferralDirectory.Vocabularies;

/// <summary>Which codes may a caller use? Short lists, searched while someone types.</summary>
internal static class VocabularyApi
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 100;
    private const int MaxQueryLength = 200;

    public static IServiceCollection AddVocabularies(this IServiceCollection services) => services.AddSingleton<Icd10Search>();

    public static void MapVocabularies(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Vocabulary").RequireRateLimiting(RateLimits.TypeAhead).AnswersConditionally().KeptUntilTablesChange();
        group.MapGet("/modalities", Modalities).WithAnswerExample(VocabularyExamples.Modalities);
        group.MapGet("/conditions", Conditions).WithAnswerExample(VocabularyExamples.Conditions);
        group.MapGet("/insurers", Insurers).WithAnswerExample(VocabularyExamples.Insurers);
        group.MapGet("/insurers/{id}/plans", Plans).WithAnswerExample(VocabularyExamples.Plans);
        group.MapGet("/icd10", Icd10).WithAnswerExample(VocabularyExamples.Icd10);
        group.MapGet("/places", Places).WithAnswerExample(VocabularyExamples.Places);
    }

    /// <summary>Modalities</summary>
    /// <remarks>The ways of working that a therapist can offer and an order can insist on.</remarks>
    /// <param name="q" example="drain">Beginnings of words of the code or the name, at most 200 characters.</param>
    /// <param name="limit">Rows, 1 to 100. Default 20.</param>
    private static Results<Ok<ListResponse<ModalityResponse>>, ProblemHttpResult> Modalities(MatchIndex index, [FromQuery] string? q, [FromQuery] int? limit) =>
        List(index.Knowledge.Rows.Modalities, q, limit, row => [row.Code.Value, row.Name], row => new ModalityResponse(
            row.Code.Value, row.Name, row.Group, row.Description, row.Source));

    /// <summary>Conditions</summary>
    /// <remarks>What the clinical tables know of, with the ICD-10-CM prefixes that belong to each.</remarks>
    /// <param name="q" example="lymph">Beginnings of words of the code or the name, at most 200 characters.</param>
    /// <param name="limit">Rows, 1 to 100. Default 20.</param>
    private static Results<Ok<ListResponse<ConditionResponse>>, ProblemHttpResult> Conditions(MatchIndex index, [FromQuery] string? q, [FromQuery] int? limit) =>
        List(index.Knowledge.Rows.Conditions, q, limit, row => [row.Code.Value, row.Name], row => new ConditionResponse(
            row.Code.Value, row.Name, row.Icd10Prefixes, row.Notes));

    /// <summary>Insurers</summary>
    /// <remarks>Found by id, name or alias.</remarks>
    /// <param name="q" example="aetna">Beginnings of words of the id, the name or an alias, at most 200 characters.</param>
    /// <param name="limit">Rows, 1 to 100. Default 20.</param>
    private static Results<Ok<ListResponse<InsurerResponse>>, ProblemHttpResult> Insurers(MatchIndex index, [FromQuery] string? q, [FromQuery] int? limit) =>
        List(index.Knowledge.Rows.Insurers, q, limit, row => [row.Id.Value, .. InsurerLookup.NamesOf(row)], row => new InsurerResponse(
            row.Id.Value, row.Name, row.Aliases, row.Kind, [.. row.States.Select(state => state.ToString())]));

    /// <summary>An insurer's plans</summary>
    /// <remarks>With the networks that each plan uses.</remarks>
    /// <param name="id" example="aetna">The insurer's id or alias.</param>
    /// <param name="q">Beginnings of words of the id or the name, at most 200 characters.</param>
    /// <param name="limit">Rows, 1 to 100. Default 20.</param>
    private static Results<Ok<ListResponse<PlanResponse>>, ProblemHttpResult> Plans(MatchIndex index, string id, [FromQuery] string? q, [FromQuery] int? limit) =>
        InsurerLookup.Find(index.Knowledge, id) is { } insurer
            ? List(index.Knowledge.Rows.Plans.Where(plan => plan.Insurer == insurer.Id), q, limit, row => [row.Id.Value, row.Name], row => From(row, index.Knowledge))
            : Problems.NotFound.Because("There is no such insurer. GET /v1/insurers lists them.");

    /// <summary>ICD-10-CM codes</summary>
    /// <remarks>
    /// By the beginning of the code, or by words of the official title. Without an imported release, a short list of the codes near massage: a
    /// code that is not in it may still be used in an order. With one, all of its codes, those near massage first.
    /// </remarks>
    /// <param name="q" example="M54">The beginning of a code, with or without its dot, or beginnings of words of the title. Required.</param>
    /// <param name="limit">Rows, 1 to 100. Default 20.</param>
    private static Results<Ok<Icd10ListResponse>, ProblemHttpResult> Icd10(
        MatchIndex index, Icd10Release release, Icd10Search search, [FromQuery] string q, [FromQuery] int? limit)
    {
        if (Refusal(q, limit) is { } refusal)
            return refusal;
        var found = search.Find(q, index.Knowledge, release);
        return TypedResults.Ok(new Icd10ListResponse(
            [.. found.Take(limit ?? DefaultLimit).Select(code => From(code, index.Knowledge))],
            found.Count,
            release.IsEmpty ? null : new Icd10ReleaseResponse(release.FiscalYear, release.From)));
    }

    /// <summary>Places</summary>
    /// <remarks>ZIP codes and cities of the United States, answered offline.</remarks>
    /// <param name="q" example="syrac">The beginning of a ZIP code or of a city's name; `Portland, OR` narrows to a state. Required, at most 200 characters.</param>
    /// <param name="limit">Rows, 1 to 100. Default 20.</param>
    private static Results<Ok<ListResponse<PlaceResponse>>, ProblemHttpResult> Places(PlaceTable places, [FromQuery] string q, [FromQuery] int? limit)
    {
        if (Refusal(q, limit) is { } refusal)
            return refusal;
        var found = places.Search(q, limit ?? DefaultLimit);
        return TypedResults.Ok(new ListResponse<PlaceResponse>([.. found.Shown.Select(From)], found.Total));
    }

    private static Results<Ok<ListResponse<TTo>>, ProblemHttpResult> List<TFrom, TTo>(
        IEnumerable<TFrom> rows, string? q, int? limit, Func<TFrom, IEnumerable<string>> texts, Func<TFrom, TTo> map)
    {
        if (Refusal(q, limit) is { } refusal)
            return refusal;
        var words = FoldedText.Words(q ?? "");
        var found = rows.Where(row => words.Length == 0 || FoldedText.Matches(FoldedText.Of(string.Join(' ', texts(row))), words)).ToList();
        return TypedResults.Ok(new ListResponse<TTo>([.. found.Take(limit ?? DefaultLimit).Select(map)], found.Count));
    }

    private static ProblemHttpResult? Refusal(string? q, int? limit) => (q, limit) switch
    {
        ({ Length: > MaxQueryLength }, _) => Problems.InvalidRequest.Because("Write at most 200 characters.", new FieldError("/q", "too-long", "Write at most 200 characters.")),
        (_, < 1 or > MaxLimit) => Problems.InvalidRequest.Because("Write a limit from 1 to 100.", new FieldError("/limit", "out-of-range", "Write a number from 1 to 100.")),
        _ => null,
    };

    private static Icd10Response From(Icd10Found found, KnowledgeTables knowledge) => new(
        found.Code.ToString(), found.Title, [.. knowledge.ConditionsOf(found.Code).Select(condition => condition.Code.Value)], found.IsBillable);

    private static PlanResponse From(Plan plan, KnowledgeTables knowledge) => new(
        plan.Insurer.Value, plan.Id.Value, plan.Name, plan.Kind,
        [.. plan.Networks.Select(network => new NetworkResponse(network.Value, knowledge.Find(network)?.Name ?? network.Value))]);

    private static PlaceResponse From(Place place) => new(
        place.Zip?.Value, place.City, place.State.ToString(), place.County, place.Point.Latitude, place.Point.Longitude, place.Precision,
        Math.Round(place.Uncertainty.Value, 1));
}

using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using ReferralDirectory.Geocoding;
using ReferralDirectory.Matching.Browsing;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Platform;

namespace ReferralDirectory.Therapists;

/// <summary>Who is in the directory, and where each fact comes from.</summary>
internal static class TherapistsApi
{
    private const string Json = "application/json";

    public static void AddTherapists(this IServiceCollection services) => services.AddScoped<IValidator<BrowseRequest>, BrowseRequestValidator>();

    public static void MapTherapists(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/therapists").WithTags("Therapists");
        group.MapGet("", Browse).Validates<BrowseRequest>().WithAnswerExample(TherapistsExamples.Browse);
        group.MapGet("/{id}", Read).AnswersConditionally().WithAnswerExample(TherapistsExamples.Read)
            .AnswersText(TherapistCards.VCardType, TherapistsExamples.VCard, insteadOfJson: false)
            .AnswersDocument(TherapistCards.JsonLdType, TherapistsExamples.JsonLd, insteadOfJson: false);
        group.MapGet("/{id}.vcf", ReadVCard).AnswersConditionally().AnswersText(TherapistCards.VCardType, TherapistsExamples.VCard, insteadOfJson: true);
        group.MapGet("/{id}.jsonld", ReadJsonLd).AnswersConditionally().AnswersDocument(TherapistCards.JsonLdType, TherapistsExamples.JsonLd, insteadOfJson: true);
    }

    /// <summary>Look through the directory</summary>
    /// <remarks>
    /// Everyone with a listing that fits all filters, at any vetting tier, licensed or not: the tier says so, and `minTier=2` leaves only
    /// people with a licence confirmed at its board. Never listed are people on the federal exclusion list, people who may be on it until
    /// someone has decided, and people with a suspended or revoked licence. Nobody is ranked: for a patient with an order, ask `POST /v1/matches`.
    /// </remarks>
    private static Results<Ok<BrowseResponse>, ProblemHttpResult> Browse(
        [AsParameters] BrowseRequest request, MatchIndex index, PlaceTable places, TimeProvider clock, HttpContext context,
        CancellationToken cancellationToken)
    {
        var parameters = request.WithoutPage();
        var bound = new QueryBuilder(parameters).ToString();
        var state = request.Near is { } near ? NearPlace.Find(near, places)?.State : null;
        var today = index.Knowledge.DayIn(state, clock.GetUtcNow());
        (DateOnly AsOf, BrowseKey Key)? after = null;
        if (request.Cursor is { } cursor)
        {
            after = Cursors.TryRead(bound, cursor, out var position) ? BrowseMapping.FromCursor(position) : null;
            // A page keeps the day of the first one, so that midnight neither loses nor repeats a row.
            if (after is null || Math.Abs(after.Value.AsOf.DayNumber - today.DayNumber) > 1)
                return Problems.InvalidCursor.Because("Take `next` of the page before, with the same filters, within a day; or leave the cursor out to begin anew.");
        }

        var query = request.ToQuery(index.Knowledge, places, after?.AsOf ?? today) with { After = after?.Key };
        var page = Browser.Browse(index, query, cancellationToken);
        var next = page.Next is { } last ? Cursors.Write(bound, last.ToCursor(query.AsOf)) : null;
        if (next is not null)
            context.Response.Headers.Link = $"<{NextAddress(context.Request, parameters, request, next)}>; rel=\"next\"";
        return TypedResults.Ok(new BrowseResponse(
            page.Total, [.. page.Items.Select(item => item.ToResponse(places, query))], next, page.Facets.ToResponse(), index.Revision, index.Knowledge.Version, query.AsOf));
    }

    /// <summary>One therapist with the source, the date and the confidence of every fact</summary>
    /// <remarks>
    /// What the directory says of places, telephones, hours, new patients, networks and addresses on the web is marked as due after 90 days,
    /// lowered after 180 and left out after 360, unless `include=stale` asks for it. `vetting` says what is missing for the next tier.
    /// Also as an address card (`.vcf`, or `Accept: text/vcard`) and for search engines (`.jsonld`, or `Accept: application/ld+json`).
    /// People on the federal exclusion list, or perhaps on it, are not found. When two entries turn out to be one person, the id that was
    /// given up answers 308 with the address of the one that stays.
    /// </remarks>
    /// <param name="id" example="thr_000001">The therapist's id.</param>
    /// <param name="include">`stale`: also what nobody has said again for so long that it is left out (`freshness` says `hidden`).</param>
    /// <response code="308">The therapist was merged into the one at `Location`.</response>
    private static Results<Ok<TherapistResponse>, ContentHttpResult, ProblemHttpResult, RedirectHttpResult, StatusCodeHttpResult> Read(
        string id, [FromQuery] string? include, MatchIndex index, PlaceTable places, TimeProvider clock, HttpContext context)
    {
        context.Response.Headers.Vary = HeaderNames.Accept;
        return IncludedFacts.IsKnown(include)
            ? Answer(id, Preferred(context.Request), index, places, clock, context, IncludedFacts.AreStale(include))
            : Problems.InvalidRequest.Because(IncludedFacts.Fix, new FieldError("/include", "unknown-value", IncludedFacts.Fix));
    }

    /// <summary>One therapist as an address card</summary>
    /// <remarks>vCard 4.0. Whoever has a suspended or revoked licence has none.</remarks>
    /// <param name="id" example="thr_000001">The therapist's id.</param>
    /// <response code="308">The therapist was merged into the one at `Location`.</response>
    private static Results<Ok<TherapistResponse>, ContentHttpResult, ProblemHttpResult, RedirectHttpResult, StatusCodeHttpResult> ReadVCard(
        string id, MatchIndex index, PlaceTable places, TimeProvider clock, HttpContext context) => Answer(id, TherapistCards.VCardType, index, places, clock, context);

    /// <summary>One therapist as linked data</summary>
    /// <remarks>A schema.org `Person` in JSON-LD. Whoever has a suspended or revoked licence has none.</remarks>
    /// <param name="id" example="thr_000001">The therapist's id.</param>
    /// <response code="308">The therapist was merged into the one at `Location`.</response>
    private static Results<Ok<TherapistResponse>, ContentHttpResult, ProblemHttpResult, RedirectHttpResult, StatusCodeHttpResult> ReadJsonLd(
        string id, MatchIndex index, PlaceTable places, TimeProvider clock, HttpContext context) => Answer(id, TherapistCards.JsonLdType, index, places, clock, context);

    private static Results<Ok<TherapistResponse>, ContentHttpResult, ProblemHttpResult, RedirectHttpResult, StatusCodeHttpResult> Answer(
        string id, string mediaType, MatchIndex index, PlaceTable places, TimeProvider clock, HttpContext context, bool includesStale = false)
    {
        if (!TherapistId.TryParse(id, out var typed) || index.Find(index.Resolve(typed)) is not { } therapist || !Browser.MayBeRead(therapist))
            return Problems.NotFound.Because("There is no therapist with this id. Ids look like thr_000001.");
        if (mediaType != Json && !Browser.IsListed(therapist))
            return Problems.NotFound.Because("Whoever has a suspended or revoked licence has no address card and no linked data: read the therapist as JSON, which says so.");
        if (therapist.Id != typed)
            return TypedResults.Redirect(AddressOf(therapist.Id, id, context.Request), permanent: true, preserveMethod: true);
        var asOf = index.Knowledge.DayIn(FirstStateOf(therapist), clock.GetUtcNow());
        // An organisation that changes its name touches no therapist's revision.
        var organizations = therapist.Memberships.Select(membership => TherapistMapping.NameOf(membership.Organization, index));
        var tag = ETags.Of(
        [
            id, therapist.Revision.ToString(CultureInfo.InvariantCulture), asOf.ToString("O", CultureInfo.InvariantCulture), index.Knowledge.Version, mediaType,
            includesStale ? IncludedFacts.Stale : "", .. organizations,
        ]);
        if (ETags.IsKnownToCaller(context, tag, "no-cache"))
            return ETags.NotModified;
        var response = therapist.ToResponse(index, places, new FactSight(therapist, asOf, includesStale));
        return mediaType switch
        {
            TherapistCards.VCardType => TypedResults.Content(TherapistCards.VCard(response), "text/vcard; charset=utf-8"),
            TherapistCards.JsonLdType => TypedResults.Content(TherapistCards.JsonLd(response), TherapistCards.JsonLdType),
            _ => TypedResults.Ok(response),
        };
    }

    /// <summary>The first of our formats, in the caller's order; JSON when none is named.</summary>
    private static string Preferred(HttpRequest request) => request.GetTypedHeaders().Accept
        .OrderByDescending(range => range.Quality ?? 1)
        .Select(range => range.MediaType.Value)
        .FirstOrDefault(type => type is Json or TherapistCards.VCardType or TherapistCards.JsonLdType or "*/*") is { } type and not "*/*" ? type : Json;

    /// <summary>What was asked for, in the same format, of the therapist into whom the asked one was merged.</summary>
    private static string AddressOf(TherapistId survivor, string asked, HttpRequest request) =>
        request.PathBase + request.Path.Value!.Replace(asked, survivor.ToString(), StringComparison.Ordinal);

    private static StateCode? FirstStateOf(TherapistProfile therapist) => therapist.Listings.IsEmpty ? null : therapist.Listings[0].Place.Address.State;

    private static string NextAddress(HttpRequest http, IEnumerable<KeyValuePair<string, string>> parameters, BrowseRequest request, string cursor)
    {
        var query = new QueryBuilder(parameters);
        if (request.Limit is { } limit)
            query.Add("limit", limit.ToString(CultureInfo.InvariantCulture));
        if (request.Facets is { } facets)
            query.Add("facets", facets);
        query.Add("cursor", cursor);
        return http.PathBase + http.Path + query.ToQueryString();
    }
}

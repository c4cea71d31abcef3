using Microsoft.AspNetCore.Http.HttpResults;
using ReferralDirectory.Matches.Requests;
using ReferralDirectory.Matches.Responses;
using ReferralDirectory.Matches.Validation;
using ReferralDirectory.Platform;

namespace ReferralDirectory.Matches;

/// <summary>
/// POST /v1/matches          a referral in, ranked and vetted therapists out
/// POST /v1/matches/explain  why a therapist is where it is, or what keeps it out
/// </summary>
internal static class MatchesApi
{
    /// <summary>Needs, for each request, the index and the codes that it reads, and the places, the ranking options and the clock.</summary>
    public static void AddMatches(this IServiceCollection services)
    {
        services.AddScoped<MatchContext>();
        services.AddSingleton<ReferralValidators>();
        services.AddScoped(provider => provider.GetRequiredService<ReferralValidators>().ForMatch(provider.GetRequiredService<MatchContext>()));
        services.AddScoped(provider => provider.GetRequiredService<ReferralValidators>().ForExplain(provider.GetRequiredService<MatchContext>()));
    }

    public static void MapMatches(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/matches").WithTags("Matches");
        group.MapPost("", Match).Validates<MatchRequest>().WithRequestExample(MatchesExamples.Match).WithAnswerExample(MatchesExamples.MatchAnswer);
        group.MapPost("/explain", Explain).Validates<ExplainRequest>().WithRequestExample(MatchesExamples.Explain).WithAnswerExample(MatchesExamples.ExplainAnswer);
    }

    /// <summary>Match a referral</summary>
    /// <remarks>
    /// Screens the order for contraindications, then ranks the nearby, licensed, vetted, in-network therapists who offer what is
    /// indicated, each with its reasons. A blocked order answers 200 with no results and the findings that block it. The contributions
    /// add up to the score; the steps of the funnel add up to the total. Nothing about a patient is kept.
    /// </remarks>
    /// <response code="200">The findings of screening, and the therapists.</response>
    private static WrittenJson<MatchResponse> Match(MatchRequest request, MatchContext world, CancellationToken cancellationToken) =>
        MatchesQueries.MatchAsJson(request, world, cancellationToken);

    /// <summary>Explain one therapist's place</summary>
    /// <remarks>
    /// The same referral, plus a therapist: its result when it is eligible, else the first gate that kept it out and the smallest
    /// changes to the request that would let it in. Of what keeps patients safe nothing can be changed.
    /// </remarks>
    /// <response code="200">Where the therapist stands.</response>
    /// <response code="404">No therapist has this id.</response>
    private static Results<Ok<ExplainResponse>, ProblemHttpResult> Explain(ExplainRequest request, MatchContext world, CancellationToken cancellationToken) =>
        MatchesQueries.Explain(request, world, cancellationToken) is { } explanation
            ? TypedResults.Ok(explanation)
            : Problems.NotFound.Because($"No therapist has the id {request.TherapistId}.");
}

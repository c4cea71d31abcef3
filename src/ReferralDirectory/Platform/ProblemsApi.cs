using Microsoft.AspNetCore.Http.HttpResults;

namespace ReferralDirectory.Platform;

/// <param name="Type">The value of <c>type</c> in the problem.</param>
/// <param name="Code">The value of <c>code</c> in the problem.</param>
/// <param name="Status">The HTTP status it comes with.</param>
/// <param name="Title">What it means.</param>
internal sealed record ProblemKindResponse(string Type, string Code, int Status, string Title);

/// <summary>Makes the types of problems addresses that lead somewhere.</summary>
internal static class ProblemsApi
{
    private const string Example = """{ "type": "/problems/not-found", "code": "not-found", "status": 404, "title": "There is nothing here" }""";

    public static void MapProblems(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/problems").WithTags("Problems").RequireRateLimiting(RateLimits.Anonymous);
        group.MapGet("", List).WithAnswerExample($"[{Example}]");
        group.MapGet("/{code}", Read).WithAnswerExample(Example);
    }

    /// <summary>Every kind of problem</summary>
    /// <remarks>All errors are <c>application/problem+json</c> (RFC 9457) with one of these types.</remarks>
    private static Ok<ProblemKindResponse[]> List() => TypedResults.Ok(Problems.All.Select(From).ToArray());

    /// <summary>One kind of problem</summary>
    /// <remarks>Where the `type` of a problem leads.</remarks>
    /// <param name="code" example="not-found">The problem's code.</param>
    private static Results<Ok<ProblemKindResponse>, ProblemHttpResult> Read(string code) =>
        Problems.All.FirstOrDefault(problem => problem.Code == code) is { } found
            ? TypedResults.Ok(From(found))
            : Problems.NotFound.Because("There is no such kind of problem. GET /problems lists them.");

    private static ProblemKindResponse From(Problem problem) => new(problem.Type, problem.Code, problem.Status, problem.Title);
}

using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ReferralDirectory.Platform;

/// <summary>Every way in which a request can fail, once. What is not in this list is not answered.</summary>
internal static class Problems
{
    public static readonly Problem MalformedRequest = new("malformed-request", 400, "The request cannot be read");
    public static readonly Problem InvalidRequest = new("invalid-request", 400, "The request is not valid");
    public static readonly Problem UnknownParameter = new("unknown-parameter", 400, "The request has a query parameter that is not known here");
    public static readonly Problem InvalidCursor = new("invalid-cursor", 400, "The cursor was not made by this query");
    public static readonly Problem NotFound = new("not-found", 404, "There is nothing here");
    public static readonly Problem MethodNotAllowed = new("method-not-allowed", 405, "This address does not take the method");
    public static readonly Problem BodyTooLarge = new("body-too-large", 413, "The body is too large");
    public static readonly Problem UnsupportedMediaType = new("unsupported-media-type", 415, "The body is not plain JSON in UTF-8");
    public static readonly Problem TooManyRequests = new("too-many-requests", 429, "Too many requests");
    public static readonly Problem InternalError = new("internal-error", 500, "Something broke on our side");
    public static readonly Problem NotReady = new("not-ready", 503, "The directory is not ready yet");
    public static readonly Problem TimedOut = new("timed-out", 503, "The request took too long");

    public static IReadOnlyList<Problem> All { get; } =
    [
        MalformedRequest, InvalidRequest, UnknownParameter, InvalidCursor, NotFound, MethodNotAllowed, BodyTooLarge,
        UnsupportedMediaType, TooManyRequests, InternalError, NotReady, TimedOut,
    ];

    /// <summary>For statuses that the framework sets without saying why.</summary>
    public static Problem ForStatus(int status) =>
        All.FirstOrDefault(problem => problem.Status == status) ?? (status < 500 ? MalformedRequest : InternalError);
}

/// <summary>One kind of failure.</summary>
/// <param name="Code">A stable slug; the problem's type is <c>/problems/{code}</c>, where it can be read about.</param>
internal sealed record Problem(string Code, int Status, string Title)
{
    public string Type => $"/problems/{Code}";

    /// <summary>The answer to this request.</summary>
    /// <param name="detail">What is wrong and how to put it right, in one or two sentences. Never repeats what a patient said.</param>
    /// <param name="errors">The members at fault, when they are known.</param>
    public ProblemHttpResult Because(string detail, params IReadOnlyList<FieldError> errors) => TypedResults.Problem(Details(detail, errors));

    public ProblemDetails Details(string detail, params IReadOnlyList<FieldError> errors)
    {
        var details = new ProblemDetails { Type = Type, Title = Title, Status = Status, Detail = detail };
        details.Extensions["code"] = Code;
        if (errors.Count > 0)
            details.Extensions["errors"] = errors;
        return details;
    }
}

/// <summary>One member or parameter at fault.</summary>
/// <param name="Pointer">A JSON pointer into the body (RFC 6901), or a slash and the name of the query parameter.</param>
/// <param name="Code">A stable slug, such as <c>required</c> or <c>unknown-insurer</c>.</param>
/// <param name="Message">What is wrong and how to put it right.</param>
internal sealed record FieldError(string Pointer, string Code, string Message);

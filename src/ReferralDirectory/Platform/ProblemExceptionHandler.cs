using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace ReferralDirectory.Platform;

/// <summary>
/// Turns what binding throws into 400, 413 and 415 with pointers, and everything else into 500 without details. The framework's own
/// log line would repeat the offending value, so it is switched off (the exception counts as handled) and ours names no value.
/// </summary>
internal sealed partial class ProblemExceptionHandler(
    IProblemDetailsService problems, IOptions<JsonOptions> json, ILogger<ProblemExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        var details = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => RequestGuard.TooLarge,
            BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => RequestGuard.NotJson,
            BadHttpRequestException { InnerException: JsonException fault } => Body(fault),
            BadHttpRequestException bad => Binding(bad.Message),
            _ => Unexpected(context, exception),
        };
        context.Response.StatusCode = details.Status!.Value;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = details });
    }

    /// <summary>A parameter of the query that is not what its .NET type takes.</summary>
    public static ProblemDetails Unread(string name, string type)
    {
        var expected = JsonFaults.Expected(type);
        return Problems.MalformedRequest.Details(
            $"The parameter '{name}' cannot be read: write {expected}.", new FieldError("/" + name, "wrong-type", $"Write {expected}."));
    }

    private ProblemDetails Body(JsonException fault) =>
        Problems.MalformedRequest.Details("The body is not what this operation takes: see errors.", JsonFaults.Explain(fault, json.Value.SerializerOptions));

    /// <summary>Messages of RequestDelegateFactory; its wording is pinned by tests.</summary>
    private static ProblemDetails Binding(string message)
    {
        if (UnreadParameter().Match(message) is { Success: true } unread)
            return Unread(QueryName(unread), unread.Groups["type"].Value);
        if (message.Contains("body", StringComparison.OrdinalIgnoreCase))
            return Problems.MalformedRequest.Details("The request has no body. Send a JSON object.", new FieldError("", "required", "Send a JSON object."));
        if (MissingParameter().Match(message) is { Success: true } missing)
        {
            var name = QueryName(missing);
            return Problems.MalformedRequest.Details($"The parameter '{name}' is missing.", new FieldError("/" + name, "required", "Give it a value."));
        }

        return Problems.MalformedRequest.Details("The request cannot be read.");
    }

    // The message names the handler's parameter, or the property of one that holds several.
    private static string QueryName(Match message) => JsonNamingPolicy.CamelCase.ConvertName(message.Groups["name"].Value);

    private ProblemDetails Unexpected(HttpContext context, Exception exception)
    {
        Log.Failed(logger, exception, context.Request.Method, AccessLog.RouteOf(context), context.TraceIdentifier);
        return Problems.InternalError.Details("Nothing that you sent explains this. Quote the requestId when you report it.");
    }

    [GeneratedRegex("""^Failed to bind parameter "(?<type>.+) (?<name>\S+)" from """)]
    private static partial Regex UnreadParameter();

    [GeneratedRegex("""^Required parameter "(?<type>.+) (?<name>\S+)" was not provided""")]
    private static partial Regex MissingParameter();

    private static partial class Log
    {
        [LoggerMessage(1001, LogLevel.Error, "{Method} {Route} failed ({RequestId})")]
        public static partial void Failed(ILogger logger, Exception exception, string method, string route, string requestId);
    }
}

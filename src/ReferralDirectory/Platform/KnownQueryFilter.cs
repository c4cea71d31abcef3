using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace ReferralDirectory.Platform;

/// <summary>
/// Refuses query parameters that the operation does not know, by name and with the list of those it knows; the same name twice; and
/// control characters. A misspelt filter must not silently widen an answer. What an operation knows are its parameters marked
/// <see cref="FromQueryAttribute"/>, directly or within one marked <see cref="AsParametersAttribute"/>.
/// </summary>
internal static class KnownQueryFilter
{
    public static TBuilder RefusesUnknownQuery<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilterFactory((factory, next) =>
        {
            var known = NamesOf(factory.MethodInfo);
            return context => context.HttpContext.Request.Query is { Count: > 0 } query && Refusal(query, known) is { } refusal
                ? ValueTask.FromResult<object?>(refusal) : next(context);
        });

    public static IReadOnlyList<string> NamesOf(MethodInfo handler) => [.. handler.GetParameters().SelectMany(parameter =>
        parameter.IsDefined(typeof(AsParametersAttribute))
            ? parameter.ParameterType.GetProperties().Select(property => NameOf(property, property.Name))
            : [NameOf(parameter, parameter.Name!)]).OfType<string>()];

    private static string? NameOf(ICustomAttributeProvider member, string name) =>
        member.GetCustomAttributes(typeof(FromQueryAttribute), inherit: false) is [FromQueryAttribute query] ? query.Name ?? JsonNamingPolicy.CamelCase.ConvertName(name) : null;

    private static ProblemHttpResult? Refusal(IQueryCollection query, IReadOnlyList<string> known)
    {
        FieldError[] unknown = [.. query.Keys.Where(name => !known.Contains(name)).Select(name => new FieldError("/" + Printable(name), "unknown-parameter", Knows(known)))];
        if (unknown.Length > 0)
            return Problems.UnknownParameter.Because($"There is no parameter '{string.Join("', '", unknown.Select(error => error.Pointer[1..]))}'. {Knows(known)}", unknown);
        FieldError[] faulty = [.. query.SelectMany(parameter => FaultsOf(parameter.Key, parameter.Value))];
        return faulty.Length > 0 ? Problems.InvalidRequest.Because(faulty[0].Message, faulty) : null;
    }

    private static IEnumerable<FieldError> FaultsOf(string name, StringValues values)
    {
        if (values.Count > 1)
            yield return new FieldError("/" + name, "duplicate-parameter", $"The parameter '{name}' is there {values.Count} times: keep one.");
        if (values.Any(value => value is not null && !PlainTextConverter.IsPlain(value)))
            yield return new FieldError("/" + name, "control-character", $"The parameter '{name}' holds a control character: take it out.");
    }

    private static string Knows(IReadOnlyList<string> known) =>
        known.Count == 0 ? "This operation takes no parameters." : $"Known here: {string.Join(", ", known)}.";

    private static string Printable(string name)
    {
        var shown = name.Length > 64 ? name[..64] : name;
        return string.Concat(shown.Select(character => char.IsControl(character) || char.IsSurrogate(character) ? '\uFFFD' : character));
    }
}

using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace ReferralDirectory.Platform;

/// <summary>
/// Refuses query parameters that the operation does not know, by name and with the list of those it knows; the same name twice; control
/// characters; and a comma in a number, which binding passes over: 2,5 would be 25. A misspelt filter must not silently widen an answer.
/// What an operation knows are its parameters marked <see cref="FromQueryAttribute"/>, directly or within one marked
/// <see cref="AsParametersAttribute"/>.
/// </summary>
internal static class KnownQueryFilter
{
    public static TBuilder RefusesUnknownQuery<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilterFactory((factory, next) =>
        {
            var parameters = ParametersOf(factory.MethodInfo).ToDictionary(StringComparer.Ordinal);
            return context => context.HttpContext.Request.Query is { Count: > 0 } query && Refusal(query, parameters) is { } refusal
                ? ValueTask.FromResult<object?>(refusal) : next(context);
        });

    public static IReadOnlyList<string> NamesOf(MethodInfo handler) => [.. ParametersOf(handler).Select(parameter => parameter.Key)];

    private static IEnumerable<KeyValuePair<string, Type>> ParametersOf(MethodInfo handler) =>
        from parameter in handler.GetParameters()
        from one in parameter.IsDefined(typeof(AsParametersAttribute))
            ? parameter.ParameterType.GetProperties().Select(property => (Name: NameOf(property, property.Name), Type: property.PropertyType))
            : [(NameOf(parameter, parameter.Name!), parameter.ParameterType)]
        where one.Name is not null
        select KeyValuePair.Create(one.Name, one.Type);

    private static string? NameOf(ICustomAttributeProvider member, string name) =>
        member.GetCustomAttributes(typeof(FromQueryAttribute), inherit: false) is [FromQueryAttribute query] ? query.Name ?? JsonNamingPolicy.CamelCase.ConvertName(name) : null;

    private static ProblemHttpResult? Refusal(IQueryCollection query, Dictionary<string, Type> known)
    {
        FieldError[] unknown = [.. query.Keys.Where(name => !known.ContainsKey(name)).Select(name => new FieldError("/" + Printable(name), "unknown-parameter", Knows(known)))];
        if (unknown.Length > 0)
            return Problems.UnknownParameter.Because($"There is no parameter '{string.Join("', '", unknown.Select(error => error.Pointer[1..]))}'. {Knows(known)}", unknown);
        FieldError[] faulty = [.. query.SelectMany(parameter => FaultsOf(parameter.Key, parameter.Value))];
        if (faulty.Length > 0)
            return Problems.InvalidRequest.Because(faulty[0].Message, faulty);
        var grouped = query.FirstOrDefault(parameter => known[parameter.Key] == typeof(double?) && parameter.Value.ToString().Contains(',', StringComparison.Ordinal));
        return grouped.Key is null ? null : TypedResults.Problem(ProblemExceptionHandler.Unread(grouped.Key, "double"));
    }

    private static IEnumerable<FieldError> FaultsOf(string name, StringValues values)
    {
        if (values.Count > 1)
            yield return new FieldError("/" + name, "duplicate-parameter", $"The parameter '{name}' is there {values.Count} times: keep one.");
        if (values.Any(value => value is not null && !PlainTextConverter.IsPlain(value)))
            yield return new FieldError("/" + name, "control-character", $"The parameter '{name}' holds a control character: take it out.");
    }

    private static string Knows(Dictionary<string, Type> known) =>
        known.Count == 0 ? "This operation takes no parameters." : $"Known here: {string.Join(", ", known.Keys)}.";

    private static string Printable(string name)
    {
        var shown = name.Length > 64 ? name[..64] : name;
        return string.Concat(shown.Select(character => char.IsControl(character) || char.IsSurrogate(character) ? '\uFFFD' : character));
    }
}

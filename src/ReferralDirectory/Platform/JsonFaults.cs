using System.Text.Json;
using System.Text.RegularExpressions;

namespace ReferralDirectory.Platform;

/// <summary>
/// Says what is wrong with a body, where, and how to put it right. System.Text.Json tells the kind of fault only by its message;
/// the wording is pinned by tests.
/// </summary>
internal static partial class JsonFaults
{
    public static IReadOnlyList<FieldError> Explain(JsonException fault, JsonSerializerOptions options)
    {
        var parent = PointerOf(fault.Path);
        if (Unmapped().Match(fault.Message) is { Success: true } unmapped)
            return [Unknown(unmapped.Groups["name"].Value, unmapped.Groups["type"].Value, parent, options)];
        if (Missing().Match(fault.Message) is { Success: true } missing)
            return [.. Quoted().Matches(missing.Groups["names"].Value).Select(name => Required($"{parent}/{Escape(name.Groups[1].Value)}"))];
        if (Null().IsMatch(fault.Message))
            return [new FieldError(parent, "null", "Null is not a value here: leave the member out, or give it a value.")];
        if (Duplicate().Match(fault.Message) is { Success: true } twice)
            return [new FieldError(AtMember(parent, twice.Groups["name"].Value), "duplicate-member", "The member is there twice: keep one.")];
        if (Unconverted().Match(fault.Message) is { Success: true } unconverted)
            return [new FieldError(parent, "wrong-type", $"Write {Expected(unconverted.Groups["type"].Value)}.")];
        if (fault is StrictJsonException strict)
            return [new FieldError(parent, strict.Code, strict.Message)];
        return [new FieldError(parent, "malformed-json", $"This is not well-formed JSON in UTF-8, or it is nested too deeply (line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}).")];
    }

    /// <summary>What a .NET type is to someone who writes JSON or a query.</summary>
    public static string Expected(string type) => type.TrimEnd('?') switch
    {
        var t when NullableOf().Match(t) is { Success: true } nullable => Expected(nullable.Groups[1].Value),
        "System.String" or "string" or "String" => "a string",
        "System.Boolean" or "bool" or "Boolean" => "true or false",
        "System.Int32" or "System.Int64" or "int" or "long" or "Int32" => "a whole number",
        "System.Double" or "System.Decimal" or "double" or "decimal" => "a number",
        "System.DateOnly" or "DateOnly" => "a date, such as 2026-11-21",
        var t when t.Contains("List`1", StringComparison.Ordinal) || t.Contains("ImmutableArray`1", StringComparison.Ordinal) || t.Contains("[]", StringComparison.Ordinal) => "an array",
        var t when t.Contains('`', StringComparison.Ordinal) => "a value of the documented type",
        _ => "a JSON object",
    };

    private static FieldError Required(string pointer) => new(pointer, "required", "The member is missing: add it.");

    private static FieldError Unknown(string name, string type, string path, JsonSerializerOptions options)
    {
        var known = typeof(JsonFaults).Assembly.GetType(type) is { } model
            ? $" Known here: {string.Join(", ", options.GetTypeInfo(model).Properties.Select(property => property.Name))}."
            : "";
        return new FieldError(AtMember(path, name), "unknown-member", $"There is no such member.{known}");
    }

    // The reader's path may or may not have arrived at the member itself.
    private static string AtMember(string path, string name) =>
        path.EndsWith("/" + Escape(name), StringComparison.Ordinal) ? path : $"{path}/{Escape(name)}";

    /// <summary><c>$.patient.location</c> or <c>$['a.b'][0]</c> as an RFC 6901 pointer.</summary>
    private static string PointerOf(string? path) =>
        string.Concat(Steps().Matches(path ?? "").Select(step => "/" + Escape(step.Groups.Values.Skip(1).First(group => group.Success).Value)));

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    [GeneratedRegex(@"\.([^.\[]+)|\[(\d+)\]|\['(.*?)'\]")]
    private static partial Regex Steps();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^The JSON property '(?<name>.*)' could not be mapped to any \.NET member contained in type '(?<type>.+)'", RegexOptions.Singleline)]
    private static partial Regex Unmapped();

    [GeneratedRegex("was missing required properties including: (?<names>.+)")]
    private static partial Regex Missing();

    [GeneratedRegex("doesn't allow (setting )?null values|null value for (the )?non-nullable|disallows null")]
    private static partial Regex Null();

    [GeneratedRegex("^Duplicate property '(?<name>.*)' encountered", RegexOptions.Singleline)]
    private static partial Regex Duplicate();

    [GeneratedRegex(@"^The JSON value could not be converted to (?<type>.+?)\.( Path:|$)")]
    private static partial Regex Unconverted();

    // A body's fault names Nullable`1[System.Int32], a parameter's Nullable<int>.
    [GeneratedRegex(@"Nullable(?:`1\[|<)(.+?)[\]>]")]
    private static partial Regex NullableOf();
}

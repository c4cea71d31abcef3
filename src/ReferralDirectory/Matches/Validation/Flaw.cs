using FluentValidation;
using FluentValidation.Results;

namespace ReferralDirectory.Matches.Validation;

/// <summary>What is wrong with a value: a stable code, and a sentence that names the fix.</summary>
internal sealed record Flaw(string Code, string Message)
{
    private const int MostShown = 80;

    public static Flaw Required { get; } = new("required", "A value is required here; null is none.");

    /// <summary>The caller's text as a message may repeat it.</summary>
    public static string Quote(string text) => text.Length > MostShown ? $"'{text[..MostShown]}…'" : $"'{text}'";
}

/// <summary>Rules over plain text, whose meaning is a check of the vocabulary.</summary>
internal static class FlawRules
{
    public const int MaxItems = 100;
    public const int MaxTextLength = 200;

    public static IRuleBuilderOptionsConditions<T, string?> Is<T>(this IRuleBuilderInitial<T, string?> rule, Func<string, Flaw?> check) =>
        rule.Custom((text, context) =>
        {
            if (text is not null)
                context.Report(context.PropertyPath, Judge(text, check));
        });

    public static IRuleBuilderOptionsConditions<T, IReadOnlyList<string>?> EachIs<T>(
        this IRuleBuilderInitial<T, IReadOnlyList<string>?> rule, Func<string, Flaw?> check) =>
        rule.Custom((texts, context) =>
        {
            if (texts?.Count > MaxItems)
                context.Report(context.PropertyPath, new Flaw("too-many-items", $"At most {MaxItems} items are taken; these are {texts.Count}."));
            for (var i = 0; i < Math.Min(texts?.Count ?? 0, MaxItems); i++)
            {
                if (Judge(texts![i], check) is { } flaw)
                    context.Report($"{context.PropertyPath}[{i}]", flaw);
            }
        });

    public static void Report<T>(this ValidationContext<T> context, string path, Flaw? flaw)
    {
        if (flaw is not null)
            context.AddFailure(new ValidationFailure(path, flaw.Message) { ErrorCode = flaw.Code });
    }

    /// <summary>Reports on a member of the object that is being validated.</summary>
    public static void ReportMember<T>(this ValidationContext<T> context, string member, Flaw? flaw) =>
        context.Report(context.PropertyPath is { Length: > 0 } path ? $"{path}.{member}" : member, flaw);

    // Text of a list can be null in spite of its annotation: JSON options judge members, not items.
    private static Flaw? Judge(string? text, Func<string, Flaw?> check) => text switch
    {
        null => Flaw.Required,
        { Length: > MaxTextLength } => new Flaw("too-long", $"At most {MaxTextLength} characters are taken; these are {text.Length}."),
        _ => check(text),
    };
}

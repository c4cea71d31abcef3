using FluentValidation;

namespace ReferralDirectory.Platform;

internal static class RuleExtensions
{
    /// <summary>The code and the fix that are answered when the rule does not hold.</summary>
    public static IRuleBuilderOptions<T, TProperty> Because<T, TProperty>(this IRuleBuilderOptions<T, TProperty> rule, string code, string fix) =>
        rule.WithErrorCode(code).WithMessage((_, _) => fix);
}

using System.Text;
using System.Text.Json;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ReferralDirectory.Platform;

/// <summary>Runs the one validator of a request, which waits for nothing, before its handler and answers all that is wrong at once.</summary>
internal sealed class ValidationFilter<T> : IEndpointFilter
    where T : class
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.Arguments.OfType<T>().Single();
        // Asked anew for each request: a validator may rest on the tables that this request reads.
        var validator = context.HttpContext.RequestServices.GetRequiredService<IValidator<T>>();
        var result = validator.Validate(request);
        return result.IsValid ? next(context) : ValueTask.FromResult<object?>(Refuse(result.Errors));
    }

    private static ProblemHttpResult Refuse(List<ValidationFailure> failures)
    {
        FieldError[] errors = [.. failures.Select(failure => new FieldError(JsonPointer.Of(failure.PropertyName), CodeOf(failure), failure.ErrorMessage))];
        return Problems.InvalidRequest.Because(
            errors.Length == 1 ? errors[0].Message : $"{errors.Length} things are wrong with the request: see errors.", errors);
    }

    // Validators name their codes; FluentValidation's own are called like NotEmptyValidator.
    private static string CodeOf(ValidationFailure failure) =>
        failure.ErrorCode.EndsWith("Validator", StringComparison.Ordinal) ? JsonNamingPolicy.KebabCaseLower.ConvertName(failure.ErrorCode[..^"Validator".Length]) : failure.ErrorCode;
}

internal static class ValidationFilterExtensions
{
    /// <summary>The request, a parameter of the handler, is validated before the handler runs. Its validator must be registered.</summary>
    public static RouteHandlerBuilder Validates<T>(this RouteHandlerBuilder builder)
        where T : class => builder.AddEndpointFilter<ValidationFilter<T>>();
}

internal static class JsonPointer
{
    /// <summary><c>Order.Diagnoses[0].Code</c> as <c>/order/diagnoses/0/code</c>.</summary>
    public static string Of(string propertyPath)
    {
        var pointer = new StringBuilder();
        foreach (var step in propertyPath.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
            pointer.Append('/').Append(JsonNamingPolicy.CamelCase.ConvertName(step));
        return pointer.ToString();
    }
}

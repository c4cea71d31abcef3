using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Platform;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Reports;

/// <summary>What anyone may say is wrong in the directory.</summary>
internal static class ReportsApi
{
    public static void AddReports(this IServiceCollection services)
    {
        services.AddScoped<IValidator<ReportRequest>, ReportRequestValidator>();
        services.AddSingleton<ReportDisputes>();
        services.AddSingleton<ReportFiling>();
    }

    public static void MapReports(this IEndpointRouteBuilder routes) => routes.MapPost("/reports", File).WithTags("Reports").RequireRateLimiting(RateLimits.Reports)
        .Validates<ReportRequest>().WithRequestExample(ReportsExamples.File).WithAnswerExample(ReportsExamples.Filed);

    /// <summary>Report that something is wrong</summary>
    /// <remarks>
    /// A telephone number, new patients, a network, a place, or anything else. Whoever publishes the therapist is asked to answer within one
    /// business day. One report changes nothing that is shown; when a second household says the same within 90 days the fact is marked as
    /// disputed until it is confirmed or corrected. The same report again, while it waits, is the same report. Who reports is not kept.
    /// </remarks>
    /// <response code="202">The report is kept and waits for an answer.</response>
    private static async Task<Accepted<ReportResponse>> File(ReportRequest request, MatchIndex index, ReportFiling reports, HttpContext context, CancellationToken cancellationToken)
    {
        var matter = ReportedTherapists.MatterOf(request, index);
        var report = await reports.FileAsync(matter, request.Comment, Households.Of(context.Connection.RemoteIpAddress), cancellationToken);
        return TypedResults.Accepted((string?)null, ToResponse(report));
    }

    private static ReportResponse ToResponse(ReportRow report) => new(
        new ReportId(report.Id).ToString(), report.DueOn,
        $"Whoever publishes this therapist is asked to answer by {report.DueOn.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}. "
        + (ReportMatter.Of(report).Aspect is null
            ? "Nothing that is shown changes before that."
            : "Until then what is shown stays as it is; when another household reports the same, it is marked as disputed."));
}

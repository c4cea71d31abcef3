using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Reviews;

/// <summary>Reports by the public: those of one matter that wait together, or were answered together, are one review, named after the first.</summary>
internal static class ReportReviews
{
    public const string Prefix = "report/";

    public static readonly IReadOnlyList<string> Choices = EnumWords.All<ReportAnswer>();

    public static ReportId? Parse(string id) =>
        id.StartsWith(Prefix, StringComparison.Ordinal) && ReportId.TryParse(id[Prefix.Length..], out var report) ? report : null;

    public static async Task<IEnumerable<Review>> ReadAsync(DirectoryContext context, CancellationToken cancellationToken)
    {
        var reports = await context.Reports.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken);
        long[] ids = [.. reports.Select(row => row.TherapistId).Distinct()];
        var names = await context.Therapists.AsNoTracking().Where(row => EF.Parameter(ids).Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => $"{row.Given} {row.Family}", cancellationToken);
        var publishers = (await context.SourceRecords.Where(record => record.TherapistId != null && EF.Parameter(ids).Contains(record.TherapistId.Value))
            .Join(context.Organizations, record => record.Organization, organization => organization.Id, (record, organization) => new { record.TherapistId, organization.Name })
            .Distinct().ToListAsync(cancellationToken)).ToLookup(pair => pair.TherapistId!.Value, pair => pair.Name);
        var places = await ReportedPlace.ReadAsync(context, ids, cancellationToken);
        return reports.GroupBy(Together).Select(group =>
        {
            var first = group.First();
            var name = names.GetValueOrDefault(first.TherapistId);
            return new Review
            {
                Id = IdOf(first),
                FurtherIds = [.. group.Skip(1).Select(IdOf)],
                Kind = ReviewKind.Report,
                Therapist = name is null ? null : new TherapistId(first.TherapistId),
                Name = name ?? "",
                Finding = Finding([.. group], places[first.TherapistId], publishers[first.TherapistId].Order(StringComparer.Ordinal)),
                FoundOn = DateOnly.FromDateTime(first.ReceivedAt.UtcDateTime),
                DueOn = first.DueOn,
                Decision = first is { Answer: { } answer, AnsweredOn: { } day } ? new ReviewDecision(EnumWords.Of(answer), first.AnswerReason ?? "", day) : null,
                Choices = Choices,
            };
        });
    }

    /// <summary>What reports of one review have in common.</summary>
    public static (ReportMatter, ReportAnswer?, DateOnly?, string?) Together(ReportRow row) => (ReportMatter.Of(row), row.Answer, row.AnsweredOn, row.AnswerReason);

    private static string IdOf(ReportRow row) => $"{Prefix}{new ReportId(row.Id)}";

    private static string Finding(List<ReportRow> reports, IEnumerable<ReportedPlace> places, IEnumerable<string> publishers)
    {
        var matter = ReportMatter.Of(reports[0]);
        var what = EnumWords.Of(matter.Kind) + (matter.Insurer is { } insurer ? $" of {insurer}" : "") + (matter.Zip is { } zip ? $" at {zip}" : "") + Shown(ReportedPlace.ValuesOf(matter, places));
        var by = reports.Count == 1 ? "one report" : string.Create(CultureInfo.InvariantCulture, $"{reports.Count} reports");
        var comments = reports.Select(row => row.Comment).OfType<string>().Select(comment => $"'{comment}'").ToList();
        return $"{what}: {by}{(reports.Exists(row => row.Disputes) ? ", marked as disputed" : "")}. Published by {string.Join(", ", publishers.DefaultIfEmpty("nobody any more"))}."
            + (comments.Count == 0 ? "" : $" They say: {string.Join("; ", comments)}");
    }

    /// <summary>A report names the ZIP only: whoever answers has to know that all that is shown there is meant.</summary>
    private static string Shown(IReadOnlyList<string> values) =>
        values.Count == 0 ? "" : $" ({string.Join(", ", values)}{(values.Count > 1 ? "; upheld takes out all of them" : "")})";
}

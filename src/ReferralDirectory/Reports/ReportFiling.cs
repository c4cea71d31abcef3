using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Reports;

/// <summary>Keeps reports, each household's once while it waits for an answer, and has those disputed that independent ones agree on.</summary>
internal sealed class ReportFiling(WriteGate gate, ReportDisputes disputes, TimeProvider time)
{
    /// <param name="matter">What is said to be wrong.</param>
    /// <param name="comment">In the reporter's words.</param>
    /// <param name="household">Who says so; not kept.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreException">Another process kept the store for too long.</exception>
    public async Task<ReportRow> FileAsync(ReportMatter matter, string? comment, string household, CancellationToken cancellationToken)
    {
        var (report, waiting) = await gate.WriteAsync((unit, token) => StoreAsync(unit, matter, comment, household, token), cancellationToken);

        // Asked for a report that was there already, too: the program may have ended between the two writes.
        if (Independence.DisputedBy(waiting) is { } second)
            await disputes.EnterAsync(second, cancellationToken);
        return report;
    }

    private async Task<(ReportRow Report, List<ReportRow> Waiting)> StoreAsync(
        WriteUnit unit, ReportMatter matter, string? comment, string household, CancellationToken cancellationToken)
    {
        var waiting = await unit.Context.Reports.AsNoTracking()
            .Where(row => row.TherapistId == matter.Therapist.Value && row.Kind == matter.Kind && row.Zip == matter.Zip && row.Insurer == matter.Insurer && row.Answer == null)
            .OrderBy(row => row.Id).ToListAsync(cancellationToken);
        if (waiting.Find(row => row.Reporter is { } known && known == Reporters.Of(household, Reporters.TherapistOf(known), unit.State)) is { } same)
        {
            unit.Discard();
            return (same, waiting);
        }

        var report = new ReportRow
        {
            Id = unit.NewReportId().Value,
            TherapistId = matter.Therapist.Value,
            Kind = matter.Kind,
            Zip = matter.Zip,
            Insurer = matter.Insurer,
            Comment = comment,

            // Under the id of a report that waits, so that the two can be told apart though the therapist was another then.
            Reporter = Reporters.Of(household, waiting is [.., { Reporter: { } last }] ? Reporters.TherapistOf(last) : matter.Therapist, unit.State),
            ReceivedAt = time.GetUtcNow(),
            DueOn = BusinessDays.After(DateOnly.FromDateTime(time.GetLocalNow().DateTime)),
        };
        unit.Context.Add(report);
        return (report, [.. waiting, report]);
    }
}

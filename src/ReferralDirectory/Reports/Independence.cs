using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Reports;

/// <summary>When reports of one matter are more than one household's word.</summary>
internal static class Independence
{
    /// <summary>Reports that are further apart than this may be about different things.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromDays(90);

    /// <summary>The first report that says what another household said shortly before; null when there is none since the last dispute.</summary>
    /// <param name="waiting">All of one matter that were not answered, the first one first.</param>
    public static ReportRow? DisputedBy(IReadOnlyList<ReportRow> waiting)
    {
        // Whoever reports after a dispute may mean what stands there since.
        var undisputed = waiting.Reverse().TakeWhile(report => !report.Disputes).Reverse().ToList();
        return undisputed.Where((report, place) => undisputed.Take(place).Any(earlier => Reporters.AreIndependent(earlier.Reporter, report.Reporter) && report.ReceivedAt - earlier.ReceivedAt <= Within))
            .FirstOrDefault();
    }
}

using Microsoft.Data.Sqlite;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting.Linkage;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Store;

/// <summary>All decisions about which records are one person, by the records that they are about.</summary>
internal sealed class LinkDecisionTable
{
    private readonly ILookup<string, LinkDecision> byKey;

    private LinkDecisionTable(List<LinkDecision> decisions)
    {
        All = decisions;
        byKey = decisions.SelectMany(decision => new[] { (decision.One.Key, decision), (decision.Other.Key, decision) })
            .ToLookup(pair => pair.Key, pair => pair.decision, StringComparer.Ordinal);
    }

    public IReadOnlyCollection<LinkDecision> All { get; }

    public static LinkDecisionTable Read(SqliteConnection connection) =>
        new([.. RowReader<LinkDecisionRow>.List(connection, nameof(LinkDecisionRow.Id)).Select(ToDecision)]);

    public List<LinkDecision> About(IEnumerable<SourceRecord> records) => All.Count == 0 ? []
        : [.. records.SelectMany(record => byKey[SubjectKey.OfMember(record.Organization, record.MemberKey).Key]).Distinct()];

    private static LinkDecision ToDecision(LinkDecisionRow row) => new()
    {
        One = new SubjectKey(row.OneKey),
        Other = new SubjectKey(row.OtherKey),
        Verdict = row.Verdict,
        Authority = row.Authority,
        DecidedAt = row.DecidedAt,
        DecidedBy = row.DecidedBy,
        Probability = row.Probability,
        Note = row.Note,
    };
}

using Microsoft.Data.Sqlite;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vetting.Linkage;
using ReferralDirectory.Store;

namespace ReferralDirectory.Linking;

/// <summary>The persons of the store as linkage looks at them: made by exact keys and persons' decisions, whatever earlier runs merged.</summary>
internal sealed class LinkedPersons
{
    private readonly Dictionary<string, long> therapistOf;

    private LinkedPersons(IReadOnlyCollection<IdentityGroup> groups, Dictionary<string, long> therapistOf, LinkDecisionTable decisions)
    {
        Groups = groups;
        this.therapistOf = therapistOf;
        Decided = [.. decisions.All.Where(decision => decision.Authority == LinkAuthority.Person)];
        Merges = [.. decisions.All.Where(decision => decision.Authority == LinkAuthority.Automatic)];
    }

    public IReadOnlyCollection<IdentityGroup> Groups { get; }

    /// <summary>By persons.</summary>
    public IReadOnlyCollection<LinkDecision> Decided { get; }

    /// <summary>By the runs before.</summary>
    public IReadOnlyCollection<LinkDecision> Merges { get; }

    public static LinkedPersons Read(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"TherapistId\", \"Payload\" FROM \"SourceRecords\" WHERE \"TherapistId\" IS NOT NULL";
        using var rows = command.ExecuteReader();
        var records = new List<SourceRecord>();
        var therapists = new Dictionary<string, long>(StringComparer.Ordinal);
        while (rows.Read())
        {
            var record = RecordDocument.Read(rows.GetString(1));
            records.Add(record);
            therapists.Add(KeyOf(record), rows.GetInt64(0));
        }

        var decisions = LinkDecisionTable.Read(connection);
        return new LinkedPersons(
            IdentityGrouper.Group(records, [.. decisions.All.Where(decision => decision.Authority == LinkAuthority.Person)]), therapists, decisions);
    }

    /// <summary>Are two records one therapist today? No record that is gone is.</summary>
    public bool AreOne(string one, string other) =>
        therapistOf.TryGetValue(one, out var first) && therapistOf.TryGetValue(other, out var second) && first == second;

    /// <summary>By which ledger and decisions name a person: of the first record.</summary>
    public static string KeyOf(IdentityGroup person) => KeyOf(person.Records[0]);

    public static string KeyOf(SourceRecord record) => SubjectKey.OfMember(record.Organization, record.MemberKey).Key;
}

using Microsoft.Data.Sqlite;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Store;

namespace ReferralDirectory.Linking;

/// <summary>The persons of the store as linkage looks at them: the source records that each was resolved from.</summary>
internal static class LinkedPersons
{
    public static List<IdentityGroup> Read(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT record."TherapistId", therapist."IdentityConflict", record."Payload" FROM "SourceRecords" AS record
            JOIN "Therapists" AS therapist ON therapist."Id" = record."TherapistId" ORDER BY record."TherapistId", record."Organization", record."MemberKey"
            """;
        using var rows = command.ExecuteReader();
        var persons = new List<IdentityGroup>();
        var (therapist, inConflict, records) = (0L, false, new List<SourceRecord>());
        while (rows.Read())
        {
            if (rows.GetInt64(0) != therapist && records.Count > 0)
                Close();
            (therapist, inConflict) = (rows.GetInt64(0), rows.GetBoolean(1));
            records.Add(StoreJson.Read<SourceRecord>(rows.GetString(2)));
        }

        if (records.Count > 0)
            Close();
        return persons;

        void Close()
        {
            persons.Add(new IdentityGroup([.. records], inConflict));
            records.Clear();
        }
    }
}

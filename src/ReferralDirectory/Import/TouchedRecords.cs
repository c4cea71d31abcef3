using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import;

/// <summary>What an import changed so far: whoever holds one of the keys must be resolved anew.</summary>
internal sealed class TouchedRecords
{
    private readonly Dictionary<(Code<Organization>, string), SourceRecord> written = [];

    /// <summary>Identity keys and ledger subjects, old and new.</summary>
    public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);

    public void NoteWritten(SourceRecord record) => written[(record.Organization, record.MemberKey)] = record;

    /// <summary>The record as it was just written, so that nobody reads it back; null when the store alone has it.</summary>
    public SourceRecord? Written(Code<Organization> organization, string memberKey) => written.GetValueOrDefault((organization, memberKey));
}

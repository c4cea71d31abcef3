using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>Joins source records of the same person: on NPI, else on state and normalised licence number.</summary>
public static class IdentityGrouper
{
    /// <summary>The keys under which a record can be joined, and under which the ledger may speak of it (its member key included).</summary>
    public static IEnumerable<SubjectKey> KeysOf(SourceRecord record) => throw new NotSupportedException();

    /// <summary>Every record in exactly one group. Clearly different names under one key stay apart, and both groups are in conflict.</summary>
    public static ImmutableArray<IdentityGroup> Group(IReadOnlyCollection<SourceRecord> records) => throw new NotSupportedException();
}

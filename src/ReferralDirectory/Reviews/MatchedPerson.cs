using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;

namespace ReferralDirectory.Reviews;

/// <summary>
/// Somebody whom an exclusion list may mean, with all that the ledger says of exclusions under any key: what resolution judges by is what a
/// reviewer sees.
/// </summary>
/// <param name="Therapist">Null when nobody on file has the key any more.</param>
/// <param name="Group">The records; none then.</param>
internal sealed record MatchedPerson(TherapistId? Therapist, string Name, IdentityGroup Group, IReadOnlyCollection<Verification> Ledger)
{
    public static async Task<IReadOnlyList<MatchedPerson>> ReadAsync(DirectoryContext context, CancellationToken cancellationToken)
    {
        var exclusions = context.Ledger.AsNoTracking().Where(row => row.Aspect == VerificationAspect.Exclusion);
        var matched = await exclusions.Where(row => row.Outcome == VerificationOutcome.PossibleMatch || row.Outcome == VerificationOutcome.Excluded)
            .Select(row => row.SubjectKey).Distinct().ToListAsync(cancellationToken);
        var ids = await context.RecordKeys.Where(key => EF.Parameter(matched).Contains(key.Key))
            .Join(context.SourceRecords, key => key.RecordId, record => record.Id, (key, record) => record.TherapistId)
            .Where(id => id != null).Select(id => id!.Value).Distinct().ToListAsync(cancellationToken);
        var names = await context.Therapists.AsNoTracking().Where(row => EF.Parameter(ids).Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => $"{row.Given} {row.Family}", cancellationToken);
        var records = (await context.SourceRecords.AsNoTracking().Where(record => record.TherapistId != null && EF.Parameter(ids).Contains(record.TherapistId.Value))
            .ToListAsync(cancellationToken)).ToLookup(row => row.TherapistId!.Value, row => RecordDocument.Read(row.Payload));
        var keysOf = (await context.SourceRecords.Where(record => record.TherapistId != null && EF.Parameter(ids).Contains(record.TherapistId.Value))
            .Join(context.RecordKeys, record => record.Id, key => key.RecordId, (record, key) => new { Id = record.TherapistId!.Value, key.Key }).Distinct().ToListAsync(cancellationToken))
            .ToLookup(pair => pair.Id, pair => pair.Key);
        var onFile = keysOf.SelectMany(held => held).ToHashSet(StringComparer.Ordinal);
        var keys = onFile.Union(matched, StringComparer.Ordinal).ToList();
        var ledger = (await exclusions.Where(row => EF.Parameter(keys).Contains(row.SubjectKey)).ToListAsync(cancellationToken))
            .ToLookup(row => row.SubjectKey, LedgerMapping.ToVerification, StringComparer.Ordinal);
        var contested = await ContestedAsync(context, keys, cancellationToken);
        return
        [
            .. ids.Select(id => new MatchedPerson(new TherapistId(id), names[id], GroupOf([.. records[id]], contested), [.. keysOf[id].SelectMany(key => ledger[key])])),
            .. matched.Where(key => !onFile.Contains(key)).Select(key => new MatchedPerson(null, "", new IdentityGroup([], InConflict: false), [.. ledger[key]])),
        ];
    }

    private static IdentityGroup GroupOf(SourceRecord[] records, HashSet<string> contested)
    {
        SubjectKey[] shared = [.. records.SelectMany(IdentityGrouper.KeysOf).Distinct().Where(key => contested.Contains(key.Key))];
        return new IdentityGroup([.. records], InConflict: shared.Length > 0) { ContestedKeys = [.. shared] };
    }

    /// <summary>Those that more than one therapist has.</summary>
    private static async Task<HashSet<string>> ContestedAsync(DirectoryContext context, List<string> keys, CancellationToken cancellationToken) =>
        (await context.RecordKeys.Where(key => !key.Watched && EF.Parameter(keys).Contains(key.Key))
            .Join(context.SourceRecords, key => key.RecordId, record => record.Id, (key, record) => new { key.Key, record.TherapistId }).Distinct()
            .GroupBy(pair => pair.Key).Where(holders => holders.Count() > 1).Select(holders => holders.Key).ToListAsync(cancellationToken))
        .ToHashSet(StringComparer.Ordinal);
}

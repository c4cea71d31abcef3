using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Store;

/// <summary>By which key the ledger should speak of somebody on file.</summary>
internal static class SubjectKeys
{
    /// <summary>
    /// The key that lasts the longest: the NPI, else a licence, else a member key. Where a key is contested only a member key says who is
    /// meant. Null: nobody is on file under this id.
    /// </summary>
    /// <param name="context">The store.</param>
    /// <param name="therapist">Who is meant.</param>
    /// <param name="zip">Where; null: everywhere.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<SubjectKey?> OfAsync(DirectoryContext context, TherapistId therapist, ZipCode? zip, CancellationToken cancellationToken)
    {
        var isContested = await context.Therapists.AnyAsync(row => row.Id == therapist.Value && row.IdentityConflict, cancellationToken);
        var keys = await context.SourceRecords.Where(record => record.TherapistId == therapist.Value)
            .Join(context.RecordKeys.Where(key => !key.Watched), record => record.Id, key => key.RecordId, (record, key) => key.Key).Distinct().ToListAsync(cancellationToken);
        return keys.Where(key => !isContested || IsOfMember(key)).OrderBy(IsOfMember).ThenByDescending(IsNpi).ThenBy(key => key, StringComparer.Ordinal)
            .Select(key => (SubjectKey?)new SubjectKey(key, zip)).FirstOrDefault();
    }

    /// <summary>All keys of whoever is on file under a key: what is said under another of them is said of the same person.</summary>
    public static async Task<IReadOnlyCollection<string>> OfTheSameAsync(DirectoryContext context, SubjectKey subject, CancellationToken cancellationToken)
    {
        var holders = context.RecordKeys.Where(key => key.Key == subject.Key)
            .Join(context.SourceRecords, key => key.RecordId, record => record.Id, (key, record) => record.TherapistId);
        var keys = await context.SourceRecords.Where(record => record.TherapistId != null && holders.Contains(record.TherapistId))
            .Join(context.RecordKeys, record => record.Id, key => key.RecordId, (record, key) => key.Key).Distinct().ToListAsync(cancellationToken);
        return keys.Count > 0 ? keys : [subject.Key];
    }

    /// <summary>The number of the next decision about a person in one aspect; see <see cref="Verification.Sequence"/>.</summary>
    public static async Task<int> NextSequenceAsync(DirectoryContext context, SubjectKey subject, VerificationAspect aspect, CancellationToken cancellationToken)
    {
        var keys = await OfTheSameAsync(context, subject, cancellationToken);
        return 1 + (await context.Ledger.Where(row => EF.Parameter(keys).Contains(row.SubjectKey) && row.Aspect == aspect).MaxAsync(row => row.Sequence, cancellationToken) ?? 0);
    }

    private static bool IsNpi(string key) => key.StartsWith("npi:", StringComparison.Ordinal);

    private static bool IsOfMember(string key) => key.StartsWith("member:", StringComparison.Ordinal);
}

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
            .Join(context.RecordKeys, record => record.Id, key => key.RecordId, (record, key) => key.Key).Distinct().ToListAsync(cancellationToken);
        return keys.Where(key => !isContested || IsOfMember(key)).OrderBy(IsOfMember).ThenByDescending(IsNpi).ThenBy(key => key, StringComparer.Ordinal)
            .Select(key => (SubjectKey?)new SubjectKey(key, zip)).FirstOrDefault();
    }

    /// <summary>The number of the next decision on one matter; see <see cref="Verification.Sequence"/>.</summary>
    /// <param name="context">The store.</param>
    /// <param name="subject">Whom the decision is about.</param>
    /// <param name="aspect">Of the decision.</param>
    /// <param name="reference">Null where decisions of several references judge one matter.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<int> NextSequenceAsync(
        DirectoryContext context, SubjectKey subject, VerificationAspect aspect, string? reference, CancellationToken cancellationToken) => 1
        + (await context.Ledger.Where(row => row.SubjectKey == subject.Key && row.Aspect == aspect && (reference == null || row.Reference == reference))
            .MaxAsync(row => row.Sequence, cancellationToken) ?? 0);

    private static bool IsNpi(string key) => key.StartsWith("npi:", StringComparison.Ordinal);

    private static bool IsOfMember(string key) => key.StartsWith("member:", StringComparison.Ordinal);
}

using System.Security.Cryptography;
using System.Text;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Store;

internal static class LedgerMapping
{
    /// <summary>Equal for equal entries only: the ledger keeps an entry that is supplied twice once.</summary>
    public static string FingerprintOf(Verification entry) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(StoreJson.Write(entry))));

    public static LedgerRow ToRow(Verification entry, string fingerprint, long id, long importId, bool synthetic) => new()
    {
        Id = id,
        Fingerprint = fingerprint,
        Synthetic = synthetic,
        ImportId = importId,
        SubjectKey = entry.Subject.Key,
        SubjectZip = entry.Subject.Zip,
        SubjectGivenName = entry.SubjectName?.Given,
        SubjectFamilyName = entry.SubjectName?.Family,
        Aspect = entry.Aspect,
        Reference = entry.Reference,
        Source = entry.Source,
        Method = entry.Method,
        CheckedBy = entry.CheckedBy,
        CheckedOn = entry.CheckedOn,
        Outcome = entry.Outcome,
        ValidFrom = entry.ValidFrom,
        ValidUntil = entry.ValidUntil,
        Hours = entry.Hours,
        Note = entry.Note,
        Sequence = entry.Sequence,
    };

    public static Verification ToVerification(LedgerRow row) => new()
    {
        Subject = new SubjectKey(row.SubjectKey, row.SubjectZip),
        SubjectName = row.SubjectFamilyName is null ? null : new PersonName(row.SubjectGivenName ?? "", row.SubjectFamilyName),
        Aspect = row.Aspect,
        Reference = row.Reference,
        Source = row.Source,
        Method = row.Method,
        CheckedBy = row.CheckedBy,
        CheckedOn = row.CheckedOn,
        Outcome = row.Outcome,
        ValidFrom = row.ValidFrom,
        ValidUntil = row.ValidUntil,
        Hours = row.Hours,
        Note = row.Note,
        Sequence = row.Sequence,
    };
}

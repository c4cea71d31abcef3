using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>The licences that the sources state, as their boards last described them.</summary>
internal static class LicenceResolution
{
    // The ledger names a licence by state and number only, and speaks of no other profession's licences.
    private const string TitleWhenOnlyChecked = "Massage therapist";

    public static ImmutableArray<Licence> Resolve(ImmutableArray<SourceRecord> records, LedgerView ledger)
    {
        var licences = records.SelectMany(record => record.Licences).BestPerKey(licence => licence.Key, licence => licence.From)
            .ToDictionary(licence => licence.Key);
        foreach (var checks in ledger.Of(VerificationAspect.Licence).GroupBy(KeyOf))
        {
            if (checks.Key is not { } key)
                continue;
            var newest = checks.First();
            if (StatusOf(newest.Outcome) is { } status)
                licences[key] = Checked(licences.GetValueOrDefault(key), key, status, newest);
            else if (newest.Outcome == VerificationOutcome.Refuted)
                licences.Remove(key);
        }

        return [.. licences.Values.OrderBy(licence => licence.Key)];
    }

    /// <summary>A licence's key out of the subject, or out of the reference <c>US-NY/012345</c>.</summary>
    private static LicenceKey? KeyOf(Verification entry)
    {
        const string prefix = "licence:";
        var text = entry.Subject.Key.StartsWith(prefix, StringComparison.Ordinal) ? entry.Subject.Key[prefix.Length..] : entry.Reference;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && StateCode.TryParse(text[..slash], out var state) ? LicenceKey.Of(state, text[(slash + 1)..]) : null;
    }

    private static Licence Checked(Licence? stated, LicenceKey key, LicenceStatus status, Verification check) => new(
        key.State, stated?.Title ?? TitleWhenOnlyChecked, stated?.Number ?? key.Normalized, status, stated?.IssuedOn,
        check.ValidUntil ?? stated?.ExpiresOn, check.CheckedOn, LedgerView.ProvenanceOf(check));

    private static LicenceStatus? StatusOf(VerificationOutcome outcome) => outcome switch
    {
        VerificationOutcome.Active => LicenceStatus.Active,
        VerificationOutcome.ActiveWithConditions => LicenceStatus.ActiveWithConditions,
        VerificationOutcome.Interim => LicenceStatus.Interim,
        VerificationOutcome.Inactive => LicenceStatus.Inactive,
        VerificationOutcome.Expired => LicenceStatus.Expired,
        VerificationOutcome.Suspended => LicenceStatus.Suspended,
        VerificationOutcome.Revoked => LicenceStatus.Revoked,
        _ => null,
    };
}

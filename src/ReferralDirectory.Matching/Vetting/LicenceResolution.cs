using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>
/// The licences that the sources state, as their boards last described them. Discipline yields only to the board's own newer word that
/// the licence is active, and not to a list that no longer names the licence.
/// </summary>
internal static class LicenceResolution
{
    // The ledger names a licence by state and number only, and speaks of no other profession's licences.
    private const string TitleWhenOnlyChecked = "Massage therapist";

    public static ImmutableArray<Licence> Resolve(ImmutableArray<SourceRecord> records, LedgerView ledger)
    {
        var stated = records.SelectMany(record => record.Licences).ByPrecedence(licence => licence.From).ToLookup(licence => licence.Key);
        var (checks, watched) = (ChecksIn(ledger), ChecksIn(ledger.Watched));
        return
        [
            .. stated.Select(lists => lists.Key).Union(checks.Concat(watched).Select(entries => entries.Key).OfType<LicenceKey>()).Order()
                .Select(key => Disciplined(key, stated[key], checks[key], watched[key]) ?? Resolve(key, stated[key], checks[key])).OfType<Licence>(),
        ];
    }

    private static ILookup<LicenceKey?, Verification> ChecksIn(LedgerView ledger) => ledger.Of(VerificationAspect.Licence).Where(IsAnswer).ToLookup(KeyOf);

    /// <summary>The licence when what is watched leaves it under discipline; else null.</summary>
    private static Licence? Disciplined(LicenceKey key, IEnumerable<Licence> stated, IEnumerable<Verification> checks, IEnumerable<Verification> watched) =>
        watched.Any() && Resolve(key, stated, [.. LedgerView.NewestFirst(checks.Concat(watched))]) is { } licence && IsDiscipline(licence.Status) ? licence : null;

    /// <param name="key">The licence.</param>
    /// <param name="stated">What the lists say of it, in order of precedence.</param>
    /// <param name="checks">What was checked, the newest first.</param>
    /// <returns>Null when its board does not know it.</returns>
    private static Licence? Resolve(LicenceKey key, IEnumerable<Licence> stated, IEnumerable<Verification> checks)
    {
        var reinstated = checks.FirstOrDefault(check => StatusOf(check.Outcome) is LicenceStatus.Active or LicenceStatus.ActiveWithConditions)?.CheckedOn;
        if (checks.FirstOrDefault(check => IsDiscipline(StatusOf(check.Outcome))) is { } discipline && !(reinstated > discipline.CheckedOn))
            return Checked(stated.FirstOrDefault(), key, discipline);
        if (Strictest(stated.Where(licence => IsDiscipline(licence.Status) && !(reinstated > licence.From.AsOf))) is { } disciplined)
            return disciplined;
        return checks.FirstOrDefault() is { } newest ? Checked(stated.FirstOrDefault(), key, newest) : Strictest(stated);
    }

    /// <summary>Of lists that disagree the one with the strictest status, with all that it says beside it.</summary>
    private static Licence? Strictest(IEnumerable<Licence> stated) => stated.MaxBy(licence => licence.Status);

    private static bool IsDiscipline(LicenceStatus? status) => status is LicenceStatus.Suspended or LicenceStatus.Revoked;

    private static bool IsAnswer(Verification entry) => entry.Outcome == VerificationOutcome.Refuted || StatusOf(entry.Outcome) is not null;

    /// <summary>A licence's key out of the subject, or out of the reference <c>US-NY/012345</c>.</summary>
    public static LicenceKey? KeyOf(Verification entry)
    {
        const string prefix = "licence:";
        var text = entry.Subject.Key.StartsWith(prefix, StringComparison.Ordinal) ? entry.Subject.Key[prefix.Length..] : entry.Reference;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && StateCode.TryParse(text[..slash], out var state) ? LicenceKey.Of(state, text[(slash + 1)..]) : null;
    }

    private static Licence? Checked(Licence? stated, LicenceKey key, Verification check) => StatusOf(check.Outcome) is { } status
        ? new Licence(
            key.State, stated is { Title.Length: > 0 } ? stated.Title : TitleWhenOnlyChecked, stated?.Number ?? key.Normalized, status, stated?.IssuedOn,
            check.ValidUntil ?? stated?.ExpiresOn, check.CheckedOn, LedgerView.ProvenanceOf(check))
        : null;

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

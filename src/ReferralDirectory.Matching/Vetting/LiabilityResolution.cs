using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>
/// Is the therapist covered, and until when? The strongest statement holds, unless somebody has said "no" since. Cover that comes with a
/// membership ends with it.
/// </summary>
internal static class LiabilityResolution
{
    public static LiabilityStatement? Resolve(ImmutableArray<SourceRecord> records, LedgerView ledger)
    {
        var statements = ledger.Of(VerificationAspect.Liability).Select(Checked).OfType<LiabilityStatement>().Take(1)
            .Concat(records.Select(Stated).OfType<LiabilityStatement>())
            .ByPrecedence(statement => statement.Cover.From)
            .ToList();
        var strongest = statements.FirstOrDefault();
        var refusal = statements.Where(statement => !statement.Cover.Value).MaxBy(statement => statement.Cover.From.AsOf);
        return refusal?.Cover.From.AsOf >= strongest?.Cover.From.AsOf ? refusal : strongest;
    }

    private static LiabilityStatement? Checked(Verification check) => check.Outcome is VerificationOutcome.Confirmed or VerificationOutcome.Refuted
        ? new LiabilityStatement(new Sourced<bool>(check.Outcome == VerificationOutcome.Confirmed, LedgerView.ProvenanceOf(check)), check.ValidUntil)
        : null;

    /// <summary>An organisation covers its members: those who have left are not covered by it.</summary>
    private static LiabilityStatement? Stated(SourceRecord record) =>
        record.LiabilityCover is not { } covered || (covered && record.Membership.Status != MembershipStatus.Active) ? null
        : new LiabilityStatement(new Sourced<bool>(covered, record.Membership.From), covered ? record.Membership.ExpiresOn : null);
}

/// <param name="Cover">Covered or not, and who says so.</param>
/// <param name="Until">The last day on which the cover holds; null: not stated.</param>
internal sealed record LiabilityStatement(Sourced<bool> Cover, DateOnly? Until);

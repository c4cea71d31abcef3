using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>Which NPI is the person's: one that its register has deactivated is nobody's any more, until the register says otherwise.</summary>
internal static class IdentityResolution
{
    public static Sourced<Npi>? Npi(IEnumerable<Sourced<Npi>> stated, LedgerView ledger)
    {
        var deactivated = ledger.Of(VerificationAspect.Identity)
            .GroupBy(entry => entry.Subject.Key, StringComparer.Ordinal)
            .Where(entries => entries.First().Outcome == VerificationOutcome.Refuted)
            .Select(entries => entries.Key)
            .ToHashSet(StringComparer.Ordinal);
        return stated.Where(npi => !deactivated.Contains(SubjectKey.Of(npi.Value).Key)).Best();
    }
}

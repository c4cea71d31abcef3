using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>
/// What a person found wrong when somebody asked. It stays so however often a list repeats it: until a newer check that is as strong says
/// that it is right, or until something else is said.
/// </summary>
internal static class Refutations
{
    public static bool RefutesAddress(this LedgerView ledger, PracticePlace place) =>
        Standing(ledger.OfPlace(VerificationAspect.Address, place), entry => entry.Outcome == VerificationOutcome.Refuted && IsOfOneValue(entry)) is not null;

    public static bool RefutesPhone(this LedgerView ledger, PracticePlace place) =>
        Standing(ledger.OfPlace(VerificationAspect.Phone, place), entry => entry.Outcome == VerificationOutcome.Refuted && IsOfOneValue(entry)) is not null;

    /// <summary>Who decided that no new patients are taken at a place; null: nobody, or it does not stand any more.</summary>
    public static Verification? DenialOfPatients(this LedgerView ledger, PracticePlace place) => Standing(
        ledger.OfPlace(VerificationAspect.Accepting, place), entry => IsDecision(entry) && entry.Outcome is VerificationOutcome.No or VerificationOutcome.ExistingOnly);

    /// <summary>A contract that began after the decision is another one.</summary>
    public static bool Refutes(this LedgerView ledger, NetworkFact fact)
    {
        var (insurer, network) = (fact.Insurer.Value, $"{fact.Insurer}/{fact.Network}");
        var about = ledger.Of(VerificationAspect.Network)
            .Where(entry => (entry.Subject.Zip is null || entry.Subject.Zip == fact.ListingZip) && (entry.Reference == insurer || entry.Reference == network));
        return fact.InNetwork && Standing(about, entry => IsDecision(entry) && entry.Outcome == VerificationOutcome.OutOfNetwork) is { } denial
            && denial.Method <= fact.Source.Method && !(fact.From > denial.CheckedOn);
    }

    /// <summary>Checks and decisions about a place, the newest first: all, or those that name its telephone or address.</summary>
    public static IEnumerable<Verification> OfPlace(this LedgerView ledger, VerificationAspect aspect, PracticePlace place) =>
        ledger.Of(aspect).Where(entry => (entry.Subject.Zip is null || entry.Subject.Zip == place.Address.Zip) && (!IsOfOneValue(entry) || aspect switch
        {
            VerificationAspect.Phone => entry.Reference == place.Phone?.Value,
            VerificationAspect.Address => PlaceKeys.Of(place.Address with { Line1 = entry.Reference }) == PlaceKeys.Of(place.Address),

            // What an insurer says of its own patients only is no answer for all.
            _ => false,
        }));

    private static Verification? Standing(IEnumerable<Verification> newestFirst, Func<Verification, bool> isRefutation)
    {
        FactMethod? strongest = null;
        foreach (var entry in newestFirst)
        {
            if (isRefutation(entry))
                return strongest <= entry.Method ? null : entry;
            if (entry.Outcome is VerificationOutcome.Confirmed or VerificationOutcome.Yes or VerificationOutcome.InNetwork && !(strongest <= entry.Method))
                strongest = entry.Method;
        }

        return null;
    }

    private static bool IsDecision(Verification entry) => entry.Sequence is not null;

    private static bool IsOfOneValue(Verification entry) =>
        entry.Reference.Length > 0 && !string.Equals(entry.Reference, Verification.ReturnedMail, StringComparison.Ordinal);
}

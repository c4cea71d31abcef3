using System.Collections.Frozen;
using System.Collections.Immutable;
using ReferralDirectory.Matching.Vocabulary;
using static ReferralDirectory.Matching.Vocabulary.VerificationOutcome;

namespace ReferralDirectory.Import.Sources;

/// <summary>Which outcomes a check of each aspect can have.</summary>
internal static class VerificationOutcomes
{
    private static readonly ImmutableArray<VerificationOutcome> HoldsOrNot = [Confirmed, Refuted];

    private static readonly FrozenDictionary<VerificationAspect, ImmutableArray<VerificationOutcome>> ByAspect =
        new Dictionary<VerificationAspect, ImmutableArray<VerificationOutcome>>
        {
            [VerificationAspect.Licence] = [Active, ActiveWithConditions, Interim, Inactive, Expired, Suspended, Revoked, Refuted],
            [VerificationAspect.Exclusion] = [Clear, PossibleMatch, Excluded],
            [VerificationAspect.Network] = [InNetwork, OutOfNetwork],
            [VerificationAspect.Accepting] = [Yes, No, ExistingOnly, Partly],
        }.ToFrozenDictionary();

    public static ImmutableArray<VerificationOutcome> Of(VerificationAspect aspect) => ByAspect.GetValueOrDefault(aspect, HoldsOrNot);

    /// <summary>For messages: "clear, possible-match, excluded".</summary>
    public static string ListFor(VerificationAspect aspect) =>
        string.Join(", ", Of(aspect).Select(EnumWords.Of));
}

namespace ReferralDirectory.Matching.Vetting.Linkage;

/// <summary>
/// Probabilistic record linkage (Fellegi and Sunter 1969) of persons whom no exact key joined. Deterministic: the same groups in any order
/// give the same result.
/// </summary>
public static class RecordLinker
{
    /// <param name="groups">As <see cref="IdentityGrouper"/> made them.</param>
    /// <param name="decisions">What was decided before: pairs that stay apart by a decision are neither merged nor shown again.</param>
    /// <param name="options">Where the zones end.</param>
    public static LinkageResult Run(IReadOnlyCollection<IdentityGroup> groups, IReadOnlyCollection<LinkDecision> decisions, LinkageOptions? options = null) =>
        new LinkageRun([.. groups.OrderBy(group => group.Records[0].Organization).ThenBy(group => group.Records[0].MemberKey, StringComparer.Ordinal)], LinkDecisions.Of(decisions), options ?? LinkageOptions.Default)
            .Result();
}

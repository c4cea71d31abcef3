using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Screening;

/// <summary>What the safety rows say of an order, before any therapist is looked at.</summary>
public sealed record ScreeningResult(
    ScreeningOutcome Outcome, ImmutableArray<Finding> Findings, ImmutableArray<Code<Modality>> StruckOut, ImmutableArray<CredentialRequirement> Requirements)
{
    private ImmutableArray<string> cautions;

    /// <summary>The order insists on a modality although a guideline advises against it, and says that it knows.</summary>
    public bool AdvisedAgainstAcknowledged { get; init; }

    /// <summary>What no reader of a result may overlook, as codes: the same for every therapist.</summary>
    internal ImmutableArray<string> Cautions => cautions.IsDefault ? cautions = [.. CautionCodes()] : cautions;

    /// <summary>May results be shown at all?</summary>
    public bool AllowsResults => Outcome switch
    {
        ScreeningOutcome.Blocked => false,
        ScreeningOutcome.AdvisedAgainst => AdvisedAgainstAcknowledged,
        _ => true,
    };

    private IEnumerable<string> CautionCodes()
    {
        var found = Findings.Where(finding => finding.Level != FindingLevel.Info).Select(finding => finding.Code).Distinct(StringComparer.Ordinal);
        return this is { Outcome: ScreeningOutcome.AdvisedAgainst, AdvisedAgainstAcknowledged: true } ? found.Append("acknowledged-advised-against") : found;
    }
}

/// <summary>One thing that was found.</summary>
/// <param name="TriggeredBy">The diagnosis or the answer; null for what is always said.</param>
/// <param name="Text">The row's sentence; null for the findings that the product itself makes, which are known by their code.</param>
public sealed record Finding(
    string Code, FindingLevel Level, FindingScope Scope, ImmutableArray<Code<Modality>> Modalities, string? Site, string? TriggeredBy, string? Text, string? Source)
{
    public const string ScreeningNotAnswered = "screening-not-answered";
    public const string NoKnownIndication = "no-known-indication";
    public const string NetworkIsNotABenefit = "network-is-not-a-benefit";
}

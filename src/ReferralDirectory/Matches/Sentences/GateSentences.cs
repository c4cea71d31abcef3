using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;

namespace ReferralDirectory.Matches.Sentences;

/// <summary>Why a gate let a candidate pass or kept it out, in one plain sentence.</summary>
internal static class GateSentences
{
    public static string Because(GateOutcome gate, KnowledgeTables knowledge) => gate.Evidence switch
    {
        DistanceEvidence evidence => Distance(gate.Code, evidence),
        LicenceEvidence evidence => Licence(gate.Code, evidence),
        ExclusionEvidence evidence => Exclusion(gate.Code, evidence),
        TierEvidence evidence => Tier(gate.Code, evidence),
        AcceptingEvidence evidence => Accepting(gate.Code, evidence),
        NetworkEvidence evidence => NetworkSentences.Of(gate.Code, evidence, knowledge),
        FitEvidence evidence => FitSentences.Of(gate.Code, evidence, knowledge),
        CredentialEvidence evidence => Credentials(gate.Code, evidence, knowledge),
        PreferenceEvidence evidence => Preferences(gate.Code, evidence),
        _ => Unworded(gate.Code),
    };

    /// <summary>A code is better than nothing, and than no answer: its words, without a sentence.</summary>
    public static string Unworded(string code) => Phrases.Capitalized(code.Replace('-', ' '));

    private static string Distance(string code, DistanceEvidence evidence) => code switch
    {
        "within-radius" => $"{Phrases.Of(evidence.Distance)} away, within {Phrases.Of(evidence.Limit)}",
        "beyond-radius" => $"{Phrases.Of(evidence.Distance)} away, beyond {Phrases.Of(evidence.Limit)}",
        "within-service-radius" => $"Visits homes up to {Phrases.Of(evidence.Limit)} away; this one is {Phrases.Of(evidence.Distance)} away",
        "beyond-service-radius" => $"Visits homes only up to {Phrases.Of(evidence.Limit)} away; this one is {Phrases.Of(evidence.Distance)} away",
        "no-home-visits" => "Offers no home visits",
        _ => Unworded(code),
    };

    private static string Licence(string code, LicenceEvidence evidence) => (code, evidence.Licence) switch
    {
        ("no-licence-law", _) => $"{evidence.State.PostalCode} has no licence law for massage therapists on the service date",
        ("no-licence-in-state", _) or (_, null) => $"No massage licence of {evidence.State.PostalCode} is known",
        ("active-licence", { } held) => $"{Named(held)}, active{Until(held)}{Checked(held)}",
        ("active-with-conditions", { } held) => $"{Named(held)}, active with conditions{Until(held)}{Checked(held)}",
        ("licence-expired", { ExpiresOn: { } end } held) => $"{Named(held)}, expired on {Phrases.Of(end)}",
        ("licence-expired", { } held) => $"{Named(held)}, expired{Checked(held)}",
        ("licence-suspended", { } held) => $"{Named(held)}, suspended{Checked(held)}",
        ("licence-revoked", { } held) => $"{Named(held)}, revoked{Checked(held)}",
        ("licence-inactive", { } held) => $"{Named(held)}, inactive{Checked(held)}",
        ("licence-interim", { } held) => $"{Named(held)}, an interim permit, which does not count",
        ("licence-not-yet-valid", { IssuedOn: { } start } held) => $"{Named(held)}, valid only from {Phrases.Of(start)}",
        ("licence-not-yet-valid", { } held) => $"{Named(held)}, not yet valid on the service date",
        _ => Unworded(code),
    };

    private static string Named(Licence licence) => $"{licence.State.PostalCode} {licence.Number}";

    private static string Until(Licence licence) => licence.ExpiresOn is { } end ? $" until {Phrases.Of(end)}" : "";

    private static string Checked(Licence licence) => licence.CheckedOn is { } day ? $", checked {Phrases.Of(day)}" : ", not checked at its board";

    /// <summary>Of an unconfirmed match nothing more is said than that it is under review.</summary>
    private static string Exclusion(string code, ExclusionEvidence evidence) => (code, evidence.Check) switch
    {
        ("under-review", _) => "Under review",
        ("not-on-exclusion-list", { } check) => $"Not on the federal exclusion list, checked {Phrases.Of(check.From.AsOf)}",
        ("not-on-exclusion-list", _) => "Not on the federal exclusion list",
        ("exclusion-not-checked", _) => "The federal exclusion list has not been checked",
        ("excluded", { } check) => $"On the federal exclusion list, checked {Phrases.Of(check.From.AsOf)}",
        ("excluded", _) => "On the federal exclusion list",
        ("licence-disciplined", _) => "A licence of this therapist is suspended or revoked",
        _ => Unworded(code),
    };

    private static string Tier(string code, TierEvidence evidence) => code switch
    {
        "tier-sufficient" => $"Vetting tier {evidence.Assessment.Tier} of {VettingAssessment.MaxTier}, {evidence.MinTier} asked for",
        "tier-too-low" =>
            $"Vetting tier {evidence.Assessment.Tier} of {VettingAssessment.MaxTier}, {evidence.MinTier} asked for; missing for the next: "
            + Phrases.And(evidence.Assessment.Missing.Select(Phrases.Of)),
        _ => Unworded(code),
    };

    private static string Accepting(string code, AcceptingEvidence evidence) => code switch
    {
        "accepting" => $"Takes new patients, by {Phrases.Of(evidence.Accepting.From)}",
        "accepting-unknown" => "Does not say whether new patients are taken",
        "not-accepting" => $"Takes no new patients, by {Phrases.Of(evidence.Accepting.From)}",
        "existing-patients-only" => $"Sees existing patients only, by {Phrases.Of(evidence.Accepting.From)}",
        "not-accepting-network" => "Takes no new patients of this network",
        _ => Unworded(code),
    };

    private static string Credentials(string code, CredentialEvidence evidence, KnowledgeTables knowledge) => code switch
    {
        "no-requirement" => "The order asks for no special credential",
        "credentials-held" => Phrases.Capitalized(Phrases.And(evidence.Requirements.Select(outcome => Held(outcome, knowledge)))),
        "credential-missing" => $"The order asks for {Phrases.And(evidence.Requirements.Where(outcome => !outcome.Met).Select(outcome => Missing(outcome, knowledge)))}",
        _ => Unworded(code),
    };

    private static string Held(RequirementOutcome outcome, KnowledgeTables knowledge) => outcome switch
    {
        { MetBy: { ConfirmedOn: { } day } held } => $"{outcome.Requirement.Name}: {knowledge.NameOf(held.Credential)}, confirmed {Phrases.Of(day)}",
        { MetBy: { } held } => $"{outcome.Requirement.Name}: {knowledge.NameOf(held.Credential)}",
        { DocumentedHours: { } hours } => $"{outcome.Requirement.Name}: {hours} documented hours",
        _ => outcome.Requirement.Name,
    };

    private static string Missing(RequirementOutcome outcome, KnowledgeTables knowledge) =>
        outcome.StatedOnly is { } claimed
            ? $"{outcome.Requirement.Name}, which is claimed ({knowledge.NameOf(claimed.Credential)}) but not confirmed"
            : $"{outcome.Requirement.Name}, which is not documented";

    private static string Preferences(string code, PreferenceEvidence evidence) => code switch
    {
        "none-required" => "No preference is required",
        "preferences-held" => $"Has what is required: {Phrases.And(evidence.Stated.Select(Phrases.Of))}",
        "preference-missing" => $"Lacks what is required: {Phrases.And(evidence.Stated.Except(evidence.Held).Select(Phrases.Of))}",
        _ => Unworded(code),
    };
}

using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;

namespace ReferralDirectory.Matches.Sentences;

/// <summary>Why a gate let a candidate pass or kept it out, in one plain sentence.</summary>
internal static class GateSentences
{
    public static string Because(GateOutcome gate, KnowledgeTables knowledge) => Because(new Sentence(), gate, knowledge).ToString();

    public static Sentence Because(Sentence text, GateOutcome gate, KnowledgeTables knowledge) => gate.Evidence switch
    {
        DistanceEvidence evidence => Distance(text, gate.Code, evidence),
        LicenceEvidence evidence => Licence(text, gate.Code, evidence),
        ExclusionEvidence evidence => Exclusion(text, gate.Code, evidence),
        TierEvidence evidence => Tier(text, gate.Code, evidence),
        AcceptingEvidence evidence => Accepting(text, gate.Code, evidence),
        NetworkEvidence evidence => NetworkSentences.Of(text, gate.Code, evidence, knowledge),
        FitEvidence evidence => FitSentences.Of(text, gate.Code, evidence, knowledge),
        CredentialEvidence evidence => Credentials(text, gate.Code, evidence, knowledge),
        PreferenceEvidence evidence => Preferences(text, gate.Code, evidence),
        _ => text.Say(Unworded(gate.Code)),
    };

    /// <summary>A code is better than nothing, and than no answer: its words, without a sentence.</summary>
    public static string Unworded(string code) => Phrases.Capitalized(code.Replace('-', ' '));

    private static Sentence Distance(Sentence text, string code, DistanceEvidence evidence) => code switch
    {
        "within-radius" => text.Say($"{evidence.Distance} away, within {evidence.Limit}"),
        "beyond-radius" => text.Say($"{evidence.Distance} away, beyond {evidence.Limit}"),
        "within-service-radius" => text.Say($"Visits homes up to {evidence.Limit} away; this one is {evidence.Distance} away"),
        "beyond-service-radius" => text.Say($"Visits homes only up to {evidence.Limit} away; this one is {evidence.Distance} away"),
        "no-home-visits" => text.Say("Offers no home visits"),
        _ => text.Say(Unworded(code)),
    };

    private static Sentence Licence(Sentence text, string code, LicenceEvidence evidence) => (code, evidence.Licence) switch
    {
        ("no-licence-law", _) => text.Say($"{evidence.State.PostalCode} has no licence law for massage therapists on the service date"),
        ("no-licence-in-state", _) or (_, null) => text.Say($"No massage licence of {evidence.State.PostalCode} is known"),
        (_, { } held) => Standing(text.Say($"{held.State.PostalCode} {held.Number}, "), code, held),
    };

    private static Sentence Standing(Sentence text, string code, Licence held) => (code, held) switch
    {
        ("active-licence", _) => Checked(Until(text.Say("active"), held), held),
        ("active-with-conditions", _) => Checked(Until(text.Say("active with conditions"), held), held),
        ("licence-expired", { ExpiresOn: { } end }) => text.Say($"expired on {end}"),
        ("licence-expired", _) => Checked(text.Say("expired"), held),
        ("licence-suspended", _) => Checked(text.Say("suspended"), held),
        ("licence-revoked", _) => Checked(text.Say("revoked"), held),
        ("licence-inactive", _) => Checked(text.Say("inactive"), held),
        ("licence-interim", _) => text.Say("an interim permit, which does not count"),
        ("licence-not-yet-valid", { IssuedOn: { } start }) => text.Say($"valid only from {start}"),
        ("licence-not-yet-valid", _) => text.Say("not yet valid on the service date"),
        _ => text.Anew().Say(Unworded(code)),
    };

    private static Sentence Until(Sentence text, Licence licence) => licence.ExpiresOn is { } end ? text.Say($" until {end}") : text;

    private static Sentence Checked(Sentence text, Licence licence) =>
        licence.CheckedOn is { } day ? text.Say($", checked {day}") : text.Say(", not checked at its board");

    /// <summary>Of an unconfirmed match nothing more is said than that it is under review.</summary>
    private static Sentence Exclusion(Sentence text, string code, ExclusionEvidence evidence) => (code, evidence.Check) switch
    {
        ("under-review", _) => text.Say("Under review"),
        ("not-on-exclusion-list", { } check) => text.Say($"Not on the federal exclusion list, checked {check.From.AsOf}"),
        ("not-on-exclusion-list", _) => text.Say("Not on the federal exclusion list"),
        ("exclusion-not-checked", _) => text.Say("The federal exclusion list has not been checked"),
        ("excluded", { } check) => text.Say($"On the federal exclusion list, checked {check.From.AsOf}"),
        ("excluded", _) => text.Say("On the federal exclusion list"),
        ("licence-disciplined", _) => text.Say("A licence of this therapist is suspended or revoked"),
        _ => text.Say(Unworded(code)),
    };

    private static Sentence Tier(Sentence text, string code, TierEvidence evidence) => code switch
    {
        "tier-sufficient" => TierAsked(text, evidence),
        "tier-too-low" => TierAsked(text, evidence).Say("; missing for the next: ").List(evidence.Assessment.Missing, Phrases.Of),
        _ => text.Say(Unworded(code)),
    };

    private static Sentence TierAsked(Sentence text, TierEvidence evidence) =>
        text.Say($"Vetting tier {evidence.Assessment.Tier} of {VettingAssessment.MaxTier}, {evidence.MinTier} asked for");

    private static Sentence Accepting(Sentence text, string code, AcceptingEvidence evidence) => code switch
    {
        "accepting" => text.Say($"Takes new patients, by {evidence.Accepting.From}"),
        "accepting-unknown" => text.Say("Does not say whether new patients are taken"),
        "not-accepting" => text.Say($"Takes no new patients, by {evidence.Accepting.From}"),
        "existing-patients-only" => text.Say($"Sees existing patients only, by {evidence.Accepting.From}"),
        "not-accepting-network" => text.Say("Takes no new patients of this network"),
        _ => text.Say(Unworded(code)),
    };

    private static Sentence Credentials(Sentence text, string code, CredentialEvidence evidence, KnowledgeTables knowledge) => code switch
    {
        "no-requirement" => text.Say("The order asks for no special credential"),
        "credentials-held" => text.List(evidence.Requirements, knowledge, Held).Capitalized(),
        "credential-missing" => text.Say("The order asks for ").List([.. evidence.Requirements.Where(outcome => !outcome.Met)], knowledge, Missing),
        _ => text.Say(Unworded(code)),
    };

    private static Sentence Held(Sentence text, RequirementOutcome outcome, KnowledgeTables knowledge) => outcome switch
    {
        { MetBy: { ConfirmedOn: { } day } held } => text.Say($"{outcome.Requirement.Name}: {knowledge.NameOf(held.Credential)}, confirmed {day}"),
        { MetBy: { } held } => text.Say($"{outcome.Requirement.Name}: {knowledge.NameOf(held.Credential)}"),
        { DocumentedHours: { } hours } => text.Say($"{outcome.Requirement.Name}: {hours} documented hours"),
        _ => text.Say(outcome.Requirement.Name),
    };

    private static Sentence Missing(Sentence text, RequirementOutcome outcome, KnowledgeTables knowledge) =>
        outcome.StatedOnly is { } claimed
            ? text.Say($"{outcome.Requirement.Name}, which is claimed ({knowledge.NameOf(claimed.Credential)}) but not confirmed")
            : text.Say($"{outcome.Requirement.Name}, which is not documented");

    private static Sentence Preferences(Sentence text, string code, PreferenceEvidence evidence) => code switch
    {
        "none-required" => text.Say("No preference is required"),
        "preferences-held" => text.Say("Has what is required: ").List(evidence.Stated, Phrases.Of),
        "preference-missing" => text.Say("Lacks what is required: ").List([.. evidence.Stated.Except(evidence.Held)], Phrases.Of),
        _ => text.Say(Unworded(code)),
    };
}

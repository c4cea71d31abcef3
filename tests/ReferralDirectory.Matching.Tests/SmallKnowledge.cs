using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests;

/// <summary>Hand-written tables, small enough to keep in mind: every kind of row that matching knows, once or twice.</summary>
internal static class SmallKnowledge
{
    private static readonly DateOnly Since = new(2026, 1, 1);

    public static KnowledgeTables Tables { get; } = new(new KnowledgeRows
    {
        Version = "small",
        Modalities =
        [
            Offer("swedish", "massage"), Offer("deep-tissue", "massage"), Offer("myofascial-release", "massage"), Offer("trigger-point", "massage"),
            Offer("mld", "lymphatic"), Offer("cdt", "lymphatic"), Offer("shiatsu", "bodywork"), Offer("oncology", "specialty"),
            Offer("prenatal", "specialty"), Offer("intra-oral", "specialty"),
        ],
        Conditions =
        [
            Known("acute-low-back-pain", "M545"), Known("chronic-low-back-pain", "M545 M546"), Known("radicular-syndrome", "M543 M5416"),
            Known("fibromyalgia", "M797"), Known("lymphedema", "I890 I972"), Known("edema", "R60"), Known("cancer-pain", "C50"),
            Known("jaw-disorder", "M266"), Known("pregnancy-pain", "O268"), Known("muscle-strain", "S390"), Known("deep-clot", "I824"),
            Known("neuropathy", "G62"),
        ],
        Indications =
        [
            .. Group("acute-low-back-pain", IndicationDirection.Benefit, EvidenceGrade.B),
            .. Group("chronic-low-back-pain", IndicationDirection.Benefit, EvidenceGrade.C),
            Helps("chronic-low-back-pain", "myofascial-release", EvidenceGrade.A),
            .. Group("radicular-syndrome", IndicationDirection.Against, null),
            Helps("fibromyalgia", "myofascial-release", EvidenceGrade.B), Helps("fibromyalgia", "mld", EvidenceGrade.C),
            Helps("fibromyalgia", "shiatsu", EvidenceGrade.C), Row("fibromyalgia", "swedish", IndicationDirection.NoEffect, null),
            Helps("lymphedema", "cdt", EvidenceGrade.A), Helps("lymphedema", "mld", EvidenceGrade.B), Helps("edema", "mld", EvidenceGrade.C),
            Helps("cancer-pain", "oncology", EvidenceGrade.C), Helps("jaw-disorder", "trigger-point", EvidenceGrade.A),
            Helps("jaw-disorder", "intra-oral", EvidenceGrade.B), Helps("pregnancy-pain", "prenatal", EvidenceGrade.B),
            .. Group("muscle-strain", IndicationDirection.Benefit, EvidenceGrade.D), .. Group("neuropathy", IndicationDirection.Benefit, EvidenceGrade.C),
            Row("neuropathy", "deep-tissue", IndicationDirection.Against, null),
        ],
        Screening =
        [
            Screen("acute-clot", FindingLevel.Absolute, FindingScope.Order, "I824 I26", answers: "dvt-suspected"),
            Screen("cellulitis", FindingLevel.Absolute, FindingScope.Modalities, "L03", answers: "fever", modalities: "mld cdt"),
            Screen("thin-blood", FindingLevel.Absolute, FindingScope.Modalities, "Z7901", answers: "anticoagulants", modalities: "deep-tissue"),
            Screen("thin-blood-clearance", FindingLevel.Clearance, FindingScope.Order, "Z7901", answers: "anticoagulants"),
            Screen("radicular", FindingLevel.AdvisedAgainst, FindingScope.Order, "M543 M5416"),
            Screen("active-cancer", FindingLevel.Clearance, FindingScope.Order, "C50"),
            Screen("acute-strain", FindingLevel.Absolute, FindingScope.Site, "S390", seventh: "A", site: "injured area"),
            Screen("cardiac-edema", FindingLevel.Absolute, FindingScope.Modalities, "R601", modalities: "mld cdt"),
            Screen("pregnancy", FindingLevel.Clearance, FindingScope.Order, "O268", answers: "pregnancy"),
            Screen("start-gently", FindingLevel.Info, FindingScope.Order, "M7971"),
        ],
        ScreeningAnswers = [.. "none dvt-suspected fever anticoagulants pregnancy".Split(' ').Select(code => new ScreeningAnswer(code, code, code))],
        Credentials =
        [
            Grants("bctmb", CredentialKind.Board, ""), Grants("clt", CredentialKind.Specialty, "cdt mld"),
            Grants("oncology-massage", CredentialKind.Specialty, "oncology"), Grants("prenatal-massage", CredentialKind.Specialty, "prenatal"),
            Grants("myofascial", CredentialKind.Specialty, "myofascial-release"), Grants("intra-oral-permission", CredentialKind.Permission, "intra-oral"),
            Grants("member", CredentialKind.Membership, ""),
        ],
        CredentialRequirements =
        [
            Asks("decongestive-training", conditions: "lymphedema", accepts: "clt", modality: "cdt", hours: 135),
            Asks("oncology-training", findings: "active-cancer", accepts: "oncology-massage", modality: "oncology", hours: 24),
            Asks("prenatal-training", findings: "pregnancy", accepts: "prenatal-massage", modality: "prenatal", hours: 16),
            Asks("intra-oral-permission", modalities: "intra-oral", accepts: "intra-oral-permission"),
        ],
        StateRules =
        [
            Rule("NY", LicensingRegime.Licence, 500), Rule("NJ", LicensingRegime.Licence, null), Rule("PA", LicensingRegime.Licence, 600),
            Rule("VT", LicensingRegime.None, null), Rule("CA", LicensingRegime.Voluntary, 500),
            Rule("MN", LicensingRegime.None, null) with { EffectiveTo = new DateOnly(2026, 12, 31) },
            Rule("MN", LicensingRegime.Licence, 500) with { EffectiveFrom = new DateOnly(2027, 1, 1) },
        ],
        Insurers =
        [
            Payer(Words.Aetna, InsurerKind.HealthPlan), Payer(Words.Cigna, InsurerKind.HealthPlan), Payer(Words.RareHealth, InsurerKind.HealthPlan),
            Payer(Words.StateFund, InsurerKind.WorkersComp), Payer(Words.CommunityCare, InsurerKind.Va), Payer(Words.RoadMutual, InsurerKind.AutoPip),
        ],
        Networks =
        [
            new Network(Words.AetnaChoice, Words.Aetna, "Choice"), new Network(Words.AetnaSelect, Words.Aetna, "Select"),
            new Network(Words.CignaOne, Words.Cigna, "One"),
        ],
        Plans =
        [
            new Plan(Words.Aetna, Words.Open, "Open", "ppo", [Words.AetnaChoice, Words.AetnaSelect]),
            new Plan(Words.Aetna, Words.Narrow, "Narrow", "hmo", [Words.AetnaSelect]),
        ],
    });

    private static ImmutableArray<string> Split(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static ImmutableArray<Code<T>> Codes<T>(string text) => [.. Split(text).Select(Code<T>.Parse)];

    private static Modality Offer(string code, string group) => new(Words.Modality(code), code, group, "", "TEST");

    private static Condition Known(string code, string prefixes) => new(Words.Condition(code), code, Split(prefixes), null);

    private static Indication Helps(string condition, string modality, EvidenceGrade grade) => Row(condition, modality, IndicationDirection.Benefit, grade);

    private static Indication Row(string condition, string modality, IndicationDirection direction, EvidenceGrade? grade) =>
        new(Words.Condition(condition), Words.Modality(modality), direction, grade, null, false, "TEST", Sureness.Verified, Since);

    private static IEnumerable<Indication> Group(string condition, IndicationDirection direction, EvidenceGrade? grade) =>
        Split("swedish deep-tissue myofascial-release trigger-point").Select(modality => Row(condition, modality, direction, grade) with { FromGroup = true });

    private static ScreeningRow Screen(
        string code, FindingLevel level, FindingScope scope, string prefixes, string seventh = "", string answers = "", string modalities = "", string? site = null) =>
        new(code, level, scope, Split(prefixes), seventh, Split(answers), Codes<Modality>(modalities), site, code, "TEST", Sureness.Verified, Since);

    private static Credential Grants(string code, CredentialKind kind, string modalities) =>
        new(Code<Credential>.Parse(code), code, "issuer", kind, Codes<Modality>(modalities), null, null, "TEST", Sureness.Verified);

    private static CredentialRequirement Asks(
        string code, string conditions = "", string findings = "", string modalities = "", string accepts = "", string? modality = null, int? hours = null) =>
        new(
            code, code, Codes<Condition>(conditions), Split(findings), Codes<Modality>(modalities), Codes<Credential>(accepts),
            modality is null ? null : Words.Modality(modality), hours, code, "TEST", Sureness.Verified, Since);

    private static StateRule Rule(string state, LicensingRegime regime, int? hours) =>
        new(StateCode.Parse(state), regime, null, hours, null, null, Since, null, "TEST", Sureness.Verified, null);

    private static Insurer Payer(Code<Insurer> id, InsurerKind kind) => new(id, id.Value, [], kind, [], "TEST");
}

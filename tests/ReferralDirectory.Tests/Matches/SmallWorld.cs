using System.Collections.Immutable;
using ReferralDirectory.Matches;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Tests.Matches;

/// <summary>The real places and a handful of knowledge rows, without therapists.</summary>
internal static class SmallWorld
{
    public static KnowledgeRows Rows { get; } = new()
    {
        Version = "small-1",
        Sources = [new KnowledgeSource("ACP2017", "Qaseem 2017, Ann Intern Med", "guideline", "quoted", Sureness.Verified)],
        Modalities =
        [
            new Modality(Code<Modality>.Parse("swedish"), "Swedish massage", Modality.MassageGroup, "Gliding strokes.", "ACP2017"),
            new Modality(Code<Modality>.Parse("cdt"), "Complete decongestive therapy", "lymphatic", "For lymphedema.", "ACP2017"),
        ],
        Conditions =
        [
            new Condition(Code<Condition>.Parse("lymphedema"), "Lymphedema", ["I890", "I972"], null),
            new Condition(Code<Condition>.Parse("acute-low-back-pain"), "Acute low back pain", ["M545"], null),
        ],
        Icd10Titles = [new Icd10Title(Code("I89.0"), "Lymphedema, not elsewhere classified")],
        ScreeningAnswers = [new ScreeningAnswer("none", "None of these?", "None"), new ScreeningAnswer("anticoagulants", "Blood thinners?", "Anticoagulants")],
        Insurers =
        [
            Payer("aetna", "Aetna", "Aetna US Healthcare"),
            Payer("excellus-bcbs", "Excellus BlueCross BlueShield", "BCBS", "Excellus"),
            Payer("highmark", "Highmark", "BCBS"),
        ],
        Networks = [new Network(Code<Network>.Parse("aetna-ppo"), Code<Insurer>.Parse("aetna"), "Aetna PPO network")],
        Plans = [new Plan(Code<Insurer>.Parse("aetna"), Code<Plan>.Parse("open-choice"), "Open Choice", "ppo", [Code<Network>.Parse("aetna-ppo")])],
        StateZones = [new StateZone(StateCode.Parse("NY"), "America/New_York"), new StateZone(StateCode.Parse("HI"), "Pacific/Honolulu")],
    };

    public static MatchContext With(KnowledgeRows? rows = null, TimeProvider? clock = null, params ImmutableArray<TherapistProfile> therapists) => new(
        MatchIndexCompiler.Compile(new DirectorySnapshot(7, new KnowledgeTables(rows ?? Rows), [], therapists)), Icd10Release.None, Shipped.Places, new RankingOptions(),
        clock ?? SettableClock.AtNoon);

    public static Icd10Code Code(string text) => Icd10Code.TryParse(text, out var code) ? code : throw new FormatException(text);

    private static Insurer Payer(string id, string name, params ImmutableArray<string> aliases) =>
        new(Code<Insurer>.Parse(id), name, aliases, InsurerKind.HealthPlan, [], "ACP2017");
}

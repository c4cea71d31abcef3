using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Tests.Import;

namespace ReferralDirectory.Tests.Store;

public sealed class KnowledgeStoreTests
{
    [Fact]
    public async Task Knowledge_comes_back_as_it_was_imported_and_a_new_version_replaces_it()
    {
        await using var bench = await ImportBench.CreateAsync();
        Assert.Equal(KnowledgeStore.NoVersion, bench.Read().Knowledge.Version);

        var first = await bench.ImportAsync(Rows("k-1", "Swedish massage"));
        Assert.Equal(StoreJson.Write(Rows("k-1", "Swedish massage")), StoreJson.Write(bench.Read().Knowledge.Rows));
        await bench.ImportAsync(Rows("k-2", "Swedish"));

        Assert.Equal(StoreJson.Write(Rows("k-2", "Swedish")), StoreJson.Write(bench.Read().Knowledge.Rows));
        Assert.Equal("k-2", bench.Store.Reader.ReadSince(first.Revision, CancellationToken.None).Knowledge?.Version);
    }

    [Fact]
    public async Task The_same_version_again_changes_nothing()
    {
        await using var bench = await ImportBench.CreateAsync();
        await bench.ImportAsync(Rows("k-1", "Swedish massage"));
        var revision = bench.Read().Revision;

        var report = await bench.ImportAsync(Rows("k-1", "Swedish massage"));

        Assert.Equal((7, revision), (report.Unchanged, report.Revision));
        Assert.Same(bench.Read().Knowledge, bench.Read().Knowledge);
    }

    private static KnowledgeRows Rows(string version, string swedish)
    {
        var (modality, condition, insurer) = (Code<Modality>.Parse("swedish"), Code<Condition>.Parse("low-back-pain"), Code<Insurer>.Parse("aetna"));
        var day = new DateOnly(2026, 1, 1);
        Assert.True(Icd10Code.TryParse("M54.50", out var icd10));
        return new KnowledgeRows
        {
            Version = version,
            Sources = [new KnowledgeSource("s1", "A study", "study", "CC BY", Sureness.Verified)],
            Modalities = [new Modality(modality, swedish, Modality.MassageGroup, "Long strokes", "s1")],
            Conditions = [new Condition(condition, "Low back pain", ["M545", "M5450"], null)],
            Icd10Titles = [new Icd10Title(icd10, "Low back pain, unspecified")],
            Indications = [new Indication(condition, modality, IndicationDirection.Benefit, EvidenceGrade.B, "short term", true, "s1", Sureness.Secondary, day)],
            Screening = [new ScreeningRow("dvt", FindingLevel.Absolute, FindingScope.Order, ["I82"], "A", ["fever"], [modality], null, "Do not", "s1", Sureness.Memory, day)],
            ScreeningAnswers = [new ScreeningAnswer("fever", "Fever?", "Fever")],
            Credentials = [new Credential(Code<Credential>.Parse("clt"), "CLT", "LANA", CredentialKind.Specialty, [modality], 135, null, "s1", Sureness.Verified)],
            CredentialRequirements = [new CredentialRequirement("cdt", "CDT", [condition], ["dvt"], [modality], [Code<Credential>.Parse("clt")], modality, 135, "Asks", "s1", Sureness.Verified, day)],
            StateRules = [new StateRule(StateCode.Parse("NY"), LicensingRegime.Licence, "LMT", 1000, null, null, day, null, "s1", Sureness.Verified, null)],
            StateZones = [new StateZone(StateCode.Parse("NY"), "America/New_York")],
            Insurers =
            [
                new Insurer(Code<Insurer>.Parse("zenith"), "Zenith", [], InsurerKind.WorkersComp, [], "s1"),
                new Insurer(insurer, "Aetna", ["Aetna Inc", "\"AET\""], InsurerKind.HealthPlan, [StateCode.Parse("NY"), StateCode.Parse("PR")], "s1"),
            ],
            Networks = [new Network(Code<Network>.Parse("aetna-ppo"), insurer, "Aetna PPO")],
            Plans = [new Plan(insurer, Code<Plan>.Parse("open-choice"), "Open Choice", "ppo", [Code<Network>.Parse("aetna-ppo")])],
        };
    }
}

using System.Text;
using ReferralDirectory.Import;
using ReferralDirectory.Import.Sources;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Tests.Import;

public sealed class QhpFileTests
{
    private static readonly FeedOptions Aetna = new() { Insurer = Code<Insurer>.Parse("aetna"), AsOf = new DateOnly(2026, 5, 20) };
    private static readonly FeedOptions Strict = Aetna with { Npi = NpiPolicy.Strict };

    [Fact]
    public void An_index_names_files_beside_it_whose_massage_therapists_become_network_facts_at_each_address()
    {
        var file = ReadFile("index.json");

        Assert.Empty(file.Errors);
        Assert.Equal((6, 2, 2), (file.Staged.Rows, file.Staged.Taken, file.Staged.FurtherFiles.Length));
        Assert.Equal(
            [
                "npi:2100001017@13202 aetna InNetwork 2026-01-01..2027-12-31", "npi:2100001017@13214 aetna InNetwork 2026-01-01..2027-12-31",
                "npi:2100001017 aetna Yes ..",
                "npi:2100001017@13202 aetna/aetna-open-choice InNetwork 2026-01-01..2027-12-31", "npi:2100001017@13214 aetna/aetna-open-choice InNetwork 2026-01-01..2027-12-31",
                "npi:2100001017 aetna/aetna-open-choice Yes ..",
                "npi:2100001041@13203 aetna/aetna-open-choice InNetwork 2026-01-01..2027-12-31", "npi:2100001041 aetna/aetna-open-choice No ..",
            ],
            file.Facts);
        Assert.Equal(["providers.json 2 npi invalid-npi", "providers.json 3 npi invalid-npi", "index.json  plan_id unknown-plan", "index.json  specialty not-massage"], file.Warnings);
    }

    [Fact]
    public void An_entry_says_who_said_it_how_and_when()
    {
        var file = ReadFile("providers.json");

        var entry = file.Staged.Verifications[0];
        Assert.Equal(
            ("aetna QHP provider file", FactMethod.InsurerFile, "insurer-aetna", new PersonName("Ada", "Example")), (entry.Source, entry.Method, entry.CheckedBy.Value, entry.SubjectName));
        Assert.Equal(new DateOnly(2026, 5, 20), entry.CheckedOn);
        Assert.Equal(("insurer-aetna", "Aetna", "insurer", false), Assert.Single(file.Staged.Organizations) is var by ? (by.Id.Value, by.Name, by.Kind, by.Synthetic) : default);
        Assert.Equal(new StagedFeed("qhp/aetna", new DateOnly(2026, 5, 20), FeedMode.Full), file.Staged.Feed);
    }

    [Fact]
    public void The_faults_of_real_files_are_taken_and_counted()
    {
        var file = ReadFile("providers-quirks.json");

        Assert.Empty(file.Errors);
        Assert.Equal(
            [
                "npi:2100000001@30060 aetna InNetwork ..", "npi:2100000001@30513 aetna InNetwork ..", "npi:2100000001 aetna Yes ..",
                "npi:2100000019@47304 aetna InNetwork 2026-01-01..2026-12-31", "npi:2100000019 aetna Yes ..",
            ],
            file.Facts.Distinct());
        Assert.Equal(new DateOnly(2016, 9, 30), Assert.Single(file.Staged.Verifications.Select(entry => entry.CheckedOn).Distinct()));
        Assert.Equal(
            [
                "providers-quirks.json 2 npi missing-npi", "providers-quirks.json 3 npi duplicate-provider", "providers-quirks.json 4 plan_id bad-plan-id",
                "file.json  plan_id unknown-plan", "file.json  specialty not-massage",
            ],
            file.Warnings);
        Assert.Contains(file.Found.Warnings, warning => warning is { Code: "unknown-plan", Value: "2" });
    }

    [Fact]
    public void A_strict_feed_is_refused_for_a_wrong_npi_of_a_massage_therapist_and_for_no_other()
    {
        Assert.Equal(["providers.json 2 npi invalid-npi", "providers.json 3 npi invalid-npi"], ReadFile("index.json", Strict).Errors);
        Assert.Empty(Read(Provider(npi: "1234567890", specialty: "Dermatology"), Strict).Errors);
        Assert.Empty(ReadFile("providers-quirks.json", Strict).Errors);
    }

    [Theory]
    [InlineData("Massage Therapist", true)]
    [InlineData("MASSAGE THERAPY", true)]
    [InlineData("225700000X", true)]
    [InlineData("Licensed Massage Therapist (LMT)", true)]
    [InlineData("LMT", true)]
    [InlineData("Physical Therapist", false)]
    [InlineData("2251X0800X", false)]
    public void Massage_therapists_are_told_by_words_title_or_code(string specialty, bool taken) =>
        Assert.Equal(taken, Read(Provider(specialty: specialty)).Staged.Verifications.Length > 0);

    [Theory]
    [InlineData("accepting", VerificationOutcome.Yes)]
    [InlineData("Not Accepting", VerificationOutcome.No)]
    [InlineData("accepting in some locations", VerificationOutcome.Partly)]
    [InlineData(" ", null)]
    [InlineData("perhaps", null)]
    public void New_patients_are_asked_about_at_the_provider(string accepting, VerificationOutcome? outcome) => Assert.Equal(
        outcome, Read(Provider(accepting: accepting)).Staged.Verifications.SingleOrDefault(entry => entry.Aspect == VerificationAspect.Accepting)?.Outcome);

    [Fact]
    public void Some_locations_of_one_is_that_one() => Assert.Contains(
        Read(Provider(addresses: """[{ "zip": "13202" }]""", accepting: "accepting in some locations")).Staged.Verifications, entry => entry.Outcome == VerificationOutcome.Yes);

    [Fact]
    public void A_plan_s_own_answer_about_new_patients_goes_before_the_provider_s() => Assert.Contains(
        Read(Provider(plans: """[{ "plan_id": "12345NY0010001", "accepting": "not accepting" }]""")).Staged.Verifications, entry => entry.Outcome == VerificationOutcome.No);

    [Theory]
    [InlineData("""{ "network_tier": "OPEN CHOICE PPO" }""", "aetna/aetna-open-choice")]
    [InlineData("""{ "network_tier": "aetna-select" }""", "aetna/aetna-select")]
    [InlineData("""{ "plan_id": "select-epo" }""", "aetna/aetna-select")]
    [InlineData("""{ "plan_id": "choice-pos" }""", "aetna")] // two networks
    [InlineData("""{ "plan_id": "99999NY0010001", "network_tier": "PREFERRED" }""", "aetna")]
    public void A_network_is_what_the_tier_names_or_the_only_one_of_a_known_plan(string plan, string reference) =>
        Assert.Equal(reference, Read(Provider(plans: $"[{plan}]")).Staged.Verifications[0].Reference);

    [Theory]
    [InlineData("[2026]", "2026-01-01..2026-12-31")]
    [InlineData("""[2025, "2026", 2027]""", "2025-01-01..2027-12-31")]
    [InlineData("[2024, 2026, 2027]", "2026-01-01..2027-12-31")]
    [InlineData("[2027]", "2027-01-01..2027-12-31")]
    [InlineData("[2019, 2020]", "2019-01-01..2020-12-31")]
    [InlineData("2026", "2026-01-01..2026-12-31")]
    [InlineData("[]", "..")]
    [InlineData("null", "..")]
    [InlineData("""["this year"]""", "..")]
    public void Years_are_the_first_and_last_day_of_the_contract(string years, string period) =>
        Assert.EndsWith(period, Read(Provider(plans: $$"""[{ "plan_id": "12345NY0010001", "years": {{years}} }]""")).Facts.First(), StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-04-03", "2026-04-03")]
    [InlineData("2026-04-03T10:00:00Z", "2026-04-03")]
    [InlineData("04/03/2026", "2026-04-03")]
    [InlineData("4/3/2026 10:00", "2026-04-03")]
    [InlineData("20260403", "2026-04-03")]
    [InlineData("April 3, 2026", "2026-04-03")]
    [InlineData("2026-05-30", "2026-05-20")]
    [InlineData("soon", "2026-05-20")]
    [InlineData(" ", "2026-05-20")]
    public void The_day_of_the_record_counts_and_never_one_after_the_file_s(string stated, string day) =>
        Assert.Equal(day, $"{Read(Provider(updated: stated)).Staged.Verifications[0].CheckedOn:O}");

    [Theory]
    [InlineData("""[{ "zip": " " }]""")]
    [InlineData("[]")]
    [InlineData("null")]
    public void Without_an_address_the_fact_is_about_the_provider(string addresses)
    {
        var file = Read(Provider(addresses: addresses));

        Assert.Null(file.Staged.Verifications[0].Subject.Zip);
        Assert.Contains("about the provider", file.Staged.Verifications[0].Note, StringComparison.Ordinal);
        Assert.Contains("file.json 1 addresses provider-level", file.Warnings);
    }

    [Fact]
    public void Numbers_single_values_and_other_kinds_where_lists_and_texts_belong_are_taken()
    {
        var file = Read("""[{ "npi": 2100000001, "type": "individual", "name": "Ana Example", "specialty": "LMT", "plans": { "plan_id": 7 }, "addresses": { "zip": 13202 }, "languages": [1] }]""");

        Assert.Empty(file.Errors);
        Assert.Equal(["npi:2100000001@13202 aetna InNetwork .."], file.Facts);
        Assert.Null(file.Staged.Verifications[0].SubjectName);
    }

    [Theory]
    [InlineData("", "empty-file")]
    [InlineData("PK\u0003\u0004rest", "wrong-file-type")]
    [InlineData("%PDF-1.7", "wrong-file-type")]
    [InlineData("<!DOCTYPE html>", "wrong-file-type")]
    [InlineData("npi,family", "bad-json")]
    [InlineData("{ \"provider_urls\": [ }", "bad-json")]
    [InlineData("{ \"plans\": [] }", "provider_urls not-an-index")]
    [InlineData("[{ \"npi\": \"2100000001\" }", "bad-json")]
    [InlineData("[{ \"npi\": \"21000", "bad-json")]
    [InlineData("[{}] trailing", "bad-json")]
    [InlineData("[7]", "bad-json")]
    public void What_is_no_list_of_providers_is_refused(string text, string error) => Assert.Contains(error, Assert.Single(Read(text).Errors), StringComparison.Ordinal);

    [Fact]
    public void Where_the_JSON_breaks_off_is_said() =>
        Assert.Equal("line 2, byte 10", Assert.Single(Read("[\n{ \"npi\": ").Found.Errors).Value);

    [Theory]
    [InlineData("""["https://insurer.example/a/nowhere.json"]""", "file-not-beside")]
    [InlineData("""["nowhere.json"]""", "file-not-beside")]
    [InlineData("""["../providers.json"]""", "bad-path")]
    [InlineData("""["https://insurer.example/"]""", "bad-path")]
    [InlineData("""["https://a.example/file.json", "https://b.example/file.json"]""", "same-file-name")]
    public void Every_file_of_providers_must_lie_beside_the_index(string urls, string code) =>
        Assert.Contains($"provider_urls {code}", string.Join('|', Read($$"""{ "provider_urls": {{urls}}, "plan_urls": [] }""").Errors), StringComparison.Ordinal);

    [Theory]
    [InlineData(null, "missing-insurer")]
    [InlineData("nobody", "unknown-insurer")]
    public void An_insurer_of_the_catalogue_must_be_named(string? insurer, string code) => Assert.Equal(
        [$"file.json  {code}"], Read("[]", new FeedOptions { Insurer = insurer is null ? null : Code<Insurer>.Parse(insurer) }).Errors.Select(error => error));

    private static string Provider(
        string npi = "2100000001", string specialty = "Massage Therapist", string accepting = "accepting", string plans = """[{ "plan_id": "12345NY0010001" }]""",
        string addresses = """[{ "zip": "13202" }, { "zip": "13210-1234" }]""", string updated = "2026-04-03") =>
        $$"""
        [{ "npi": "{{npi}}", "type": "INDIVIDUAL", "name": { "first": "Ana", "last": "Example" }, "specialty": ["{{specialty}}"], "accepting": "{{accepting}}",
           "plans": {{plans}}, "addresses": {{addresses}}, "last_updated_on": "{{updated}}" }]
        """;

    private static QhpAsRead Read(string text, FeedOptions? options = null)
    {
        var folder = Directory.CreateTempSubdirectory("qhp-");
        try
        {
            var path = Path.Combine(folder.FullName, "file.json");
            File.WriteAllText(path, text, new UTF8Encoding(false));
            return ReadAt(path, "file.json", options);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static QhpAsRead ReadFile(string name, FeedOptions? options = null) =>
        ReadAt(Path.Combine(AppContext.BaseDirectory, "Fixtures", "qhp", name), name == "index.json" ? name : "file.json", options);

    private static QhpAsRead ReadAt(string path, string name, FeedOptions? options)
    {
        var errors = new ImportErrors(name);
        var context = new ImportContext(null, ImportFiles.Today, Shipped.Knowledge, Shipped.Places) { Feed = options ?? Aetna };
        return new QhpAsRead(FileContent.Read(facts => QhpFile.Read(path, context, facts, errors)), errors);
    }

    private sealed record QhpAsRead(FileContent Staged, ImportErrors Found)
    {
        public IEnumerable<string> Errors => Found.Errors.Select(Short);

        public IEnumerable<string> Warnings => Found.Warnings.Select(Short);

        /// <summary>"subject reference outcome from..until", in the order of the file.</summary>
        public IEnumerable<string> Facts => Staged.Verifications.Select(entry =>
            FormattableString.Invariant($"{entry.Subject} {entry.Reference} {entry.Outcome} {entry.ValidFrom:O}..{entry.ValidUntil:O}"));

        private static string Short(ImportError error) => $"{error.File} {error.Row} {error.Column}{(error.Column is null ? "" : " ")}{error.Code}";
    }
}

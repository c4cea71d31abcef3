using ReferralDirectory.Import;

namespace ReferralDirectory.Tests.Import;

public sealed class KnowledgeErrorTests
{
    [Theory]
    [InlineData("knowledge/sources.csv", "KNGF2021,", ",", "id", "missing-value", null)]
    [InlineData("knowledge/modalities.csv", "reflexology,Reflexology", "Reflex,Reflexology", "code", "bad-code", "Reflex")]
    [InlineData("knowledge/modalities.csv", "Thai massage,bodywork", "Thai massage,floor", "group", "unknown-group", "floor")]
    [InlineData("knowledge/modalities.csv", "\nthai,", "\nscar,", "code", "duplicate-code", "scar")]
    [InlineData("knowledge/conditions.csv", "M797", "M79.7", "icd10Prefixes", "bad-icd10-prefix", "M79.7")]
    [InlineData("knowledge/conditions.csv", "M797", "m797", "icd10Prefixes", "bad-icd10-prefix", "m797")]
    [InlineData("knowledge/conditions.csv", "M797", "M797 M797", "icd10Prefixes", "duplicate-code", "M797")]
    [InlineData("knowledge/icd10cm.csv", "A46,", "A4,", "code", "bad-icd10-code", "A4")]
    [InlineData("knowledge/indications.csv", "scar,scar,", "keloid,scar,", "condition", "unknown-condition", "keloid")]
    [InlineData("knowledge/indications.csv", "scar,scar,", "scar,scars,", "modality", "unknown-modality", "scars")]
    [InlineData("knowledge/indications.csv", "segmental-dysfunction,@massage", "segmental-dysfunction,@all", "modality", "unknown-modality", "@all")]
    [InlineData("knowledge/indications.csv", "TUINA2024", "TUINA", "source", "unknown-source", "TUINA")]
    [InlineData("knowledge/indications.csv", "temporomandibular-disorder,trigger-point,benefit,A", "temporomandibular-disorder,trigger-point,benefit,E", "grade", "bad-grade", "E")]
    [InlineData("knowledge/indications.csv", "temporomandibular-disorder,trigger-point,benefit,A", "temporomandibular-disorder,trigger-point,benefit,", "grade", "bad-grade", null)]
    [InlineData("knowledge/indications.csv", "fibromyalgia,swedish,no-effect,", "fibromyalgia,swedish,no-effect,B", "grade", "grade-without-benefit", "B")]
    [InlineData("knowledge/indications.csv", "fibromyalgia,swedish,no-effect", "fibromyalgia,swedish,none", "direction", "bad-direction", "none")]
    [InlineData("knowledge/indications.csv", "PERLMAN2012,M,2026-01-01", "PERLMAN2012,M,1/1/2026", "effectiveFrom", "bad-date", "1/1/2026")]
    [InlineData("knowledge/indications.csv", "PERLMAN2012,M", "PERLMAN2012,high", "sureness", "bad-sureness", "high")]
    [InlineData("knowledge/indications.csv", "fibromyalgia,shiatsu", "fibromyalgia,mld", "condition modality", "duplicate-code", "fibromyalgia mld")]
    [InlineData("knowledge/screening.csv", "hypertension,info,order", "hypertension,hint,order", "level", "bad-level", "hint")]
    [InlineData("knowledge/screening.csv", "hypertension,info,order", "hypertension,info,modalities", "modalities", "scope-mismatch", null)]
    [InlineData("knowledge/screening.csv", "hypertension,info,order", "hypertension,info,site", "site", "scope-mismatch", null)]
    [InlineData("knowledge/screening.csv", "hypertension,info,order,I10,", "hypertension,info,order,,", "icd10Prefixes", "row-without-trigger", null)]
    [InlineData("knowledge/screening.csv", "T85868,A,", "T85868,AB,", "seventhCharacter", "bad-seventh-character", "AB")]
    [InlineData("knowledge/screening.csv", "dvt-history,", "dvt-past dvt-history,", "answers", "unknown-screening-answer", "dvt-past")]
    [InlineData("knowledge/screening.csv", "dvt-history,", "none dvt-history,", "answers", "unknown-screening-answer", "none")]
    [InlineData("knowledge/screening.csv", "dvt-history,", ",", "code", "unused-screening-answer", "dvt-history")]
    [InlineData("knowledge/screening-answers.csv", "none,", "nothing,", "code", "missing-row", "none")]
    [InlineData("knowledge/credentials.csv", "specialty,reflexology", "speciality,reflexology", "kind", "bad-kind", "speciality")]
    [InlineData("knowledge/credentials.csv", "board,,750", "board,,many", "minimumHours", "bad-number", "many")]
    [InlineData("knowledge/credential-requirements.csv", "clt clt-lana", "clt lana", "acceptedCredentials", "unknown-credential", "lana")]
    [InlineData("knowledge/credential-requirements.csv", ",active-cancer,", ",cancer,", "findings", "unknown-finding", "cancer")]
    [InlineData("knowledge/credential-requirements.csv", ",active-cancer,", ",,", "conditions", "row-without-trigger", null)]
    [InlineData("knowledge/credential-requirements.csv", "cdt,135", "cdt,", "trainingHours", "training-incomplete", null)]
    [InlineData("knowledge/credential-requirements.csv", "wa-intraoral-endorsement intra-oral-state-permission", "", "acceptedCredentials", "requirement-unmeetable", null)]
    [InlineData("knowledge/state-rules.csv", "US-KS", "US-XX", "state", "unknown-state", "US-XX")]
    [InlineData("knowledge/state-rules.csv", "US-KS", "KS", "state", "unknown-state", "KS")]
    [InlineData("knowledge/state-rules.csv", "US-KS,none", "US-KS,free", "regime", "bad-regime", "free")]
    [InlineData("knowledge/state-rules.csv", "US-KS,none,,,,,2026-01-01,", "US-KS,none,,,,,2026-01-01,2025-12-31", "effectiveTo", "bad-date", "2025-12-31")]
    [InlineData("knowledge/state-zones.csv", "US-HI,Pacific/Honolulu", "US-HI,Pacific/Hawaii", "zone", "unknown-zone", "Pacific/Hawaii")]
    [InlineData("insurers/insurers.csv", "geico,GEICO,Geico; Government Employees Insurance Company,auto-pip", "geico,GEICO,Geico,auto", "kind", "bad-kind", "auto")]
    [InlineData("insurers/networks.csv", "aetna-select,aetna", "aetna-select,atena", "insurer", "unknown-insurer", "atena")]
    [InlineData("insurers/plans.csv", "epo,aetna-select\n", "epo,aetna-choice\n", "networks", "unknown-network", "aetna-choice")]
    [InlineData("insurers/plans.csv", "epo,aetna-select\n", "epo,cigna-open-access-plus\n", "networks", "unknown-network", "cigna-open-access-plus")]
    [InlineData("insurers/plans.csv", "epo,aetna-select\n", "epo,\n", "networks", "missing-value", null)]
    public void A_wrong_cell_is_reported_with_its_place(string file, string from, string to, string column, string code, string? value)
    {
        using var copy = new KnowledgeCopy();
        copy.Change(file, from, to);

        var error = Assert.Single(copy.Errors(), error => error.Code == code && error.Value == value);

        Assert.Equal(column, error.Column);
        Assert.NotEmpty(error.Message);
    }

    [Fact]
    public void The_place_of_an_error_is_the_file_within_the_directory_and_the_line()
    {
        using var copy = new KnowledgeCopy();
        var line = copy.Change("knowledge/indications.csv", "fibromyalgia,swedish,no-effect,", "fibromyalgia,swedish,no-effect,B");

        Assert.Equal(
            new ImportError("knowledge/indications.csv", line, "grade", "grade-without-benefit", "B", "Only a benefit has a grade: empty the cell."),
            Assert.Single(copy.Errors()));
    }

    [Fact]
    public void Errors_of_all_files_are_reported_at_once_and_nothing_is_handed_on()
    {
        using var copy = new KnowledgeCopy();
        copy.Change("knowledge/conditions.csv", "M797", "M79.7");
        copy.Change("knowledge/conditions.csv", "M722", "M7@2");
        copy.Change("knowledge/state-zones.csv", "US-HI,Pacific/Honolulu\n", "");
        copy.Change("insurers/plans.csv", "aetna,select-epo,Aetna Select EPO,epo,aetna-select\n", "aetna,select-epo,Aetna Select EPO\n");

        Assert.Equal(
            [
                ("knowledge/conditions.csv", "bad-icd10-prefix"), ("knowledge/conditions.csv", "bad-icd10-prefix"), ("knowledge/state-zones.csv", "missing-state"),
                ("insurers/plans.csv", "short-row"),
            ],
            copy.Errors().Select(error => (error.File, error.Code)));
        Assert.Null(KnowledgeCopy.Read(copy.PathOf("")).Import.Knowledge);
    }

    [Theory]
    [InlineData("knowledge/modalities.csv")]
    [InlineData("knowledge/screening.csv")]
    [InlineData("insurers/insurers.csv")]
    public void A_missing_file_is_one_error_that_names_it_however_many_rows_point_into_it(string file)
    {
        using var copy = new KnowledgeCopy();
        File.Delete(copy.PathOf(file));

        var error = Assert.Single(copy.Errors());

        Assert.Equal((file, null, "missing-file"), (error.File, error.Row, error.Code));
    }

    [Fact]
    public void A_wrong_header_is_one_error_for_each_column()
    {
        using var copy = new KnowledgeCopy();
        copy.Change("knowledge/sources.csv", "id,citation,", "id,title,");

        Assert.Equal(
            [("knowledge/sources.csv", 1, "citation", "wrong-header"), ("knowledge/sources.csv", 1, "title", "wrong-header")],
            copy.Errors().Select(error => (error.File, error.Row!.Value, error.Column, error.Code)));
    }

    [Fact]
    public void A_short_row_still_counts_as_the_target_of_other_rows()
    {
        using var copy = new KnowledgeCopy();
        var line = copy.Change("knowledge/modalities.csv", "hot-cold-pack,Hot or cold packs,adjunct,\"Warm or cold packs placed on a part of the body, usually before or after other work.\",PRACTICE", "hot-cold-pack,Packs");

        var error = Assert.Single(copy.Errors());

        Assert.Equal((line, "short-row"), (error.Row, error.Code));
    }

    [Fact]
    public void More_modalities_than_a_set_can_hold_are_refused()
    {
        using var copy = new KnowledgeCopy();
        copy.Rewrite("knowledge/modalities.csv", lines => lines.Concat(Enumerable.Range(1, 44).Select(i => $"extra-{i},Extra,bodywork,One more.,PRACTICE")));

        Assert.Equal("too-many-modalities", Assert.Single(copy.Errors()).Code);
    }
}

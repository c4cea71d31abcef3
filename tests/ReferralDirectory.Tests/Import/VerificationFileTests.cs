using ReferralDirectory.Import.Sources;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Tests.Import;

public sealed class VerificationFileTests
{
    private const string Header = "subject,aspect,source,method,checkedOn,outcome,validUntil,hours,note";

    [Fact]
    public void A_check_is_read_with_all_that_the_row_says()
    {
        var file = Read("npi:2000000176@13202,network:aetna/aetna-open-choice,Aetna list,insurer-file,2026-05-01,in-network,2026-12-31,,seen");

        Assert.Empty(file.Errors);
        Assert.Equal(
            new Verification
            {
                Subject = SubjectKey.TryParse("npi:2000000176@13202", out var subject) ? subject : default,
                Aspect = VerificationAspect.Network,
                Reference = "aetna/aetna-open-choice",
                Source = "Aetna list",
                Method = FactMethod.InsurerFile,
                CheckedBy = ImportFiles.Guild.Id,
                CheckedOn = new DateOnly(2026, 5, 1),
                Outcome = VerificationOutcome.InNetwork,
                ValidUntil = new DateOnly(2026, 12, 31),
                Note = "seen",
            },
            Assert.Single(file.Staged.Verifications));
    }

    [Theory]
    [InlineData("licence:NY/012345,licence,x,primary-source,2026-05-01,active,2027-01-01,,", "licence:US-NY/12345", "")]
    [InlineData("npi:2000000176,licence:NY/012345,x,primary-source,2026-05-01,suspended,,,", "npi:2000000176", "US-NY/12345")]
    [InlineData("member:guild/7,certification:bctmb,x,primary-source,2026-05-01,refuted,,,", "member:guild/7", "bctmb")]
    [InlineData("npi:2000000176,training:cdt,x,organization,2026-05-01,confirmed,,135,", "npi:2000000176", "cdt")]
    [InlineData("npi:2000000176,training-hours,x,organization,2026-05-01,confirmed,,750,", "npi:2000000176", "")]
    [InlineData("npi:2000000176,exclusion,x,primary-source,2026-05-01,possible-match,,,", "npi:2000000176", "")]
    [InlineData("npi:2000000176,exclusion:decision,x,organization,2026-05-01,clear,,,another birthday", "npi:2000000176", "decision")]
    [InlineData("npi:2000000176,network:aetna,x,insurer-file,2026-05-01,out-of-network,,,", "npi:2000000176", "aetna")]
    [InlineData("npi:2000000176@13202,address:returned-mail,Postal service,organization,2026-05-01,refuted,,,", "npi:2000000176@13202", "returned-mail")]
    [InlineData("npi:2000000176@13202,accepting,x,public-report,2026-05-01,existing-only,,,", "npi:2000000176@13202", "")]
    public void Every_aspect_has_its_reference_and_outcomes(string row, string subject, string reference)
    {
        var file = Read(row);

        Assert.Empty(file.Errors);
        var check = Assert.Single(file.Staged.Verifications);
        Assert.Equal((subject, reference), (check.Subject.ToString(), check.Reference));
    }

    [Theory]
    [InlineData("npi:1234567890,exclusion,x,primary-source,2026-05-01,clear,,,", "2 subject bad-subject")]
    [InlineData("npi:2000000176@00000,accepting,x,primary-source,2026-05-01,yes,,,", "2 subject unknown-zip")]
    [InlineData("npi:2000000176@13202,exclusion,x,primary-source,2026-05-01,clear,,,", "2 subject zip-not-of-aspect")]
    [InlineData("npi:2000000176,licence,x,primary-source,2026-05-01,active,,,", "2 aspect bad-licence")]
    [InlineData("npi:2000000176,exclusion:oig,x,primary-source,2026-05-01,clear,,,", "2 aspect unexpected-reference")]
    [InlineData("npi:2000000176,certification:xyz,x,primary-source,2026-05-01,confirmed,,,", "2 aspect unknown-credential")]
    [InlineData("npi:2000000176,training:xyz,x,primary-source,2026-05-01,refuted,,,", "2 aspect unknown-modality")]
    [InlineData("npi:2000000176,network:xyz,x,primary-source,2026-05-01,in-network,,,", "2 aspect unknown-insurer")]
    [InlineData("npi:2000000176,network:aetna/xyz,x,primary-source,2026-05-01,in-network,,,", "2 aspect unknown-network")]
    [InlineData("npi:2000000176,exclusion,x,primary-source,2026-05-01,active,,,", "2 outcome outcome-not-of-aspect")]
    [InlineData("npi:2000000176,exclusion,x,primary-source,2026-05-01,fine,,,", "2 outcome bad-outcome")]
    [InlineData("npi:2000000176,exclusion:decision,x,organization,2026-05-01,clear,,,", "2 note missing-value")]
    [InlineData("npi:2000000176,exclusion:decision,x,organization,2026-05-01,possible-match,,,why", "2 outcome decision-missing")]
    [InlineData("npi:2000000176,exclusion:dispute,x,organization,2026-05-01,clear,,,why", "2 aspect unexpected-reference")]
    [InlineData("npi:2000000176@13202,address:returned-mail,x,organization,2026-05-01,confirmed,,,", "2 outcome outcome-not-of-aspect")]
    [InlineData("npi:2000000176@13202,phone:returned-mail,x,organization,2026-05-01,refuted,,,", "2 aspect unexpected-reference")]
    [InlineData("npi:2000000176@13202,phone,x,public-report,2026-05-01,disputed,,,", "2 outcome outcome-not-of-aspect")]
    [InlineData("npi:2000000176,identity:decision,x,organization,2026-05-01,confirmed,,,why", "2 aspect unexpected-reference")]
    [InlineData("npi:2000000176,exclusion,x,by-hand,2026-05-01,clear,,,", "2 method bad-method")]
    [InlineData("npi:2000000176,exclusion,x,primary-source,2026-06-02,clear,,,", "2 checkedOn date-in-future")]
    [InlineData("npi:2000000176,exclusion,x,primary-source,D-3,clear,,,", "2 checkedOn offset-not-allowed")]
    [InlineData("npi:2000000176,exclusion,,primary-source,2026-05-01,clear,,,", "2 source missing-value")]
    [InlineData("npi:2000000176,exclusion,x,primary-source,2026-05-01,clear,,12,", "2 hours hours-not-of-aspect")]
    [InlineData("npi:2000000176,training-hours,x,primary-source,2026-05-01,confirmed,,,", "2 hours missing-value")]
    [InlineData("npi:2000000010,exclusion,x,primary-source,2026-05-01,clear", "2 short-row")]
    public void A_wrong_check_is_reported_with_its_row_column_and_code(string row, string error) => Assert.Contains(error, Read(row).Errors);

    [Fact]
    public void Hours_and_note_are_columns_that_may_be_left_out() => Assert.Empty(ImportFiles.Read(
        VerificationFile.Read, "subject,aspect,source,method,checkedOn,outcome,validUntil\nnpi:2000000176,exclusion,x,primary-source,2026-05-01,clear,", ImportFiles.Guild).Errors);

    [Fact]
    public void Offsets_count_from_the_day_of_the_import_for_invented_people() => Assert.Equal(
        ImportFiles.Today.AddDays(-3),
        Assert.Single(Read("npi:2000000010,exclusion,x,primary-source,D-3,clear,,,", ImportFiles.Demo).Staged.Verifications).CheckedOn);

    [Fact]
    public void A_note_may_have_4000_characters_and_no_more()
    {
        const string row = "npi:2000000176,exclusion,x,primary-source,2026-05-01,clear,,,";

        Assert.Empty(Read(row + new string('n', 4000)).Errors);
        Assert.Equal(["2 note too-long"], Read(row + new string('n', 4001)).Errors);
    }

    private static FileAsRead Read(string row, Organization? by = null) => ImportFiles.Read(VerificationFile.Read, $"{Header}\n{row}", by ?? ImportFiles.Guild);
}

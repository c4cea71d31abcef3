using System.Text;
using ReferralDirectory.Import;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Tests.Import.Registers;

public sealed class RosterFileTests
{
    private const string MissouriHeader =
        "prc_first_name\tprc_middle_name\tprc_last_name\tlic_profession\tlic_number\tlst_description\tlic_exp_date\tdiscipline\tles_description\tclas_description\tunread";

    private const string WashingtonHeader = "CredentialNumber,LastName,FirstName,MiddleName,CredentialType,Status,BirthYear,ExpirationDate,ActionTaken";

    private const string GenericHeader = "number,given,family,status,expires,middle,conditions,birthDate";

    private static readonly DateOnly Day = new(2026, 11, 15);
    private static readonly DateOnly Spring = new(2026, 3, 1);

    [Fact]
    public void A_texan_therapist_s_licence_is_active_to_its_last_day_and_expired_after()
    {
        var file = Rosters.Read(ImportFormat.RosterTx, Rosters.Texas, Day);

        Assert.Empty(file.Errors);
        Assert.Equal((40, 30), (file.Staged.Rows, file.Staged.Verifications.Length));
        Assert.Equal(
            new Verification
            {
                Subject = SubjectKey.TryParse("licence:TX/MT108275", out var subject) ? subject : default,
                SubjectName = new PersonName("LAUREN JO", "QUINN"),
                Aspect = VerificationAspect.Licence,
                Source = "Texas TDLR licence roster",
                Method = FactMethod.PrimarySource,
                CheckedBy = Code<Organization>.Parse("tx-tdlr"),
                CheckedOn = Day,
                Outcome = VerificationOutcome.Active,
                ValidUntil = new DateOnly(2027, 2, 1),
            },
            file.EntryOf("108275"));
        Assert.Equal((VerificationOutcome.Expired, new DateOnly(2026, 7, 11)), (file.EntryOf("40507").Outcome, file.EntryOf("40507").ValidUntil));
        Assert.Equal(VerificationOutcome.Active, Rosters.Read(ImportFormat.RosterTx, Rosters.Texas, new DateOnly(2026, 7, 11)).EntryOf("40507").Outcome);
    }

    [Fact]
    public void A_cell_too_many_does_not_shift_a_texan_row() =>
        Assert.Equal(new DateOnly(2027, 1, 26), Rosters.Read(ImportFormat.RosterTx, Rosters.Texas, Day).EntryOf("84409").ValidUntil);

    [Fact]
    public void Establishments_schools_and_instructors_are_left_out_in_one_sentence()
    {
        var warning = Assert.Single(Rosters.Read(ImportFormat.RosterTx, Rosters.Texas, Day).Found.Warnings);

        Assert.Equal(("rows-left-out", "10"), (warning.Code, warning.Value));
        Assert.Contains("7 Massage Establishment, 1 Massage Instructor, 1 Massage School, 1 without a licence type", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_number_under_several_kinds_is_the_therapist_s_alone()
    {
        var file = Rosters.ReadText(
            ImportFormat.RosterTx,
            """
            "LICENSE TYPE","LICENSE NUMBER","LICENSE EXPIRATION DATE","COUNTY","NAME"
            "Massage Establishment","MT1234","01/01/2027","","BELL, CARL"
            "Massage Therapist","1234","01/01/2028","","ORTIZ JR., ANA M"
            """,
            Day);

        Assert.Equal((new PersonName("ANA", "ORTIZ"), new DateOnly(2028, 1, 1)), (file.EntryOf("1234").SubjectName, file.EntryOf("1234").ValidUntil));
    }

    [Fact]
    public void Missouri_says_nothing_by_na_and_every_licence_once()
    {
        var file = Rosters.Read(ImportFormat.RosterMo, Rosters.Missouri, Day);

        Assert.Empty(file.Errors);
        Assert.Empty(file.Warnings);
        Assert.Equal(20, file.Staged.Verifications.Length);
        Assert.Equal(
            (new PersonName("Maria", "Tucker"), VerificationOutcome.Active, new DateOnly(2027, 1, 31)),
            (file.EntryOf("2015759373").SubjectName, file.EntryOf("2015759373").Outcome, file.EntryOf("2015759373").ValidUntil));
    }

    [Theory]
    [InlineData("Active\t2027-01-31 00:00:00\t\tNot Expired\t", VerificationOutcome.Active, null)]
    [InlineData("Active\t2027-01-31 00:00:00\tN/A\tNot Expired\t", VerificationOutcome.Active, null)]
    [InlineData("Active\tN/A\t\tExpired\t", VerificationOutcome.Expired, null)]
    [InlineData("Active\t2026-11-14 00:00:00\t\tNot Expired\t", VerificationOutcome.Expired, null)]
    [InlineData("Active\t2027-01-31 00:00:00\tProbation\tNot Expired\t", VerificationOutcome.ActiveWithConditions, "Discipline: Probation")]
    [InlineData("Active\t2027-01-31 00:00:00\tSuspended\tNot Expired\t", VerificationOutcome.Suspended, "Discipline: Suspended")]
    [InlineData("Active\t2027-01-31 00:00:00\t\tNot Expired\tProvisional", VerificationOutcome.Interim, null)]
    [InlineData("Revoked\t2027-01-31 00:00:00\tSuspended\tNot Expired\t", VerificationOutcome.Revoked, "Discipline: Suspended")]
    public void Missouri_s_status_expiry_discipline_and_class_make_one_standing(string cells, VerificationOutcome outcome, string? note)
    {
        var row = $"Ana\t\"Mia\tOrtiz\tMAS\t2020000001\t{cells}\tx";
        var file = Rosters.ReadText(ImportFormat.RosterMo, $"{MissouriHeader}\n{row}\n{row}\n{row.Replace("MAS", "NUR", StringComparison.Ordinal)}\n", Day);

        Assert.Equal(["rows-left-out"], file.Warnings);
        var entry = Assert.Single(file.Staged.Verifications);
        Assert.Equal((outcome, note), (entry.Outcome, entry.Note));
    }

    [Theory]
    [InlineData("60001233", VerificationOutcome.Active)]
    [InlineData("60000822", VerificationOutcome.ActiveWithConditions)]
    [InlineData("60002055", VerificationOutcome.Interim)]
    [InlineData("60000000", VerificationOutcome.Expired)]
    [InlineData("60000685", VerificationOutcome.Expired)]
    [InlineData("60001096", VerificationOutcome.Inactive)]
    [InlineData("60002192", VerificationOutcome.Suspended)]
    [InlineData("60001370", VerificationOutcome.Revoked)]
    public void Washington_s_status_and_kind_of_credential_make_one_standing(string number, VerificationOutcome outcome) =>
        Assert.Equal(outcome, Rosters.Read(ImportFormat.RosterWa, Rosters.Washington, Spring).EntryOf(number).Outcome);

    [Fact]
    public void Washington_s_own_words_and_its_actions_are_noted_and_no_year_of_birth_is()
    {
        var file = Rosters.Read(ImportFormat.RosterWa, Rosters.Washington, Spring);

        Assert.Equal(20, file.Staged.Verifications.Length);
        Assert.Equal("Massage Therapist License: ACTIVE WITH CONDITIONS", file.EntryOf("60000822").Note);
        Assert.Equal("Massage Therapist License: SUSPENDED; The department has taken action", file.EntryOf("60002192").Note);
        Assert.DoesNotContain(file.Staged.Verifications, entry => entry.ToString().Contains("1995", StringComparison.Ordinal));
    }

    [Fact]
    public void Other_professions_of_washington_are_left_out_whatever_the_case_of_the_header() => Assert.Equal(
        ["licence:US-WA/1"],
        Rosters.ReadText(
            ImportFormat.RosterWa,
            $"{WashingtonHeader}\nMA1,Ortiz,Ana,,Massage Therapist License,ACTIVE,1970,20270101,No\nRN2,Bell,Carl,,Registered Nurse License,ACTIVE,1970,20270101,No\n"
            + "SA3,Cole,Dee,,Small Animal Massage Certification,ACTIVE,1970,20270101,No", Day).Staged.Verifications.Select(entry => entry.Subject.Key));

    [Fact]
    public void Whoever_has_words_that_are_not_known_is_not_taken_for_active()
    {
        var file = Rosters.ReadText(
            ImportFormat.RosterWa,
            $"{WashingtonHeader}\nMA1,Ortiz,Ana,,Massage Therapist License,EN ROUTE,1970,20270101,No\nMA2,Bell,Carl,,Massage Therapist License,EN ROUTE,1970,20270101,No", Day);

        Assert.Equal(["2 status unknown-status"], file.Warnings);
        Assert.All(file.Staged.Verifications, entry => Assert.Equal(VerificationOutcome.Inactive, entry.Outcome));
        Assert.Contains("2 rows", file.Found.Warnings[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bell", "Carl", "1970", "ACTIVE", VerificationOutcome.Refuted)]
    [InlineData("Ortiz", "Ana", "1990", "ACTIVE", VerificationOutcome.Refuted)]
    [InlineData("Ortiz", "Ana", "1990", "EXPIRED", VerificationOutcome.Expired)]
    [InlineData("Ortiz", "Ana", "1990", "REVOKED", VerificationOutcome.Revoked)]
    public void A_number_that_two_people_have_confirms_neither_and_the_worst_said_of_it_counts(
        string family, string given, string born, string status, VerificationOutcome outcome)
    {
        var one = "MA1,Ortiz,Ana,,Massage Therapist License,ACTIVE,1970,20270101,No";
        var other = $"MA.MA.1,{family},{given},,Massage Therapist License,{status},{born},20270101,No";
        foreach (var rows in (string[])[$"{one}\n{other}", $"{other}\n{one}", $"{one}\n{other}\n{one}"])
        {
            var file = Rosters.ReadText(ImportFormat.RosterWa, $"{WashingtonHeader}\n{rows}", Day);

            var entry = Assert.Single(file.Staged.Verifications);
            Assert.Equal((outcome, null), (entry.Outcome, entry.SubjectName));
            var warning = Assert.Single(file.Found.Warnings);
            Assert.Equal((3, "ambiguous-licence"), (warning.Row, warning.Code));
            Assert.Contains("Line 2", warning.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(born, warning.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("License,ACTIVE,20270101", "License,SUSPENDED,20270101", VerificationOutcome.Suspended, true)]
    [InlineData("License,ACTIVE,20280101", "License,ACTIVE,20270101", VerificationOutcome.Active, true)]
    [InlineData("Interim Permit,EXPIRED,20200101", "License,ACTIVE,20270101", VerificationOutcome.Active, false)]
    [InlineData("Interim Permit,REVOKED,20200101", "License,ACTIVE,20270101", VerificationOutcome.Revoked, false)]
    public void Of_rows_that_disagree_the_stricter_counts_and_the_licence_before_the_permit(string one, string other, VerificationOutcome outcome, bool told)
    {
        foreach (var (first, second) in ((string, string)[])[(one, other), (other, one)])
        {
            var file = Rosters.ReadText(ImportFormat.RosterWa, $"{WashingtonHeader}\n{Row(first)}\n{Row(second)}", Day);

            var entry = Assert.Single(file.Staged.Verifications);
            Assert.Equal(outcome, entry.Outcome);
            Assert.Equal(told ? ["3 credentialnumber rows-disagree"] : [], file.Warnings);
            if (outcome == VerificationOutcome.Active)
                Assert.Equal(new DateOnly(2027, 1, 1), entry.ValidUntil);
        }

        static string Row(string cells)
        {
            var parts = cells.Split(',');
            return $"MA1,Ortiz,Ana,,Massage Therapist {parts[0]},{parts[1]},1970,{parts[2]},No";
        }
    }

    [Fact]
    public void Any_other_board_s_roster_is_read_in_one_plain_form()
    {
        var file = Rosters.ReadText(ImportFormat.Roster, $"{GenericHeader}\n012345-1,Ana,Ortiz,active-with-conditions,2027-01-31,María,\"No hot stones,\nsupervised\",1970-05-01", Day, "NY");

        Assert.Empty(file.Errors);
        Assert.Equal(
            new Verification
            {
                Subject = SubjectKey.TryParse("licence:NY/012345-1", out var subject) ? subject : default,
                SubjectName = new PersonName("Ana María", "Ortiz"),
                Aspect = VerificationAspect.Licence,
                Source = "NY licence roster",
                Method = FactMethod.PrimarySource,
                CheckedBy = Code<Organization>.Parse("state-ny"),
                CheckedOn = Day,
                Outcome = VerificationOutcome.ActiveWithConditions,
                ValidUntil = new DateOnly(2027, 1, 31),
                Note = "No hot stones,\nsupervised",
            },
            Assert.Single(file.Staged.Verifications));
    }

    [Theory]
    [InlineData("1,Ana,Ortiz,fine,2027-01-31", "2 status bad-status")]
    [InlineData("1,Ana,Ortiz,active,01/31/2027", "2 expires bad-date")]
    [InlineData("1,,Ortiz,active,", "2 given missing-value")]
    [InlineData("1,Ana,Ortiz,active", "2 short-row")]
    public void What_is_wrong_in_the_plain_form_is_told_with_its_place(string row, string error) =>
        Assert.Contains(error, Rosters.ReadText(ImportFormat.Roster, $"number,given,family,status,expires\n{row}", Day, "NY").Errors);

    [Fact]
    public void A_board_s_own_file_is_another_register_than_one_in_the_generic_form() =>
        Assert.Equal("roster/tx", Rosters.ReadText(ImportFormat.Roster, "number,given,family,status,expires\n1,Ana,Ortiz,active,", Day, "TX").Staged.Feed?.Name);

    [Fact]
    public void A_roster_in_the_plain_form_needs_its_state() =>
        Assert.Equal(["missing-state"], Rosters.ReadText(ImportFormat.Roster, "number,given,family,status,expires\n1,Ana,Ortiz,active,", Day).Errors);

    [Fact]
    public void What_spreadsheets_write_is_read_or_refused_with_the_fix()
    {
        const string text = "number,given,family,status,expires\n1,José,Ortiz,active,\n";

        Assert.Equal("José", Rosters.ReadBytes(ImportFormat.Roster, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], Day, "NY").EntryOf("1").SubjectName!.Given);
        Assert.Equal(["2 not-utf8"], Rosters.ReadBytes(ImportFormat.Roster, Encoding.Latin1.GetBytes(text), Day, "NY").Errors);
        Assert.Equal(["1 wrong-delimiter"], Rosters.ReadText(ImportFormat.Roster, text.Replace(',', ';'), Day, "NY").Errors);
        Assert.Equal(["1 wrong-delimiter"], Rosters.ReadText(ImportFormat.RosterMo, MissouriHeader.Replace('\t', ','), Day).Errors);
    }

    [Fact]
    public void A_day_that_cannot_be_read_refuses_the_roster() => Assert.Equal(
        ["2 LICENSE EXPIRATION DATE bad-date"],
        Rosters.ReadText(ImportFormat.RosterTx, "LICENSE TYPE,LICENSE NUMBER,LICENSE EXPIRATION DATE,NAME\nMassage Therapist,1,2027-01-01,\"ORTIZ, ANA\"", Day).Errors);
}

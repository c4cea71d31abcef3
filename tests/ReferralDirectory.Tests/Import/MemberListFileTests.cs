using System.Globalization;
using System.Text;
using ReferralDirectory.Import.Sources;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Tests.Import;

public sealed class MemberListFileTests
{
    private const string Header = "memberKey,asOf,given,family,npi,licences,modalities,certifications,networks,city,state,zip,phone,hours,trainingHours,placeNumber";
    private const string Ana = "1,2026-05-01,Ana,Ortiz,1234567893,NY:012345:LMT:active:2019-03-01:2027-03-31,swedish,,aetna,Syracuse,NY,13202,,,,";

    [Fact]
    public void A_member_is_read_with_all_that_the_row_says()
    {
        const string text = """
            memberKey,asOf,given,middle,family,suffix,npi,gender,languages,email,website,membershipStatus,membershipExpires,trainingHours,liability,licences,certifications,modalities,networks,line1,line2,city,state,zip,latitude,longitude,phone,fax,setting,wheelchair,homeVisitMiles,selfPayUsd,evenings,weekends,hours,accepting,nextOpening
            M-1,D-45,Ana,María,Ortiz,Jr,2000000010,female,en; ES,ana@example.org,https://ana.example.org,lapsed,D+30,700,yes,NY:012345:Licensed Massage Therapist:active-with-conditions:2019-03-01:D+300; NJ:77,bctmb:B7:2020-01-01:2027-01-01,cdt:certified:135; swedish,aetna; excellus-bcbs/excellus-blueppo,12 Main St,Suite 4,Syracuse,NY,13202,43.05,-76.15,(315) 555-0123,,private-practice,yes,20,95.50,yes,no,Mon-Tue 09:00-17:00; Sat 10:00-14:00,existing-only,D+3
            """;
        var network = Shipped.Knowledge.Rows.Networks.First(row => row.Insurer.Value == "excellus-bcbs").Id;

        var file = Read(text.Replace("excellus-blueppo", network.Value, StringComparison.Ordinal), ImportFiles.Demo);

        Assert.Empty(file.Errors);
        Assert.Empty(file.Warnings);
        var member = Assert.Single(file.Staged.Records);
        var from = new Provenance("demo-guild", FactMethod.Organization, ImportFiles.Today.AddDays(-45));
        Assert.Equal(("M-1", from.AsOf, true), (member.MemberKey, member.AsOf, member.Synthetic));
        Assert.Equal(new PersonName("Ana", "Ortiz", "María", "Jr"), member.Name);
        Assert.Equal(("2000000010", Gender.Female, 700, true), (member.Npi?.ToString(), member.Gender, member.StatedTrainingHours, member.LiabilityCover));
        Assert.Equal(["en", "es"], member.Languages);
        Assert.Equal(new Membership(ImportFiles.Demo.Id, "M-1", MembershipStatus.Lapsed, ImportFiles.Today.AddDays(30), from), member.Membership);
        Assert.Equal(
            [
                new Licence(StateCode.Parse("NY"), "Licensed Massage Therapist", "012345", LicenceStatus.ActiveWithConditions, new DateOnly(2019, 3, 1),
                    ImportFiles.Today.AddDays(300), null, from),
                new Licence(StateCode.Parse("NJ"), "", "77", LicenceStatus.Active, null, null, null, from),
            ],
            member.Licences);
        Assert.Equal([("cdt", TrainingLevel.Certified, (int?)135), ("swedish", TrainingLevel.Listed, null)],
            member.Modalities.Select(offered => (offered.Modality.Value, offered.Level, offered.StatedHours)));
        Assert.Equal([("bctmb", "B7", null)], member.Certifications.Select(held => (held.Credential.Value, held.Number, held.ConfirmedOn)));
        Assert.Equal([("aetna", null), ("excellus-bcbs", network.Value)], member.Networks.Select(fact => (fact.Insurer.Value, fact.Network?.Value)));
        var place = Assert.Single(member.Places);
        Assert.Equal(("12 Main St", "Suite 4", 43.05, 0), (place.Address.Line1, place.Address.Line2, place.Point.Latitude, place.PointUncertainty.Value));
        Assert.Equal(("+13155550123", CareSetting.PrivatePractice, 20, 95.50m), (place.Phone?.Value, place.Setting, place.HomeVisitRadius?.Value, place.SelfPayPriceUsd));
        Assert.Equal((true, true, false), (place.WheelchairAccessible, place.EveningHours, place.WeekendHours));
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Saturday], place.Hours.Select(day => day.Day));
        Assert.Equal((AcceptingPatients.ExistingOnly, ImportFiles.Today.AddDays(3)), (place.Accepting.Value, place.NextOpening));
    }

    [Fact]
    public void Without_a_point_of_its_own_a_place_lies_where_its_zip_does()
    {
        var place = Assert.Single(Assert.Single(Read($"{Header}\n{Ana}").Staged.Records).Places);
        Assert.True(ZipCode.TryParse("13202", out var code));
        var zip = Shipped.Places.Find(code);

        Assert.Equal((zip?.Point, zip?.Uncertainty), (place.Point, place.PointUncertainty));
    }

    [Theory]
    [InlineData("home-visit-only", 43.04, -76.15)]
    [InlineData("clinic", 43.0567, -76.1598)]
    public void Of_a_place_where_nobody_is_received_the_door_is_not_kept(string setting, double latitude, double longitude)
    {
        var file = Read($"memberKey,asOf,given,family,line1,city,state,zip,latitude,longitude,setting,homeVisitMiles\n"
            + $"1,2026-05-01,Ana,Ortiz,12 Oak St,Syracuse,NY,13202,43.0567,-76.1598,{setting},20");

        Assert.Empty(file.Errors);
        var place = Assert.Single(Assert.Single(file.Staged.Records).Places);
        Assert.Equal(GeoPoint.Create(latitude, longitude), place.Point);
        Assert.Equal(setting == "home-visit-only", place.PointUncertainty.Value > 0);
    }

    [Theory]
    [InlineData("D+99999999")]
    [InlineData("D-36501")]
    [InlineData("Dx")]
    public void An_offset_beyond_a_hundred_years_is_an_error_of_its_cell(string day) =>
        Assert.Equal(["2 asOf bad-date"], Read($"memberKey,asOf,given,family\n1,{day},Ana,Ortiz", ImportFiles.Demo).Errors);

    [Fact]
    public void Further_places_follow_in_rows_of_their_own()
    {
        var file = Read($"{Header}\n{Ana}\n{Row("2", "Bo", "Lee")}\n1,,,,,,,,,Fulton,NY,13069,,,,2");

        Assert.Empty(file.Errors);
        Assert.Equal([("1", "13202 13069"), ("2", "13202")],
            file.Staged.Records.Select(record => (record.MemberKey, string.Join(' ', record.Places.Select(place => place.Address.Zip)))));
    }

    [Theory]
    [InlineData("{0}\n{3}\n{2}\n{1}")]
    [InlineData("{0}\n{2}\n{1}\n{3}")]
    public void Further_places_stand_in_the_order_of_their_numbers(string order)
    {
        var rows = string.Format(
            CultureInfo.InvariantCulture, order, Ana, Row("2", "Bo", "Lee"), "1,,,,,,,,,Fulton,NY,13069,,,,3", "1,,,,,,,,,Albany,NY,12207,,,,2");

        Assert.Equal("13202 12207 13069", string.Join(' ', Read($"{Header}\n{rows}").Staged.Records[0].Places.Select(place => place.Address.Zip)));
    }

    [Theory]
    [InlineData("1,,,,,,,,,Fulton,NY,13069,,,,2", "2 placeNumber place-without-member")]
    [InlineData(Ana + "\n1,,Eva,,,,,,,Fulton,NY,13069,,,,2", "3 given not-a-place-column")]
    [InlineData(Ana + "\n1,,,,,,,,,,,,,,,2", "3 zip missing-value")]
    [InlineData(Ana + "\n1,,,,,,,,,Fulton,NY,13069,,,,2\n1,,,,,,,,,Fulton,NY,13069,,,,2", "4 placeNumber duplicate-member")]
    public void A_place_row_that_does_not_fit_is_reported(string rows, string error) => Assert.Equal([error], Read($"{Header}\n{rows}").Errors);

    [Fact]
    public void The_same_member_twice_is_reported_with_the_first_row()
    {
        var file = Read($"{Header}\n{Ana}\n{Ana}");

        Assert.Equal(["3 memberKey duplicate-member"], file.Errors);
        Assert.Contains("Line 2", file.Found.Errors[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ana@example.org", null)]
    [InlineData("ana~1", null)]
    [InlineData("ana@13202", "2 memberKey bad-member-key")]
    [InlineData("a~member:guild/b", "2 memberKey bad-member-key")]
    public void A_member_key_may_be_an_address_and_must_not_read_like_a_place_or_two_keys(string key, string? error) =>
        Assert.Equal(error is null ? [] : [error], Read($"memberKey,asOf,given,family\n{key},2026-05-01,Ana,Ortiz").Errors);

    [Fact]
    public void One_npi_for_two_clearly_different_people_is_a_warning()
    {
        var file = Read($"{Header}\n{Ana}\n{Row("2", "Bob", "Chen")}");

        Assert.Empty(file.Errors);
        Assert.Equal(["3 npi npi-shared"], file.Warnings);
    }

    [Fact]
    public void A_state_that_is_not_the_zips_is_an_error_that_names_the_zips_state()
    {
        var file = Read($"{Header}\n{Row("1", state: "NJ")}");

        Assert.Equal(["2 state state-not-of-zip"], file.Errors);
        Assert.Contains("write NY", file.Found.Errors[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("asOf", "01/31/2026", "bad-date")]
    [InlineData("asOf", "2026-13-01", "bad-date")]
    [InlineData("asOf", "2026-06-02", "date-in-future")]
    [InlineData("asOf", "D-5", "offset-not-allowed")]
    [InlineData("given", "", "missing-value")]
    [InlineData("npi", "2000000011", "invalid-npi")]
    [InlineData("npi", "200000001", "invalid-npi")]
    [InlineData("state", "XX", "unknown-state")]
    [InlineData("zip", "00000", "unknown-zip")]
    [InlineData("zip", "1320", "unknown-zip")]
    [InlineData("phone", "555-0123", "bad-phone")]
    [InlineData("hours", "Mon 9-5", "bad-hours")]
    [InlineData("hours", "Mon 17:00-09:00", "bad-hours")]
    [InlineData("trainingHours", "-1", "out-of-range")]
    [InlineData("trainingHours", "20001", "out-of-range")]
    [InlineData("trainingHours", "many", "bad-number")]
    [InlineData("placeNumber", "0", "out-of-range")]
    [InlineData("licences", "XX:1", "unknown-state")]
    [InlineData("licences", "NY:pending", "bad-licence")]
    [InlineData("licences", "NY:1:LMT:fine", "bad-status")]
    [InlineData("licences", "NY:1:LMT:active:yesterday", "bad-date")]
    [InlineData("licences", "NY:1:LMT:active:2026-06-02", "date-in-future")]
    [InlineData("licences", "NY:1:LMT:active:2024-02-01:2024-01-31", "expires-before-issued")]
    [InlineData("licences", "NY:1:LMT:active:::9", "bad-item")]
    [InlineData("licences", "NY:1; NY:0-1", "duplicate-item")]
    [InlineData("modalities", "swedisch", "unknown-modality")]
    [InlineData("modalities", "swedish:expert", "bad-level")]
    [InlineData("modalities", "swedish:course:99999", "out-of-range")]
    [InlineData("certifications", "bctm", "unknown-credential")]
    [InlineData("certifications", "bctmb:7:2026-06-02", "date-in-future")]
    [InlineData("certifications", "bctmb:7:2024-02-01:2024-01-31", "expires-before-issued")]
    [InlineData("networks", "Cigna Health and Life", "unknown-insurer")]
    [InlineData("networks", "aetna/blue-card", "unknown-network")]
    [InlineData("networks", "aetna/open-choice-ppo", "unknown-network")]
    public void A_wrong_cell_is_reported_with_its_row_column_and_code(string column, string value, string code)
    {
        var cells = Row("1").Split(',');
        cells[Array.IndexOf(Header.Split(','), column)] = value;

        var file = Read($"{Header}\n{string.Join(',', cells)}");

        Assert.Equal([$"2 {column} {code}"], file.Errors);
    }

    [Fact]
    public void Messages_name_the_fix()
    {
        Assert.Contains("cigna", Read($"{Header}\n{Row("1").Replace("aetna", "Cigna Health and Life", StringComparison.Ordinal)}").Found.Errors[0].Message, StringComparison.Ordinal);
        Assert.Contains(
            "aetna-open-choice", Read($"{Header}\n{Row("1").Replace("aetna", "aetna/open-choice-ppo", StringComparison.Ordinal)}").Found.Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_errors_of_a_file_are_reported_at_once()
    {
        var file = Read($"{Header}\n{Row("1", npi: "2000000011", state: "XX")}\nshort\n{Row("2", given: "")}");

        Assert.Equal(["2 npi invalid-npi", "2 state unknown-state", "3 short-row", "4 given missing-value"], file.Errors);
    }

    [Fact]
    public void A_text_may_have_200_characters_and_no_more()
    {
        Assert.Empty(Read($"{Header}\n{Row("1", given: new string('a', 200))}").Errors);
        Assert.Equal(["2 given too-long"], Read($"{Header}\n{Row("1", given: new string('a', 201))}").Errors);
    }

    [Fact]
    public void A_long_row_is_reported_and_its_places_are_not_orphans() =>
        Assert.Equal(["2 long-row"], Read($"{Header}\n{Ana},,\n1,,,,,,,,,Fulton,NY,13069,,,,2").Errors);

    [Fact]
    public void A_wrong_header_names_every_column_that_is_missing_unknown_or_double() => Assert.Equal(
        ["1 asOf wrong-header", "1 nick wrong-header", "1 given wrong-header"], Read("memberKey,given,given,family,nick\n1,Ana,Ana,Ortiz,A").Errors);

    [Fact]
    public void A_file_with_semicolons_is_refused_as_a_whole() =>
        Assert.Equal(["1 wrong-delimiter"], Read($"{Header}\n{Ana}".Replace(',', ';')).Errors);

    [Fact]
    public void An_empty_file_and_a_lone_byte_order_mark_are_refused()
    {
        Assert.Equal(["empty-file"], Read("").Errors);
        Assert.Equal(["empty-file"], Read("\uFEFF").Errors);
    }

    [Fact]
    public void A_byte_order_mark_windows_line_ends_and_line_breaks_in_quotes_are_fine()
    {
        var file = Read("\uFEFF" + $"{Header}\n{Row("1", given: "\"Ana\nMaría\"")}\n\n{Row("2", npi: "2000000010")}".ReplaceLineEndings("\r\n"));

        Assert.Empty(file.Errors);
        Assert.Equal(["5 npi npi-synthetic"], file.Warnings);
        Assert.Equal(["1", "2"], file.Staged.Records.Select(record => record.MemberKey));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(70_000)]
    public void Windows_1252_is_refused_with_its_line(int rowsBefore)
    {
        var text = new StringBuilder(Header);
        for (var i = 0; i < rowsBefore; i++)
            text.Append('\n').Append(Row($"{i}", given: "Zoë"));
        byte[] bytes = [.. Encoding.UTF8.GetBytes(text.ToString()), .. Encoding.Latin1.GetBytes("\n" + Row("x", given: "José"))];

        Assert.Equal([$"{rowsBefore + 2} not-utf8"], ImportFiles.Read(MemberListFile.Read, bytes, ImportFiles.Guild).Errors);
    }

    [Fact]
    public void A_NUL_character_is_refused_with_its_line() => Assert.Equal(["2 nul-character"], Read($"{Header}\n{Row("1", given: "A\0na")}").Errors);

    [Fact]
    public void A_real_persons_npi_cannot_be_declared_synthetic()
    {
        Assert.Equal(["2 npi npi-not-synthetic"], Read($"{Header}\n{Row("1", npi: "1234567893")}", ImportFiles.Demo).Errors);
        Assert.Equal(["2 npi npi-synthetic"], Read($"{Header}\n{Row("1", npi: "2000000010")}").Warnings);
    }

    [Fact]
    public void A_list_without_an_organisation_is_refused() =>
        Assert.Equal(["organization-missing"], ImportFiles.Read(MemberListFile.Read, $"{Header}\n{Ana}", by: null).Errors);

    private static string Row(string key, string given = "Ana", string family = "Ortiz", string npi = "1234567893", string state = "NY") =>
        $"{key},2026-05-01,{given},{family},{npi},{state}:{key}1,swedish,,aetna,Syracuse,{state},13202,,,,".Replace($"{state}:", "NY:", StringComparison.Ordinal);

    private static FileAsRead Read(string text, Organization? by = null) => ImportFiles.Read(MemberListFile.Read, text, by ?? ImportFiles.Guild);
}

using System.Globalization;
using ReferralDirectory.Matches.Requests;
using ReferralDirectory.Matches.Validation;
using ReferralDirectory.Matching.Knowledge;

namespace ReferralDirectory.Tests.Matches;

public sealed class MatchRequestValidatorTests
{
    private static readonly OrderRequest Order = A.Request.Order;

    [Fact]
    public void A_good_request_has_no_errors() => Assert.Empty(Errors(A.Request));

    [Theory]
    [InlineData("1320", "Patient.Location.Zip malformed-zip")]
    [InlineData("00000", "Patient.Location.Zip unknown-zip")]
    public void A_zip_must_be_five_digits_of_a_known_place(string zip, string error) => Assert.Equal([error], Errors(A.At(new() { Zip = zip })));

    [Fact]
    public void A_location_is_said_in_exactly_one_way()
    {
        Assert.Equal(["Patient.Location one-location"], Errors(A.At(new())));
        Assert.Equal(["Patient.Location one-location"], Errors(A.At(new() { Zip = "13202", City = "Syracuse", State = "NY" })));
    }

    [Fact]
    public void A_city_needs_a_state_that_has_it()
    {
        Assert.Empty(Errors(A.At(new() { City = "Syracuse", State = "US-NY" })));
        Assert.Equal(["Patient.Location.State required"], Errors(A.At(new() { City = "Syracuse" })));
        Assert.Equal(["Patient.Location.City required"], Errors(A.At(new() { State = "NY" })));
        Assert.Equal(["Patient.Location.State unknown-state"], Errors(A.At(new() { City = "Syracuse", State = "ZZ" })));
        Assert.Equal(["Patient.Location.City unknown-city"], Errors(A.At(new() { City = "Atlantis", State = "NY" })));
    }

    [Fact]
    public void A_point_lies_on_the_earth_and_near_a_known_place()
    {
        Assert.Empty(Errors(A.At(new() { Latitude = 43.05, Longitude = -76.15 })));
        Assert.Equal(["Patient.Location.Longitude required"], Errors(A.At(new() { Latitude = 43.05 })));
        Assert.Equal(["Patient.Location.Latitude out-of-range"], Errors(A.At(new() { Latitude = 90.1, Longitude = 0 })));
        Assert.Equal(["Patient.Location.Latitude out-of-range"], Errors(A.At(new() { Latitude = double.NaN, Longitude = -76 })));
        Assert.Equal(["Patient.Location outside-coverage"], Errors(A.At(new() { Latitude = 48.85, Longitude = 2.35 })));
    }

    [Fact]
    public void A_health_plan_needs_an_insurer_and_self_pay_has_none()
    {
        Assert.Equal(["Patient.Coverage.Insurer insurer-required"], Errors(A.PaidBy(new())));
        Assert.Equal(["Patient.Coverage.Insurer insurer-not-allowed"], Errors(A.PaidBy(new() { Kind = "self-pay", Insurer = "aetna" })));
        Assert.Empty(Errors(A.PaidBy(new() { Kind = "self-pay" })));
        Assert.Empty(Errors(A.PaidBy(new() { Kind = "auto-pip" })));
        Assert.Equal(["Patient.Coverage.Kind unknown-value"], Errors(A.PaidBy(new() { Kind = "barter" })));
    }

    [Theory]
    [InlineData("aetna")]
    [InlineData("AETNA U.S. Healthcare")]
    [InlineData("Excellus")]
    public void An_insurer_is_known_by_id_name_or_alias(string insurer) => Assert.Empty(Errors(A.PaidBy(new() { Insurer = insurer })));

    [Fact]
    public void A_misspelt_insurer_is_answered_with_what_was_perhaps_meant()
    {
        var failure = Assert.Single(Failures(A.PaidBy(new() { Insurer = "aetnna" })));
        Assert.Equal("unknown-insurer", failure.ErrorCode);
        Assert.Contains("Did you mean 'aetna'?", failure.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_insurers_share_is_answered_with_all_of_them()
    {
        var failure = Assert.Single(Failures(A.PaidBy(new() { Insurer = "bcbs" })));
        Assert.Equal("ambiguous-insurer", failure.ErrorCode);
        Assert.Contains("'excellus-bcbs', 'highmark'", failure.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_is_one_of_its_insurer()
    {
        Assert.Empty(Errors(A.PaidBy(new() { Insurer = "aetna", Plan = "open-choice" })));
        Assert.Empty(Errors(A.PaidBy(new() { Insurer = "aetna", Plan = "Open Choice" })));
        Assert.Equal(["Patient.Coverage.Plan unknown-plan"], Errors(A.PaidBy(new() { Insurer = "highmark", Plan = "open-choice" })));
        Assert.Equal(["Patient.Coverage.Plan plan-without-insurer"], Errors(A.PaidBy(new() { Kind = "va", Plan = "open-choice" })));
    }

    [Theory]
    [InlineData("89.0", "malformed-icd10")]
    [InlineData("I8", "malformed-icd10")]
    [InlineData("T99.1", "unknown-icd10")]
    [InlineData("D95", "unknown-icd10")]
    [InlineData("M5X.1", "unknown-icd10")]
    public void A_diagnosis_is_an_icd10_code_that_can_exist(string code, string error) =>
        Assert.Equal([$"Order.Diagnoses[1] {error}"], Errors(A.Ordering(Order with { Diagnoses = ["I89.0", code] })));

    [Theory]
    [InlineData("i890")]
    [InlineData("M54.59")]
    [InlineData("R51.9")]
    [InlineData("O9A.211")]
    public void A_well_formed_code_passes_although_the_short_list_does_not_hold_it(string code) =>
        Assert.Empty(Errors(A.Ordering(Order with { Diagnoses = [code] })));

    [Fact]
    public void A_complete_list_of_codes_refuses_what_it_does_not_hold()
    {
        var many = Enumerable.Range(0, 50_000).Select(i => new Icd10Title(SmallWorld.Code($"Z{i / 1000:00}{i % 1000:000}"), "A title"));
        var complete = SmallWorld.Rows with { Icd10Titles = [.. many] };
        Assert.Equal(["Order.Diagnoses[0] unknown-icd10"], Errors(A.Ordering(Order with { Diagnoses = ["R51.9"] }), complete));
        Assert.Empty(Errors(A.Ordering(Order with { Diagnoses = ["M54.59", "Z01.234", "Z01"] }), complete));
    }

    [Fact]
    public void The_release_of_the_year_refuses_what_it_does_not_hold()
    {
        var release = new Icd10Release("a release", new(2026, 10, 1), [.. new[] { "R51", "R51.0", "S13.4XXA", "Z01.81" }.Select(code => new Icd10Entry(SmallWorld.Code(code), true, "A title"))]);

        Assert.Equal(["Order.Diagnoses[0] unknown-icd10"], Errors(A.Ordering(Order with { Diagnoses = ["R51.9"] }), release: release));
        Assert.Equal(["Order.Diagnoses[0] unknown-icd10"], Errors(A.Ordering(Order with { Diagnoses = ["Z99.9"] }), release: release));
        Assert.Empty(Errors(A.Ordering(Order with { Diagnoses = ["R51", "R51.0", "S13.4", "S13.4XXA", "Z01.81"] }), release: release));
    }

    [Theory]
    [InlineData("2025-10-01")]
    [InlineData("2026-04-01")]
    [InlineData("2027-04-01")]
    public void A_release_of_another_year_refuses_nothing(string from)
    {
        var release = new Icd10Release("a release", DateOnly.Parse(from, CultureInfo.InvariantCulture), [new Icd10Entry(SmallWorld.Code("R51.0"), true, "A title")]);
        Assert.Empty(Errors(A.Ordering(Order with { Diagnoses = ["R51.9"] }), release: release));
    }

    [Fact]
    public void What_the_tables_know_passes_whatever_a_release_holds()
    {
        var release = new Icd10Release("a release", new(2026, 10, 1), [new Icd10Entry(SmallWorld.Code("R51.0"), true, "A title")]);
        Assert.Empty(Errors(A.Ordering(Order with { Diagnoses = ["I89.0", "M54.59"] }), release: release));
    }

    [Fact]
    public void A_kind_of_coverage_is_that_of_the_insurer_who_is_named()
    {
        Assert.Equal(["Patient.Coverage.Kind kind-of-another-insurer"], Errors(A.PaidBy(new() { Kind = "va", Insurer = "aetna" })));
        Assert.Empty(Errors(A.PaidBy(new() { Kind = "health-plan", Insurer = "aetna" })));
        Assert.Empty(Errors(A.PaidBy(new() { Kind = "va" })));
    }

    [Fact]
    public void Conditions_modalities_answers_and_acknowledgements_are_known_words()
    {
        var order = new OrderRequest
        {
            Conditions = ["lymphoedema"],
            Modalities = ["swedish", "swedisch"],
            Screening = new ScreeningRequest { Answers = ["anticoagulant"] },
            Acknowledged = ["everything"],
        };
        Assert.Equal(
            [
                "Order.Conditions[0] unknown-condition", "Order.Modalities[1] unknown-modality", "Order.Acknowledged[0] unknown-value",
                "Order.Screening.Answers[0] unknown-screening-answer",
            ],
            Errors(A.Ordering(order)));
        Assert.Contains(Failures(A.Ordering(order)), failure => failure.ErrorMessage.Contains("Did you mean 'lymphedema'?", StringComparison.Ordinal));
    }

    [Fact]
    public void None_is_given_alone_and_an_empty_screening_is_no_answer()
    {
        Assert.Equal(["Order.Screening.Answers none-with-others"], Errors(A.Ordering(Order with { Screening = new() { Answers = ["none", "anticoagulants"] } })));
        Assert.Equal(["Order.Screening.Answers screening-empty"], Errors(A.Ordering(Order with { Screening = new() { Answers = [] } })));
        Assert.Empty(Errors(A.Ordering(Order with { Screening = null })));
    }

    [Fact]
    public void A_physicians_order_is_not_empty_and_a_patients_may_be()
    {
        Assert.Equal(["Order empty-order"], Errors(A.Ordering(new())));
        Assert.Empty(Errors(A.Ordering(new()) with { Audience = "patient" }));
    }

    [Fact]
    public void A_prescriber_has_a_well_formed_npi() =>
        Assert.Equal(["Order.Prescriber.Npi invalid-npi"], Errors(A.Ordering(Order with { Prescriber = new() { Npi = "2000000017" } })));

    [Fact]
    public void Numbers_keep_their_bounds()
    {
        Assert.Equal(
            ["Order.Sessions out-of-range", "Order.MinutesPerSession out-of-range", "MinTier out-of-range", "Limit out-of-range"],
            Errors(A.Ordering(Order with { Sessions = 0, MinutesPerSession = 481 }) with { MinTier = 5, Limit = 101 }));
        Assert.Empty(Errors(A.Ordering(Order with { Sessions = 365, MinutesPerSession = 480 }) with { MinTier = 4, Limit = 100 }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(250.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_radius_is_positive_and_at_most_250_miles(double radius)
    {
        Assert.Equal(["Preferences.RadiusMiles out-of-range"], Errors(A.Preferring(new() { RadiusMiles = radius })));
        Assert.Empty(Errors(A.Preferring(new() { RadiusMiles = 250 })));
    }

    [Fact]
    public void Preferences_are_known_words() => Assert.Equal(
        [
            "Preferences.Languages[0] malformed-language", "Preferences.TherapistGender unknown-value", "Preferences.Settings[0] unknown-value",
            "Preferences.Required[0] unknown-value",
        ],
        Errors(A.Preferring(new() { Languages = ["spanish language"], TherapistGender = "woman", Settings = ["beach"], Required = ["price"] })));

    [Fact]
    public void What_is_required_is_also_stated()
    {
        Assert.Equal(["Preferences.Required[0] required-but-not-stated"], Errors(A.Preferring(new() { Required = ["languages"] })));
        Assert.Empty(Errors(A.Preferring(new() { Languages = ["es"], HomeVisit = true, Required = ["languages", "homeVisit"] })));
    }

    [Fact]
    public void A_service_date_lies_between_today_and_a_year_ahead()
    {
        Assert.Empty(Errors(A.Request with { ServiceDate = new DateOnly(2026, 11, 21) }));
        Assert.Empty(Errors(A.Request with { ServiceDate = new DateOnly(2027, 11, 21) }));
        Assert.Equal(["ServiceDate out-of-range"], Errors(A.Request with { ServiceDate = new DateOnly(2026, 11, 20) }));
        Assert.Equal(["ServiceDate out-of-range"], Errors(A.Request with { ServiceDate = new DateOnly(2027, 11, 22) }));
    }

    [Fact]
    public void Today_is_the_day_where_the_patient_lives()
    {
        // Four in the morning of the 22nd in UTC: still the 21st in Syracuse and in Honolulu.
        var clock = new SettableClock(new DateTimeOffset(2026, 11, 22, 4, 0, 0, TimeSpan.Zero));
        var later = new SettableClock(new DateTimeOffset(2026, 11, 22, 6, 0, 0, TimeSpan.Zero));
        var yesterday = A.Request with { ServiceDate = new DateOnly(2026, 11, 21) };
        Assert.Empty(Errors(yesterday, clock: clock));
        Assert.Equal(["ServiceDate out-of-range"], Errors(yesterday, clock: later));
        Assert.Empty(Errors(yesterday with { Patient = A.At(new() { Zip = "96813" }).Patient }, clock: later));
    }

    [Fact]
    public void An_order_is_not_prescribed_in_the_future() =>
        Assert.Equal(["Order.PrescribedOn in-the-future"], Errors(A.Ordering(Order with { PrescribedOn = new DateOnly(2026, 11, 22) })));

    [Fact]
    public void Words_of_the_request_itself_are_known() => Assert.Equal(
        ["Audience unknown-value", "Sort unknown-value", "Include[1] unknown-value", "Total unknown-value"],
        Errors(A.Request with { Audience = "insurer", Sort = "price", Include = ["gates", "everything"], Total = "estimate" }));

    [Fact]
    public void Lists_have_at_most_a_hundred_items_and_no_nulls()
    {
        Assert.Empty(Errors(A.Ordering(Order with { Diagnoses = [.. Enumerable.Repeat("I89.0", 100)] })));
        Assert.Equal(["Order.Diagnoses too-many-items"], Errors(A.Ordering(Order with { Diagnoses = [.. Enumerable.Repeat("I89.0", 101)] })));
        Assert.Equal(["Order.Modalities[0] required"], Errors(A.Ordering(Order with { Modalities = [null!] })));
    }

    [Fact]
    public void Text_has_at_most_two_hundred_characters()
    {
        Assert.Empty(Errors(A.Ordering(Order with { Prescriber = new() { Name = new string('x', 200) } })));
        Assert.Equal(["Order.Prescriber.Name too-long"], Errors(A.Ordering(Order with { Prescriber = new() { Name = new string('x', 201) } })));
    }

    [Fact]
    public void A_long_value_is_repeated_only_in_part() =>
        Assert.DoesNotContain(new string('x', 81), Assert.Single(Failures(A.Request with { Sort = new string('x', 150) })).ErrorMessage, StringComparison.Ordinal);

    private static IEnumerable<string> Errors(MatchRequest request, KnowledgeRows? rows = null, TimeProvider? clock = null, Icd10Release? release = null) =>
        Failures(request, rows, clock, release).Select(failure => $"{failure.PropertyName} {failure.ErrorCode}");

    private static List<FluentValidation.Results.ValidationFailure> Failures(MatchRequest request, KnowledgeRows? rows = null, TimeProvider? clock = null, Icd10Release? release = null)
    {
        var world = SmallWorld.With(rows, clock);
        return new MatchRequestValidator(world.Knowledge, release ?? Icd10Release.None, world.Places, world.Clock).Validate(request).Errors;
    }
}

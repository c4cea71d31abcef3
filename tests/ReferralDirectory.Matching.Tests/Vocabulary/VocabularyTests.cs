using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Vocabulary;

public sealed class VocabularyTests
{
    [Theory]
    [InlineData("1234567893")] // the example of the CMS specification
    [InlineData("2000000002")]
    [InlineData("2000000010")]
    [InlineData("2123456784")]
    public void An_npi_with_the_right_check_digit_is_read_and_written_back(string text)
    {
        Assert.True(Npi.TryParse(text, out var npi));
        Assert.Equal(text, npi.ToString());
        Assert.Equal(text[0] == '2', npi.IsInSyntheticRange);
    }

    [Theory]
    [InlineData("1234567890")]
    [InlineData("3234567893")]
    [InlineData("123456789")]
    [InlineData("12345678930")]
    [InlineData("1234 67893")]
    [InlineData("١234567893")]
    [InlineData(null)]
    public void Any_other_npi_is_refused(string? text) => Assert.False(Npi.TryParse(text, out _));

    [Fact]
    public void No_wrong_last_digit_passes() => Assert.All(
        Enumerable.Range(200_000_000, 500), nine => Assert.Single(Enumerable.Range(0, 10), last => Npi.TryParse($"{nine}{last}", out _)));

    [Theory]
    [InlineData("M54.50", "M5450", "M54.50")]
    [InlineData("m5450", "M5450", "M54.50")]
    [InlineData("I89", "I89", "I89")]
    [InlineData("C7A.00", "C7A00", "C7A.00")]
    [InlineData("S39.012A", "S39012A", "S39.012A")]
    public void An_icd_10_code_is_kept_without_its_dot_and_shown_with_it(string text, string value, string shown)
    {
        Assert.True(Icd10Code.TryParse(text, out var code));
        Assert.Equal((value, shown), (code.Value, code.ToString()));
    }

    [Theory]
    [InlineData("M5")]
    [InlineData("M54.")]
    [InlineData("M5.450")]
    [InlineData("M54..5")]
    [InlineData("M54.50123")]
    [InlineData("5450")]
    [InlineData("MM450")]
    [InlineData("M54-50")]
    [InlineData("ı89.0")]
    [InlineData(" M54.50")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_icd_10_code_is_refused(string? text) => Assert.False(Icd10Code.TryParse(text, out _));

    [Theory]
    [InlineData("NY")]
    [InlineData("ny")]
    [InlineData("US-NY")]
    [InlineData("us-ny")]
    public void A_state_is_read_in_both_forms_and_written_in_one(string text) => Assert.Equal("US-NY", StateCode.Parse(text).ToString());

    [Theory]
    [InlineData("XX")]
    [InlineData("New York")]
    [InlineData("CA-NY")]
    [InlineData("nſ")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_state_is_refused(string? text) => Assert.False(StateCode.TryParse(text, out _));

    [Fact]
    public void There_are_fifty_states_a_district_and_five_territories_each_with_its_ordinal()
    {
        Assert.Equal(56, StateCode.All.Count);
        Assert.Equal(Enumerable.Range(1, 56), StateCode.All.Select(state => (int)state.Ordinal));
        Assert.All(StateCode.All, state => Assert.Equal(state, StateCode.Parse(state.ToString())));
    }

    [Theory]
    [InlineData("13202", "13202")]
    [InlineData("00501", "00501")]
    [InlineData("13202-1234", "13202")]
    [InlineData("132021234", "13202")]
    public void A_zip_code_is_cut_to_five_digits(string text, string zip) => Assert.Equal(zip, Zip(text).Value);

    [Theory]
    [InlineData("1320")]
    [InlineData("132021")]
    [InlineData("1320A")]
    [InlineData("13202 1234")]
    [InlineData("١٣٢٠٢")]
    [InlineData(null)]
    public void What_is_no_zip_code_is_refused(string? text) => Assert.False(ZipCode.TryParse(text, out _));

    [Theory]
    [InlineData("012345-1", "123451")]
    [InlineData("12345.1", "123451")]
    [InlineData("MA.MA.60000000", "MAMA60000000")]
    [InlineData("ma 60000000", "MA60000000")]
    [InlineData("000", "000")]
    [InlineData("---", "")]
    public void Licence_numbers_are_compared_without_punctuation_case_and_leading_zeros(string number, string key) =>
        Assert.Equal(key, LicenceKey.Normalize(number));

    [Theory]
    [InlineData("TX", "MT040507", "40507")]
    [InlineData("TX", "mt 40507", "40507")]
    [InlineData("TX", "0040507", "40507")]
    [InlineData("TX", "MI40507", "MI40507")]
    [InlineData("TX", "MT40507A", "MT40507A")]
    [InlineData("TX", "MT", "MT")]
    [InlineData("WA", "MA.MA.60000000", "60000000")]
    [InlineData("WA", "MA00012345", "12345")]
    [InlineData("FL", "MA12345", "MA12345")]
    public void The_letters_that_a_board_puts_before_every_massage_therapist_s_number_make_no_difference(string state, string number, string key) =>
        Assert.Equal(key, LicenceKey.Of(StateCode.Parse(state), number).Normalized);

    [Fact]
    public void A_ledger_entry_names_a_licence_as_lists_do() =>
        Assert.Equal("licence:US-TX/40507", SubjectKey.TryParse("licence:TX/MT040507", out var subject) ? subject.Key : null);

    [Fact]
    public void The_same_number_in_two_states_is_two_licences() => Assert.NotEqual(LicenceKey.Of(NewYork, "1"), LicenceKey.Of(NewJersey, "1"));

    [Theory]
    [InlineData("(315) 555-0123")]
    [InlineData("+1 315 555 0123")]
    [InlineData("315.555.0123")]
    [InlineData("13155550123")]
    public void A_telephone_number_is_kept_as_e_164(string text) =>
        Assert.Equal("+13155550123", PhoneNumber.TryParse(text, out var phone) ? phone.Value : null);

    [Theory]
    [InlineData("555-0123")]
    [InlineData("115 555 0123")]
    [InlineData("315 155 0123")]
    [InlineData("315 555 0123 ext 4")]
    [InlineData("+44 20 7946 0018")]
    [InlineData(null)]
    public void What_is_no_american_number_is_refused(string? text) => Assert.False(PhoneNumber.TryParse(text, out _));

    [Theory]
    [InlineData("aetna")]
    [InlineData("excellus-bcbs")]
    [InlineData("3m")]
    public void A_code_is_lower_case_with_single_hyphens(string text) => Assert.Equal(text, Code<Insurer>.Parse(text).ToString());

    [Theory]
    [InlineData("Aetna")]
    [InlineData("-aetna")]
    [InlineData("aetna-")]
    [InlineData("a--b")]
    [InlineData("a b")]
    [InlineData("ä")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_code_is_refused(string? text) => Assert.False(Code<Insurer>.TryParse(text, out _));

    [Fact]
    public void A_code_has_at_most_64_characters()
    {
        Assert.True(Code<Insurer>.TryParse(new string('a', 64), out _));
        Assert.False(Code<Insurer>.TryParse(new string('a', 65), out _));
    }

    [Theory]
    [InlineData(1, "thr_000001")]
    [InlineData(42, "thr_00001a")]
    [InlineData(31, "thr_00000z")]
    [InlineData(32, "thr_000010")]
    [InlineData(1L << 40, "thr_100000000")]
    public void A_counter_is_written_in_base_32_and_read_back(long value, string text)
    {
        Assert.Equal(text, new TherapistId(value).ToString());
        Assert.True(TherapistId.TryParse(text, out var id));
        Assert.Equal(value, id.Value);
    }

    [Theory]
    [InlineData("thr_1")] // not the canonical form
    [InlineData("thr_0000001")]
    [InlineData("thr_000000")]
    [InlineData("thr_00000A")]
    [InlineData("thr_00000i")] // Crockford has neither i, l, o nor u
    [InlineData("lst_000001")]
    [InlineData("thr_zzzzzzzzzzzzz")]
    [InlineData("")]
    [InlineData(null)]
    public void Any_other_text_is_no_counter(string? text) => Assert.False(TherapistId.TryParse(text, out _));
}

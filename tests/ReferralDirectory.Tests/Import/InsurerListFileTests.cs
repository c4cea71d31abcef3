using ReferralDirectory.Import;
using ReferralDirectory.Import.Sources;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Tests.Import;

public sealed class InsurerListFileTests
{
    private const string Header = "family,given,npi,licence,zip,network,plan,status,accepting,from,to";

    private static readonly FeedOptions Aetna = new() { Insurer = Code<Insurer>.Parse("aetna"), AsOf = new DateOnly(2026, 5, 20) };

    [Theory]
    [InlineData("Ortiz,Ana,2000000176,,,,,,,,", "npi:2000000176 aetna InNetwork ..")]
    [InlineData("Ortiz,Ana,,NY:012-345,13202,aetna-select,,in,,2026-01-01,2026-12-31", "licence:US-NY/12345@13202 aetna/aetna-select InNetwork 2026-01-01..2026-12-31")]
    [InlineData("Ortiz,Ana,2000000176,NY:012345,,,Aetna Select EPO,out,,,", "npi:2000000176 aetna/aetna-select OutOfNetwork ..", "licence:US-NY/12345 aetna/aetna-select OutOfNetwork ..")]
    [InlineData("Ortiz,Ana,2000000176,,13202,,,,existing-only,,", "npi:2000000176@13202 aetna InNetwork ..", "npi:2000000176@13202 aetna ExistingOnly ..")]
    public void A_row_says_that_a_therapist_is_in_or_out_of_a_network_at_a_place_between_two_days(string row, params string[] facts)
    {
        var file = Read(row);

        Assert.Empty(file.Errors);
        Assert.Equal(facts, file.Staged.Verifications.Select(entry =>
            FormattableString.Invariant($"{entry.Subject} {entry.Reference} {entry.Outcome} {entry.ValidFrom:O}..{entry.ValidUntil:O}")));
        Assert.All(file.Staged.Verifications, entry => Assert.Equal(
            (new DateOnly(2026, 5, 20), FactMethod.InsurerFile, "aetna approved therapists", "Ana Ortiz"),
            (entry.CheckedOn, entry.Method, entry.Source, entry.SubjectName!.Display)));
    }

    [Theory]
    [InlineData("Ortiz,Ana,,,,,,,,,", "2 npi missing-key")]
    [InlineData(",Ana,2000000176,,,,,,,,", "2 family missing-value")]
    [InlineData("Ortiz,Ana,,012345,,,,,,,", "2 licence bad-licence")]
    [InlineData("Ortiz,Ana,2000000176,,00000,,,,,,", "2 zip unknown-zip")]
    [InlineData("Ortiz,Ana,2000000176,,,cigna-ppo,,,,,", "2 network unknown-network")]
    [InlineData("Ortiz,Ana,2000000176,,,,Gold,,,,", "2 plan unknown-plan")]
    [InlineData("Ortiz,Ana,2000000176,,,,choice-pos,,,,", "2 plan ambiguous-plan")]
    [InlineData("Ortiz,Ana,2000000176,,,,,maybe,,,", "2 status bad-status")]
    [InlineData("Ortiz,Ana,2000000176,,,,,,maybe,,", "2 accepting bad-accepting")]
    [InlineData("Ortiz,Ana,2000000176,,,,,out,yes,,", "2 accepting accepting-while-out")]
    [InlineData("Ortiz,Ana,2000000176,,,,,,,2026-02-01,2026-01-01", "2 to ends-before-start")]
    [InlineData("Ortiz,Ana,2000000176,,,,,,,1/2/2026,", "2 from bad-date")]
    [InlineData("Ortiz,Ana,2000000176", "2 short-row")]
    public void A_wrong_row_is_reported_with_its_column_and_code(string row, string error) => Assert.Contains(error, Read(row).Errors);

    [Theory]
    [InlineData("Ortiz,Ana,2000000170,,,,,,,,", 0)]
    [InlineData("Ortiz,Ana,2000000170,NY:012345,,,,,,,", 1)]
    public void A_wrong_npi_is_a_warning_in_a_lenient_feed_and_an_error_in_a_strict_one(string row, int entries)
    {
        var lenient = Read(row);

        Assert.Equal(["2 npi invalid-npi"], lenient.Warnings);
        Assert.Equal((0, entries), (lenient.Found.Count, lenient.Staged.Verifications.Length));
        Assert.Equal(["2 npi invalid-npi"], Read(row, NpiPolicy.Strict).Errors);
    }

    [Fact]
    public void Two_rows_about_the_same_are_told() =>
        Assert.Equal(["3 family duplicate-row"], Read("Ortiz,Ana,2000000176,,13202,,,,,,\nOrtiz,Ana,2000000176,,13202,,,out,,,").Warnings);

    [Fact]
    public void A_row_with_two_keys_is_one_row_and_told_once_when_it_comes_twice()
    {
        var file = Read("Ortiz,Ana,2000000176,NY:012345,,,,,,,\nOrtiz,Ana,2000000176,NY:012345,,,,,,,\nBell,Bo,,NY:054321,,,,,,,");

        Assert.Equal(["3 family duplicate-row"], file.Warnings);
        Assert.Equal(2, file.Staged.Taken);
    }

    [Fact]
    public void Only_the_names_must_be_columns() =>
        Assert.Equal(["3 npi missing-key"], ImportFiles.Read(Reader(), "family,given,npi\nOrtiz,Ana,2000000176\nBell,Bo,", by: null).Errors);

    private static FileAsRead Read(string rows, NpiPolicy npi = NpiPolicy.Lenient) => ImportFiles.Read(Reader(npi), $"{Header}\n{rows}", by: null);

    private static ImportFiles.Reader Reader(NpiPolicy npi = NpiPolicy.Lenient) =>
        (path, context, facts, errors) => InsurerListFile.Read(path, context with { Feed = Aetna with { Npi = npi } }, facts, errors);
}

using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;
using static ReferralDirectory.Matching.Tests.Vetting.Records;

namespace ReferralDirectory.Matching.Tests.Vetting;

public sealed class InsurerFileComparisonTests
{
    private static readonly string Ana = $"npi:{AnasNpi}";
    private static readonly DateOnly Later = Day.AddDays(30);

    [Fact]
    public void Who_is_no_longer_named_is_out_of_every_network_and_place_as_of_the_file() => Assert.Equal(
        ["aetna OutOfNetwork 2026-07-01", "aetna @13202 OutOfNetwork 2026-07-01", "aetna/select OutOfNetwork 2026-07-01"],
        Gone([In("aetna"), In("aetna", "13202"), In("aetna/select")], []));

    [Fact]
    public void A_place_that_is_no_longer_named_is_out_while_another_stays() =>
        Assert.Equal(["aetna @13210 OutOfNetwork 2026-07-01"], Gone([In("aetna", "13202"), In("aetna", "13210")], [In("aetna", "13202")]));

    [Fact]
    public void A_network_that_is_no_longer_named_is_out_while_another_stays() =>
        Assert.Equal(["aetna/select OutOfNetwork 2026-07-01"], Gone([In("aetna/select"), In("aetna/choice")], [In("aetna/choice")]));

    [Theory]
    [InlineData("aetna", null, "aetna", "13202")] // the file begins to name places
    [InlineData("aetna", "13202", "aetna", null)]
    [InlineData("aetna", null, "aetna/select", null)] // the catalogue learned the plan
    [InlineData("aetna/select", null, "aetna", null)]
    public void What_is_said_in_another_way_ends_the_older_word_without_denying_the_newer(string was, string? wasAt, string reference, string? zip)
    {
        var ended = Assert.Single(new InsurerFileComparison([In(was, wasAt)], [In(reference, zip)], Later).NoLongerNamed());

        Assert.Equal(
            (VerificationOutcome.InNetwork, Later, Day, Later.AddDays(-1)), (ended.Outcome, ended.CheckedOn, ended.ValidFrom, ended.ValidUntil));
    }

    [Fact]
    public void The_same_person_under_another_key_is_not_out() =>
        Assert.Empty(Gone([In("aetna")], [In("aetna") with { Subject = new SubjectKey("licence:US-NY/12345") }]));

    [Fact]
    public void Who_is_out_already_or_was_never_in_is_not_told_again()
    {
        Assert.Empty(Gone([In("aetna"), Out("aetna", daysLater: 10)], []));
        Assert.Empty(Gone([Accepting(VerificationOutcome.Yes)], []));
        Assert.Single(Gone([In("aetna", daysLater: 20), Out("aetna", daysLater: 10)], []));
    }

    [Fact]
    public void What_ended_by_another_word_is_not_ended_again()
    {
        var ended = new InsurerFileComparison([In("aetna")], [In("aetna", "13202")], Later).NoLongerNamed();

        Assert.Empty(Gone([In("aetna"), .. ended], [In("aetna", "13202")]));
    }

    [Fact]
    public void Who_is_named_again_is_in_as_of_the_file_even_when_it_repeats_an_old_day()
    {
        var again = new InsurerFileComparison([In("aetna"), Accepting(VerificationOutcome.No), Out("aetna", daysLater: 10)], [In("aetna"), Accepting(VerificationOutcome.No)], Later);

        Assert.Equal(["aetna InNetwork 2026-07-01", "aetna No 2026-07-01"], again.SaidAnew().Select(Short));
    }

    [Fact]
    public void A_changed_word_with_an_old_day_was_said_on_the_day_of_the_file()
    {
        Assert.Equal(["aetna Yes 2026-07-01"], Anew([Accepting(VerificationOutcome.No)], [Accepting(VerificationOutcome.Yes)]));
        Assert.Equal(
            ["aetna InNetwork 2026-07-01"], Anew([In("aetna") with { ValidUntil = new DateOnly(2026, 12, 31) }], [In("aetna") with { ValidUntil = new DateOnly(2027, 12, 31) }]));
        Assert.Empty(Anew([In("aetna")], [In("aetna")]));
        Assert.Empty(Anew([Accepting(VerificationOutcome.No)], [Accepting(VerificationOutcome.Yes, daysLater: 5)]));
    }

    [Fact]
    public void Who_is_out_by_a_file_of_the_same_day_stays_out_and_is_told()
    {
        Assert.True(new InsurerFileComparison([Out("aetna", daysLater: 30)], [In("aetna")], Later).StaysOut);
        Assert.False(new InsurerFileComparison([Out("aetna", daysLater: 29)], [In("aetna")], Later).StaysOut);
    }

    private static IEnumerable<string> Gone(Verification[] held, Verification[] said) =>
        new InsurerFileComparison(held, said, Later).NoLongerNamed().Select(Short);

    private static IEnumerable<string> Anew(Verification[] held, Verification[] said) => new InsurerFileComparison(held, said, Later).SaidAnew().Select(Short);

    private static string Short(Verification entry) => FormattableString.Invariant(
        $"{entry.Reference}{(entry.Subject.Zip is { } zip ? $" @{zip}" : "")} {entry.Outcome} {entry.CheckedOn:O}");

    private static Verification In(string reference, string? zip = null, int daysLater = 0) => Said(VerificationAspect.Network, VerificationOutcome.InNetwork, reference, zip, daysLater);

    private static Verification Out(string reference, int daysLater) => Said(VerificationAspect.Network, VerificationOutcome.OutOfNetwork, reference, null, daysLater);

    private static Verification Accepting(VerificationOutcome outcome, int daysLater = 0) => Said(VerificationAspect.Accepting, outcome, "aetna", null, daysLater);

    private static Verification Said(VerificationAspect aspect, VerificationOutcome outcome, string reference, string? zip, int daysLater) =>
        Check(zip is null ? Ana : $"{Ana}@{zip}", aspect, outcome, reference, daysLater, method: FactMethod.InsurerFile, source: "aetna list");
}

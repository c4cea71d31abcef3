using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;
using static ReferralDirectory.Matching.Tests.Vetting.Records;

namespace ReferralDirectory.Matching.Tests.Vetting;

public sealed class ExclusionResolutionTests
{
    private const string Npi = "npi:2000000010";
    private const string Licence = "licence:US-NY/012345";

    private static readonly SourceRecord Ana = Record("a", "1", npi: AnasNpi).Holding("NY", "012345");

    [Fact]
    public void Without_a_check_nothing_is_said() => Assert.Null(Resolve());

    [Fact]
    public void The_newest_clear_answer_dates_the_check() => Assert.Equal(
        new ExclusionCheck(ExclusionStatus.Clear, new Provenance("register", FactMethod.PrimarySource, Day.AddDays(9))),
        Resolve(Clear(Npi, 1), Clear(Licence, 9)));

    [Fact]
    public void The_last_day_that_the_list_gives_its_answer_is_kept() =>
        Assert.Equal(Day.AddDays(12), Resolve(Clear(Npi, 1), Clear(Npi, 9) with { ValidUntil = Day.AddDays(12) })?.ValidUntil);

    [Fact]
    public void A_newer_clear_of_the_same_list_under_the_same_key_lifts_an_exclusion() =>
        Assert.Equal(ExclusionStatus.Clear, Resolve(Excluded(Npi, 1), Clear(Npi, 2))?.Status);

    [Fact]
    public void A_match_with_an_entry_ends_when_the_list_no_longer_has_it_and_not_by_another_bodys_clear()
    {
        var match = Possible(Npi, 1) with { Reference = "entry" };

        Assert.Equal(ExclusionStatus.Clear, Resolve(match, Clear(Npi, 2))?.Status);
        Assert.Equal(ExclusionStatus.PossibleMatch, Resolve(match, Clear(Npi, 2) with { CheckedBy = Code<Organization>.Parse("guild") })?.Status);
    }

    [Fact]
    public void A_decision_about_an_entry_holds_whenever_it_is_found_again()
    {
        var decided = Decided(Npi, 6, VerificationOutcome.Clear) with { Reference = $"{Verification.Decision}/entry" };

        Assert.Equal(ExclusionStatus.Clear, Resolve(Possible(Npi, 9) with { Reference = "entry" }, decided)?.Status);
        Assert.Equal(ExclusionStatus.PossibleMatch, Resolve(Possible(Npi, 9) with { Reference = "other" }, decided)?.Status);
    }

    [Fact]
    public void A_decision_about_names_alone_leaves_an_exact_match_with_the_same_entry_to_be_judged()
    {
        var (possible, exact) = (Possible(Npi, 5) with { Reference = "entry" }, Excluded(Npi, 5) with { Reference = "entry" });
        var (byNames, byExact) = (Clearing(possible, 6), Clearing(exact, 6));

        Assert.Equal(ExclusionStatus.Clear, Resolve(possible, byNames)?.Status);
        Assert.Equal(ExclusionStatus.Excluded, Resolve(exact, byNames)?.Status);
        Assert.Equal(ExclusionStatus.Clear, Resolve(exact, byNames, byExact)?.Status);
        Assert.Equal(ExclusionStatus.Clear, Resolve(possible, byExact)?.Status);
        Assert.Equal(ExclusionStatus.Excluded, Resolve(exact, byExact, byNames with { CheckedOn = Day.AddDays(7), Outcome = VerificationOutcome.Excluded })?.Status);
    }

    [Fact]
    public void A_decision_about_a_match_without_an_entry_is_about_its_day_and_source()
    {
        var match = Possible(Npi, 6);
        var decided = Clearing(match, 6);

        Assert.Equal(ExclusionStatus.Clear, Resolve(match, decided)?.Status);
        Assert.Equal(ExclusionStatus.PossibleMatch, Resolve(match, decided, match with { Source = "another list" })?.Status);
        Assert.Equal(ExclusionStatus.Clear, Resolve(match, Decided(Npi, 5, VerificationOutcome.Excluded), decided)?.Status);
    }

    [Fact]
    public void A_clear_of_the_same_day_does_not() => Assert.Equal(ExclusionStatus.Excluded, Resolve(Excluded(Npi, 1), Clear(Npi, 1))?.Status);

    [Fact]
    public void A_clear_under_another_key_or_of_another_list_does_not()
    {
        Assert.Equal(ExclusionStatus.Excluded, Resolve(Excluded(Npi, 1), Clear(Licence, 2))?.Status);
        Assert.Equal(ExclusionStatus.Excluded, Resolve(Excluded(Npi, 1), Clear(Npi, 2) with { Source = "another list" })?.Status);
    }

    [Theory]
    [InlineData(Npi)]
    [InlineData(Licence)]
    public void No_routine_clear_lifts_a_possible_match(string key) =>
        Assert.Equal(ExclusionStatus.PossibleMatch, Resolve(Possible(Npi, 1), Clear(key, 2), Clear(key, 400))?.Status);

    [Fact]
    public void A_newer_decision_lifts_a_possible_match_and_leaves_the_day_on_which_the_list_was_read() => Assert.Equal(
        new ExclusionCheck(ExclusionStatus.Clear, new Provenance("register", FactMethod.PrimarySource, Day.AddDays(5))),
        Resolve(Clear(Npi, 1), Possible(Npi, 5), Decided(Licence, 6, VerificationOutcome.Clear)));

    [Fact]
    public void A_match_found_after_the_decision_or_on_its_day_needs_another() => Assert.All(
        [6, 7], day => Assert.Equal(ExclusionStatus.PossibleMatch, Resolve(Possible(Npi, 1), Decided(Npi, 6, VerificationOutcome.Clear), Possible(Npi, day))?.Status));

    [Fact]
    public void A_decision_that_it_is_this_person_stands_until_another_decision()
    {
        var excluded = Decided(Npi, 6, VerificationOutcome.Excluded);

        Assert.Equal(ExclusionStatus.Excluded, Resolve(Possible(Npi, 5), excluded, Clear(Npi, 9))?.Status);
        Assert.Equal(ExclusionStatus.Clear, Resolve(Possible(Npi, 5), excluded, Decided(Npi, 7, VerificationOutcome.Clear))?.Status);
    }

    [Fact]
    public void A_decision_lifts_no_exclusion_that_the_list_confirmed() => Assert.Equal(
        ExclusionStatus.Excluded, Resolve(Excluded(Npi, 1), Possible(Npi, 2), Decided(Npi, 3, VerificationOutcome.Clear))?.Status);

    [Fact]
    public void Nobody_decides_about_himself() => Assert.Equal(
        ExclusionStatus.PossibleMatch, Resolve(Possible(Npi, 1), Decided(Npi, 2, VerificationOutcome.Clear, FactMethod.SelfReported))?.Status);

    [Fact]
    public void A_decision_without_a_check_is_no_check() => Assert.Null(Resolve(Decided(Npi, 2, VerificationOutcome.Clear)));

    private static Verification Clearing(Verification match, int day) =>
        Decided(Npi, day, VerificationOutcome.Clear) with { Reference = ExclusionDecisions.ReferenceOf(match), Sequence = 1 };

    private static Verification Clear(string key, int day) => Check(key, VerificationAspect.Exclusion, VerificationOutcome.Clear, daysLater: day);

    private static Verification Possible(string key, int day) => Check(key, VerificationAspect.Exclusion, VerificationOutcome.PossibleMatch, daysLater: day);

    private static Verification Excluded(string key, int day) => Check(key, VerificationAspect.Exclusion, VerificationOutcome.Excluded, daysLater: day);

    private static Verification Decided(string key, int day, VerificationOutcome outcome, FactMethod method = FactMethod.Organization) =>
        Check(key, VerificationAspect.Exclusion, outcome, Verification.Decision, daysLater: day, method: method, source: "credentials committee");

    private static ExclusionCheck? Resolve(params Verification[] ledger) =>
        TherapistResolver.Resolve(new IdentityGroup([Ana], InConflict: false), ledger, new TherapistId(1), 1, key => new ListingId(key.Length)).Exclusion;
}

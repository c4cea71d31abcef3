using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;
using static ReferralDirectory.Matching.Tests.Vetting.Records;

namespace ReferralDirectory.Matching.Tests.Vetting;

public sealed class DoubtTests
{
    private const string Ana = "npi:2000000010";
    private const string AnaInSyracuse = "npi:2000000010@13202";

    private static readonly SourceRecord Listed = Record("a", "1", npi: AnasNpi).At("1 Main Street", "13202", "315-555-0123", AcceptingPatients.Yes).Taking("aetna");

    [Fact]
    public void A_dispute_changes_no_fact_and_is_shown_beside_it()
    {
        var (before, after) = (Resolve([Listed]), Resolve([Listed], Disputed(VerificationAspect.Phone)));

        Assert.Equal(Assert.Single(before.Listings).Place.Phone, Assert.Single(after.Listings).Place.Phone);
        Assert.Equal(Day.AddDays(5), Disputes.Of(after, VerificationAspect.Phone, zip: Records.Zip("13202")));
        Assert.Null(Disputes.Of(after, VerificationAspect.Phone, zip: Records.Zip("13210")));
        Assert.Null(Disputes.Of(after, VerificationAspect.Accepting, zip: Records.Zip("13202")));
        Assert.Null(Disputes.Of(before, VerificationAspect.Phone, zip: Records.Zip("13202")));
    }

    [Fact]
    public void A_dispute_is_neither_a_confirmation_nor_a_refutation_of_an_older_check()
    {
        var refuted = Check(AnaInSyracuse, VerificationAspect.Phone, VerificationOutcome.Refuted, daysLater: 3, method: FactMethod.Organization);

        Assert.Null(Assert.Single(Resolve([Listed], refuted, Disputed(VerificationAspect.Phone)).Listings).Place.Phone);
    }

    [Theory]
    [InlineData(VerificationAspect.Phone, VerificationOutcome.Confirmed)]
    [InlineData(VerificationAspect.Address, VerificationOutcome.Confirmed)]
    [InlineData(VerificationAspect.Accepting, VerificationOutcome.Yes)]
    [InlineData(VerificationAspect.Network, VerificationOutcome.InNetwork)]
    [InlineData(VerificationAspect.Network, VerificationOutcome.OutOfNetwork)]
    public void A_newer_check_answers_a_dispute_whichever_way(VerificationAspect aspect, VerificationOutcome outcome)
    {
        var reference = aspect == VerificationAspect.Network ? "aetna" : "";
        var check = Check(AnaInSyracuse, aspect, outcome, reference, method: FactMethod.Organization);

        Assert.Empty(Resolve([Listed], Disputed(aspect, reference), check with { CheckedOn = Day.AddDays(6) }).Doubts);
        Assert.NotEmpty(Resolve([Listed], Disputed(aspect, reference), check with { CheckedOn = Day.AddDays(4) }).Doubts);
        Assert.NotEmpty(Resolve([Listed], Disputed(aspect, reference), check with { CheckedOn = Day.AddDays(6), Method = FactMethod.PublicReport }).Doubts);
    }

    [Theory]
    [InlineData(VerificationAspect.Phone, VerificationOutcome.Confirmed)]
    [InlineData(VerificationAspect.Accepting, VerificationOutcome.Yes)]
    [InlineData(VerificationAspect.Network, VerificationOutcome.InNetwork)]
    public void The_therapists_own_attestation_answers_a_dispute(VerificationAspect aspect, VerificationOutcome outcome)
    {
        var reference = aspect == VerificationAspect.Network ? "aetna" : "";
        var attested = Check(AnaInSyracuse, aspect, outcome, reference, daysLater: 6, method: FactMethod.SelfReported, source: "Ana Ortiz");

        Assert.Empty(Resolve([Listed], Disputed(aspect, reference), attested).Doubts);
    }

    [Fact]
    public void Of_one_day_the_later_entry_rules()
    {
        var decision = Check(AnaInSyracuse, VerificationAspect.Phone, VerificationOutcome.Confirmed, daysLater: 5, method: FactMethod.Organization) with { Sequence = 2 };

        Assert.Empty(Resolve([Listed], Disputed(VerificationAspect.Phone, sequence: 1), decision).Doubts);
        Assert.NotEmpty(Resolve([Listed], Disputed(VerificationAspect.Phone, sequence: 3), decision).Doubts);
    }

    [Fact]
    public void A_list_that_says_the_same_again_leaves_a_dispute()
    {
        var again = Record("a", "1", npi: AnasNpi, asOf: Day.AddDays(60)).At("1 Main St.", "13202", "315-555-0123", AcceptingPatients.Yes).Taking("aetna");

        Assert.Single(Resolve([again], Disputed(VerificationAspect.Phone, "+13155550123")).Doubts);
        Assert.Single(Resolve([again], Disputed(VerificationAspect.Address, "1 Main Street")).Doubts);
        Assert.Single(Resolve([again], Disputed(VerificationAspect.Accepting)).Doubts);
        Assert.Single(Resolve([again], Disputed(VerificationAspect.Network, "aetna")).Doubts);
    }

    [Fact]
    public void A_list_that_says_another_thing_ends_a_dispute()
    {
        var changed = Record("a", "1", npi: AnasNpi, asOf: Day.AddDays(60)).At("9 Elm Street", "13202", "315-555-0199", AcceptingPatients.ExistingOnly).Taking("cigna");

        Assert.Empty(Resolve([changed], Disputed(VerificationAspect.Phone, "+13155550123")).Doubts);
        Assert.Empty(Resolve([changed], Disputed(VerificationAspect.Address, "1 Main Street")).Doubts);
        Assert.Empty(Resolve([changed], Disputed(VerificationAspect.Accepting)).Doubts);
        Assert.Empty(Resolve([changed], Disputed(VerificationAspect.Network, "aetna")).Doubts);
    }

    [Fact]
    public void A_dispute_outlasts_another_list_that_says_otherwise_while_the_disputed_value_is_the_one_shown()
    {
        var other = Record("b", "7", npi: AnasNpi, asOf: Day.AddDays(-400)).At("1 Main Street", "13202", "315-555-0199");

        Assert.Single(Resolve([Listed, other], Disputed(VerificationAspect.Phone, "+13155550123")).Doubts);
    }

    [Theory]
    [InlineData(VerificationOutcome.InNetwork, false)]
    [InlineData(VerificationOutcome.OutOfNetwork, true)]
    public void An_insurers_file_that_repeats_itself_is_no_check_and_one_that_takes_somebody_out_is(VerificationOutcome outcome, bool answered)
    {
        var monthly = Check(Ana, VerificationAspect.Network, outcome, "aetna", daysLater: 30, method: FactMethod.InsurerFile, source: "aetna");

        Assert.Equal(answered, !Resolve([Listed], Disputed(VerificationAspect.Network, "aetna"), monthly).Doubts.Any(doubt => doubt.Kind == DoubtKind.Disputed));
    }

    [Fact]
    public void Out_of_network_does_not_answer_for_a_stronger_source_that_still_says_in()
    {
        var insurer = Check(Ana, VerificationAspect.Network, VerificationOutcome.InNetwork, "aetna/aetna-open-choice", method: FactMethod.InsurerFile, source: "aetna");
        var decision = Check(Ana, VerificationAspect.Network, VerificationOutcome.OutOfNetwork, "aetna", daysLater: 6, method: FactMethod.Organization);

        var therapist = Resolve([Listed], insurer, Disputed(VerificationAspect.Network, "aetna"), decision);

        Assert.Equal(Day.AddDays(5), Disputes.Of(therapist, VerificationAspect.Network, "aetna/aetna-open-choice"));
        Assert.Null(Disputes.Of(therapist, VerificationAspect.Network, "cigna"));
    }

    [Fact]
    public void Mail_that_came_back_is_a_sign_until_the_address_is_confirmed_however_often_a_list_repeats_it()
    {
        var returned = Check(AnaInSyracuse, VerificationAspect.Address, VerificationOutcome.Refuted, Verification.ReturnedMail, daysLater: 5, method: FactMethod.Organization);
        var repeated = Record("a", "1", npi: AnasNpi, asOf: Day.AddDays(30)).At("1 Main Street");
        var confirmed = Check(AnaInSyracuse, VerificationAspect.Address, VerificationOutcome.Confirmed, daysLater: 40, method: FactMethod.Organization);

        Assert.Empty(Resolve([Listed], returned).Listings);
        Assert.Equal(new Doubt(DoubtKind.ReturnedMail, VerificationAspect.Address, "", Records.Zip("13202"), Day.AddDays(5)), Assert.Single(Resolve([Listed], returned).Doubts));
        Assert.Single(Resolve([repeated], returned).Listings);
        Assert.Single(Resolve([repeated], returned).Doubts);
        Assert.Empty(Resolve([repeated], returned, confirmed).Doubts);
    }

    [Theory]
    [InlineData("315-555-0123", AcceptingPatients.Yes, 0, new VerificationAspect[0])]
    [InlineData("315-555-0199", AcceptingPatients.Unknown, 0, new[] { VerificationAspect.Phone })]
    [InlineData(null, AcceptingPatients.ExistingOnly, 0, new[] { VerificationAspect.Accepting })]
    [InlineData("315-555-0199", AcceptingPatients.No, SourceDisagreement.DaysApart, new[] { VerificationAspect.Phone, VerificationAspect.Accepting })]
    [InlineData("315-555-0199", AcceptingPatients.No, SourceDisagreement.DaysApart + 1, new VerificationAspect[0])]
    public void Two_sources_of_about_one_time_disagree_about_one_place(string? phone, AcceptingPatients accepting, int daysBefore, VerificationAspect[] about)
    {
        var other = Record("b", "7", npi: AnasNpi, asOf: Day.AddDays(-daysBefore)).At("1 Main St.", "13202", phone, accepting);

        var doubts = Resolve([Listed, other]).Doubts;

        Assert.Equal(about, doubts.Select(doubt => doubt.Aspect));
        Assert.All(doubts, doubt => Assert.Equal((DoubtKind.SourcesDisagree, Day), (doubt.Kind, doubt.Since)));
    }

    [Fact]
    public void A_check_settles_what_sources_disagree_about()
    {
        var other = Record("b", "7", npi: AnasNpi).At("1 Main Street", "13202", "315-555-0199");

        Assert.Empty(Resolve([Listed, other], Check(AnaInSyracuse, VerificationAspect.Phone, VerificationOutcome.Confirmed, method: FactMethod.Organization)).Doubts);
    }

    [Fact]
    public void Two_places_of_one_person_have_telephones_of_their_own() =>
        Assert.Empty(Resolve([Listed, Record("b", "7", npi: AnasNpi).At("9 Elm Street", "13202", "315-555-0199")]).Doubts);

    [Theory]
    [InlineData("aetna", true)]
    [InlineData("aetna/aetna-open-choice", false)]
    [InlineData("cigna", false)]
    public void An_insurer_that_says_out_disagrees_with_a_list_that_says_in(string reference, bool disagrees)
    {
        var absent = Check(Ana, VerificationAspect.Network, VerificationOutcome.OutOfNetwork, reference, method: FactMethod.InsurerFile, source: "insurer's file") with { ValidFrom = Day };

        var doubts = Resolve([Listed], absent).Doubts;

        Assert.Equal(disagrees ? [new Doubt(DoubtKind.SourcesDisagree, VerificationAspect.Network, "aetna", null, Day.AddDays(1))] : [], doubts);
    }

    private static Verification Disputed(VerificationAspect aspect, string reference = "", int sequence = 1) =>
        Check(AnaInSyracuse, aspect, VerificationOutcome.Disputed, reference, daysLater: 5, method: FactMethod.PublicReport, source: "Reports by the public") with { Sequence = sequence };

    private static TherapistProfile Resolve(SourceRecord[] records, params Verification[] ledger) =>
        TherapistResolver.Resolve(new IdentityGroup([.. records], InConflict: false), ledger, new TherapistId(1), 1, key => new ListingId(key.Length));
}

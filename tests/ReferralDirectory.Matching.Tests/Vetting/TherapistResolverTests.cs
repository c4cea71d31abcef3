using System.Collections.Immutable;
using System.Text.Json;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;
using static ReferralDirectory.Matching.Tests.Vetting.Records;

namespace ReferralDirectory.Matching.Tests.Vetting;

public sealed class TherapistResolverTests
{
    private const string Ana = "npi:2000000010";
    private const string AnasLicence = "licence:US-NY/012345";

    private static readonly SourceRecord Older = Record("a", "1", npi: AnasNpi, asOf: Day.AddDays(-30)).Holding("NY", "012345", expires: new DateOnly(2027, 3, 31));
    private static readonly SourceRecord Newer = Record("b", "7", family: "Ortiz-Hale", npi: AnasNpi);

    [Fact]
    public void The_newest_of_equally_strong_statements_holds() => Assert.Equal("Ortiz-Hale", Resolve([Older, Newer]).Name.Value.Family);

    [Fact]
    public void A_stronger_method_beats_a_newer_statement()
    {
        var selfReported = Newer with
        {
            Membership = Newer.Membership with { From = Newer.Membership.From with { Method = FactMethod.SelfReported } },
        };

        Assert.Equal("Ortiz", Resolve([Older, selfReported]).Name.Value.Family);
    }

    [Fact]
    public void Of_equally_strong_and_new_statements_the_first_source_by_name_holds() =>
        Assert.Equal("Ortiz", Resolve([Record("b", "1", family: "Hale"), Record("a", "1")]).Name.Value.Family);

    [Fact]
    public void What_one_source_leaves_out_another_fills_in() =>
        Assert.Equal("ana@example.org", Resolve([Older with { Email = "ana@example.org" }, Newer]).Email?.Value);

    [Fact]
    public void The_board_sets_status_expiry_and_day_of_the_check()
    {
        var licence = Assert.Single(Resolve(
            [Older], Check(AnasLicence, VerificationAspect.Licence, VerificationOutcome.Active, until: new DateOnly(2028, 3, 31))).Licences);

        Assert.Equal((LicenceStatus.Active, new DateOnly(2028, 3, 31), Day.AddDays(1)), (licence.Status, licence.ExpiresOn, licence.CheckedOn));
        Assert.Equal(("012345", "LMT"), (licence.Number, licence.Title));
    }

    [Fact]
    public void A_claimed_licence_is_not_checked() => Assert.Null(Assert.Single(Resolve([Older]).Licences).CheckedOn);

    [Theory]
    [InlineData(VerificationOutcome.Suspended, LicenceStatus.Suspended)]
    [InlineData(VerificationOutcome.Revoked, LicenceStatus.Revoked)]
    [InlineData(VerificationOutcome.Expired, LicenceStatus.Expired)]
    public void On_one_day_the_adverse_outcome_beats_active(VerificationOutcome adverse, LicenceStatus status) => Assert.Equal(status, Assert.Single(Resolve(
        [Older],
        Check(AnasLicence, VerificationAspect.Licence, VerificationOutcome.Active),
        Check(Ana, VerificationAspect.Licence, adverse, "US-NY/12345")).Licences).Status);

    [Fact]
    public void A_reinstated_licence_is_active_again() => Assert.Equal(LicenceStatus.Active, Assert.Single(Resolve(
        [Older],
        Check(AnasLicence, VerificationAspect.Licence, VerificationOutcome.Suspended, daysLater: 1),
        Check(AnasLicence, VerificationAspect.Licence, VerificationOutcome.Active, daysLater: 2)).Licences).Status);

    [Theory]
    [InlineData(VerificationOutcome.Expired)]
    [InlineData(VerificationOutcome.Inactive)]
    [InlineData(VerificationOutcome.Refuted)]
    [InlineData(VerificationOutcome.Interim)]
    [InlineData(VerificationOutcome.Active, FactMethod.SelfReported)]
    public void Discipline_yields_to_nothing_but_the_boards_newer_active(VerificationOutcome outcome, FactMethod method = FactMethod.PrimarySource)
    {
        var later = Check(AnasLicence, VerificationAspect.Licence, outcome, daysLater: 5, method: method);
        var revokedByAList = Record("c", "3", npi: AnasNpi).Holding("NY", "012345", LicenceStatus.Revoked);

        Assert.Equal(
            LicenceStatus.Suspended,
            Assert.Single(Resolve([Older], Check(AnasLicence, VerificationAspect.Licence, VerificationOutcome.Suspended), later).Licences).Status);
        Assert.Equal(LicenceStatus.Revoked, Assert.Single(Resolve([revokedByAList], later).Licences).Status);
    }

    [Fact]
    public void The_boards_newer_active_ends_the_discipline_that_a_list_states_and_its_older_one_does_not()
    {
        var revoked = Record("c", "3", npi: AnasNpi).Holding("NY", "012345", LicenceStatus.Revoked);

        Assert.Equal(
            [LicenceStatus.Revoked, LicenceStatus.Revoked, LicenceStatus.Active],
            new[] { -1, 0, 1 }.Select(day =>
                Assert.Single(Resolve([revoked], Check(AnasLicence, VerificationAspect.Licence, VerificationOutcome.Active, daysLater: day)).Licences).Status));
    }

    [Theory]
    [InlineData(LicenceStatus.Revoked)]
    [InlineData(LicenceStatus.Expired)]
    public void Of_lists_that_disagree_about_a_licence_the_strictest_holds_however_old(LicenceStatus strict) => Assert.Equal(
        strict,
        Assert.Single(Resolve(
            [Record("a", "1", npi: AnasNpi, asOf: Day.AddDays(-300)).Holding("NY", "012345", strict), Newer.Holding("NY", "012345")]).Licences).Status);

    [Fact]
    public void Only_the_board_can_confirm_a_licence() => Assert.Null(Assert.Single(Resolve(
        [Older], Check(AnasLicence, VerificationAspect.Licence, VerificationOutcome.Active, method: FactMethod.SelfReported)).Licences).CheckedOn);

    [Fact]
    public void A_licence_known_to_the_ledger_alone_is_added() => Assert.Equal(
        ["US-NJ/77", "US-NY/12345"],
        Resolve([Older], Check(Ana, VerificationAspect.Licence, VerificationOutcome.Active, "US-NJ/0077")).Licences.Select(l => l.Key.ToString()).Order(StringComparer.Ordinal));

    [Fact]
    public void A_licence_that_its_board_does_not_know_is_dropped() =>
        Assert.Empty(Resolve([Older], Check(AnasLicence, VerificationAspect.Licence, VerificationOutcome.Refuted)).Licences);

    [Fact]
    public void The_newest_exclusion_check_counts_and_on_one_day_the_stricter()
    {
        var clear = Check(Ana, VerificationAspect.Exclusion, VerificationOutcome.Clear, daysLater: 5);
        var possible = Check(Ana, VerificationAspect.Exclusion, VerificationOutcome.PossibleMatch, daysLater: 5);
        var earlier = Check(Ana, VerificationAspect.Exclusion, VerificationOutcome.Excluded, daysLater: 1);

        Assert.Equal(ExclusionStatus.Clear, Resolve([Older], clear, earlier).Exclusion?.Status);
        Assert.Equal(ExclusionStatus.PossibleMatch, Resolve([Older], clear, possible, earlier).Exclusion?.Status);
        Assert.Null(Resolve([Older]).Exclusion);
    }

    [Fact]
    public void Confirmed_liability_cover_holds_until_its_last_day()
    {
        var therapist = Resolve([Older], Check(Ana, VerificationAspect.Liability, VerificationOutcome.Confirmed, until: new DateOnly(2027, 1, 1)));

        Assert.Equal((true, new DateOnly(2027, 1, 1)), (therapist.LiabilityCover?.Value, therapist.LiabilityCoverUntil));
    }

    [Fact]
    public void Refuted_liability_cover_beats_an_older_statement() =>
        Assert.False(Resolve([Older with { LiabilityCover = true }], Check(Ana, VerificationAspect.Liability, VerificationOutcome.Refuted)).LiabilityCover?.Value);

    [Theory]
    [InlineData(MembershipStatus.Active, true)]
    [InlineData(MembershipStatus.Lapsed, null)]
    [InlineData(MembershipStatus.Ended, null)]
    public void Liability_cover_of_an_organisation_needs_its_membership_and_ends_with_it(MembershipStatus status, bool? covered)
    {
        var until = new DateOnly(2026, 12, 31);
        var therapist = Resolve([Older with { LiabilityCover = true, Membership = Older.Membership with { Status = status, ExpiresOn = until } }]);

        Assert.Equal((covered, covered is null ? null : until), (therapist.LiabilityCover?.Value, therapist.LiabilityCoverUntil));
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(1, false)]
    [InlineData(0, true)]
    public void A_refusal_of_cover_by_anyone_beats_an_older_confirmation(int daysLater, bool covered)
    {
        var confirmed = Check(Ana, VerificationAspect.Liability, VerificationOutcome.Confirmed, until: new DateOnly(2027, 1, 1));
        var refuted = Check(Ana, VerificationAspect.Liability, VerificationOutcome.Refuted, daysLater: daysLater, method: FactMethod.PublicReport);
        var withoutCover = Record("c", "3", npi: AnasNpi, asOf: Day.AddDays(daysLater)) with { LiabilityCover = false };

        Assert.Equal(covered, Resolve([Older], confirmed, refuted).LiabilityCover?.Value);
        Assert.Equal(covered, Resolve([Older, withoutCover], confirmed).LiabilityCover?.Value);
        Assert.Equal(covered, Resolve([Record("d", "4", npi: AnasNpi, asOf: Day.AddDays(1)) with { LiabilityCover = true }], refuted).LiabilityCover?.Value);
    }

    [Fact]
    public void A_confirmed_certificate_carries_the_day_and_a_refuted_one_is_gone()
    {
        var record = Older.Certified("bctmb").Certified("clt");
        var therapist = Resolve(
            [record],
            Check(Ana, VerificationAspect.Certification, VerificationOutcome.Confirmed, "clt", until: new DateOnly(2028, 1, 1)),
            Check(Ana, VerificationAspect.Certification, VerificationOutcome.Refuted, "bctmb"));

        var certificate = Assert.Single(therapist.Certifications);
        Assert.Equal(("clt", "77", Day.AddDays(1), new DateOnly(2028, 1, 1)),
            (certificate.Credential.Value, certificate.Number, certificate.ConfirmedOn, certificate.ExpiresOn));
    }

    [Fact]
    public void Hours_count_as_documented_only_when_someone_else_saw_the_document()
    {
        var seen = Check(Ana, VerificationAspect.TrainingHours, VerificationOutcome.Confirmed, hours: 1000, method: FactMethod.Organization);
        var claimed = Check(Ana, VerificationAspect.TrainingHours, VerificationOutcome.Confirmed, hours: 2000, daysLater: 9, method: FactMethod.SelfReported);

        Assert.Equal(1000, Resolve([Older], seen, claimed).DocumentedTrainingHours?.Value);
    }

    [Fact]
    public void Documented_training_is_noted_on_the_modality_or_adds_it()
    {
        var therapist = Resolve(
            [Older.Offering("cdt", TrainingLevel.Certified, 140)],
            Check(Ana, VerificationAspect.Training, VerificationOutcome.Confirmed, "cdt", hours: 135),
            Check(Ana, VerificationAspect.Training, VerificationOutcome.Confirmed, "oncology", hours: 24));

        Assert.Equal(
            [("cdt", TrainingLevel.Certified, (int?)140, (int?)135), ("oncology", TrainingLevel.Course, null, 24)],
            therapist.Modalities.Select(offer => (offer.Modality.Value, offer.Level, offer.StatedHours, offer.DocumentedHours)));
    }

    [Fact]
    public void Network_facts_of_several_sources_stand_side_by_side_the_newest_of_each()
    {
        var therapist = Resolve(
            [Older.Taking("aetna"), Newer.Taking("aetna")],
            Check(Ana + "@13202", VerificationAspect.Network, VerificationOutcome.InNetwork, "aetna/aetna-open-choice", until: new DateOnly(2027, 1, 1), source: "aetna"),
            Check(Ana, VerificationAspect.Network, VerificationOutcome.InNetwork, "aetna", source: "aetna", daysLater: 1),
            Check(Ana, VerificationAspect.Network, VerificationOutcome.OutOfNetwork, "aetna", source: "aetna", daysLater: 2));

        Assert.Equal(
            ["a aetna  in", "aetna aetna  out", "b aetna  in", "aetna aetna aetna-open-choice in @13202 2026-06-02..2027-01-01"],
            therapist.Networks.Select(fact => $"{fact.Source.Source} {fact.Insurer} {fact.Network} {(fact.InNetwork ? "in" : "out")}"
                + (fact.ListingZip is { } zip ? FormattableString.Invariant($" @{zip} {fact.From:O}..{fact.To:O}") : "")));
    }

    [Theory]
    [InlineData(VerificationOutcome.Yes, true)]
    [InlineData(VerificationOutcome.No, false)]
    [InlineData(VerificationOutcome.ExistingOnly, false)]
    [InlineData(VerificationOutcome.Partly, null)]
    public void An_insurer_s_word_on_new_patients_is_about_its_network_only(VerificationOutcome said, bool? accepting)
    {
        var therapist = Resolve(
            [Older.At("12 Main Street", accepting: AcceptingPatients.Unknown)],
            Check(Ana + "@13202", VerificationAspect.Network, VerificationOutcome.InNetwork, "aetna/aetna-open-choice", source: "aetna"),
            Check(Ana, VerificationAspect.Network, VerificationOutcome.InNetwork, "aetna", source: "aetna"),
            Check(Ana, VerificationAspect.Accepting, said, "aetna/aetna-open-choice", source: "aetna"));

        Assert.Equal([null, accepting], therapist.Networks.Select(fact => fact.Accepting));
        Assert.Equal(AcceptingPatients.Unknown, Assert.Single(therapist.Listings).Place.Accepting.Value);
    }

    [Fact]
    public void What_an_insurer_said_of_new_patients_before_its_last_word_on_the_network_counts_no_more()
    {
        var therapist = Resolve(
            [Older],
            Check(Ana, VerificationAspect.Accepting, VerificationOutcome.No, "aetna", source: "aetna", daysLater: 1),
            Check(Ana, VerificationAspect.Network, VerificationOutcome.InNetwork, "aetna", source: "aetna", daysLater: 2));

        Assert.Null(Assert.Single(therapist.Networks).Accepting);
    }

    [Fact]
    public void Two_ways_of_writing_an_address_are_one_listing_with_the_fields_of_both()
    {
        var listing = Assert.Single(Resolve(
            [Older.At("12 Main Street, Suite 4", phone: "315-555-0123"), Newer.At("12 MAIN ST", accepting: AcceptingPatients.No)]).Listings);

        Assert.Equal("+13155550123", listing.Place.Phone?.Value);
        Assert.Equal(AcceptingPatients.No, listing.Place.Accepting.Value);
        Assert.Equal("12 MAIN ST", listing.Place.Address.Line1);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(CareSetting.Clinic, false)]
    [InlineData(null, true)]
    [InlineData(CareSetting.Clinic, true)]
    public void One_word_that_nobody_is_received_at_a_place_hides_the_door_that_another_list_tells(CareSetting? other, bool theOtherIsNewer)
    {
        var zip = GeoPoint.Create(43.04, -76.15);
        PracticePlace Travelling(PracticePlace place) => place with { Setting = CareSetting.HomeVisitOnly, Point = zip, PointUncertainty = new Miles(3) };
        SourceRecord Saying(SourceRecord record, Func<PracticePlace, PracticePlace> place) => record with { Places = [.. record.Places.Select(place)] };

        var home = Saying((theOtherIsNewer ? Older : Newer).At("12 Main St"), Travelling);
        var door = Saying((theOtherIsNewer ? Newer : Older).At("12 Main Street"), place => place with { Setting = other });
        var place = Assert.Single(Resolve([home, door]).Listings).Place;

        Assert.Equal((CareSetting.HomeVisitOnly, zip, 3), (place.Setting, place.Point, place.PointUncertainty.Value));
    }

    [Fact]
    public void Accepting_is_checked_for_one_place_or_for_all()
    {
        var record = Older.At("12 Main St", "13202").At("9 Elm St", "13203");
        var therapist = Resolve(
            [record],
            Check(Ana, VerificationAspect.Accepting, VerificationOutcome.Yes),
            Check(Ana + "@13203", VerificationAspect.Accepting, VerificationOutcome.ExistingOnly, daysLater: 2));

        Assert.Equal(
            [("13202", AcceptingPatients.Yes), ("13203", AcceptingPatients.ExistingOnly)],
            therapist.Listings.Select(listing => (listing.Place.Address.Zip.Value, listing.Place.Accepting.Value)));
    }

    [Fact]
    public void A_place_confirmed_later_rests_on_the_check() => Assert.Equal(
        new Provenance("register", FactMethod.PrimarySource, Day.AddDays(1)),
        Assert.Single(Resolve([Older.At("12 Main St")], Check(Ana, VerificationAspect.Address, VerificationOutcome.Confirmed)).Listings).Place.From);

    [Fact]
    public void An_address_or_a_telephone_found_wrong_is_not_shown_until_a_source_states_it_again()
    {
        var record = Older.At("12 Main St", phone: "315-555-0123");
        var wrongAddress = Check(Ana + "@13202", VerificationAspect.Address, VerificationOutcome.Refuted, daysLater: -10);
        var wrongPhone = Check(Ana, VerificationAspect.Phone, VerificationOutcome.Refuted, daysLater: -10);

        Assert.Empty(Resolve([record], wrongAddress).Listings);
        Assert.Null(Assert.Single(Resolve([record], wrongPhone).Listings).Place.Phone);
        Assert.NotNull(Assert.Single(Resolve([record, Newer.At("12 Main St", phone: "315-555-0123")], wrongAddress, wrongPhone).Listings).Place.Phone);
    }

    [Fact]
    public void In_a_conflict_good_checks_under_the_contested_key_do_not_count_and_bad_ones_do()
    {
        var group = new IdentityGroup([Older], InConflict: true) { ContestedKeys = [SubjectKey.Of(AnasNpi)] };

        var byNpi = Resolve(group, Check(Ana, VerificationAspect.Licence, VerificationOutcome.Active, "US-NY/012345"));
        var byLicence = Resolve(group, Check(AnasLicence, VerificationAspect.Licence, VerificationOutcome.Active));
        var revoked = Resolve(group, Check(Ana, VerificationAspect.Licence, VerificationOutcome.Revoked, "US-NY/012345"));

        Assert.True(byNpi.IdentityConflict);
        Assert.Null(Assert.Single(byNpi.Licences).CheckedOn);
        Assert.NotNull(Assert.Single(byLicence.Licences).CheckedOn);
        Assert.Equal(LicenceStatus.Revoked, Assert.Single(revoked.Licences).Status);
    }

    [Fact]
    public void In_a_conflict_of_unknown_keys_no_good_check_counts() => Assert.Null(Assert.Single(Resolve(
        new IdentityGroup([Older], InConflict: true), Check(AnasLicence, VerificationAspect.Licence, VerificationOutcome.Active)).Licences).CheckedOn);

    [Fact]
    public void The_order_of_records_and_ledger_does_not_matter_and_resolving_twice_gives_the_same()
    {
        var chance = new Random(11);
        var records = Enumerable.Range(0, 6).Select(i => Record($"o{i % 3}", $"{i}", family: $"Ortiz{i}", npi: AnasNpi, asOf: Day.AddDays(-chance.Next(3)))
            .Holding("NY", "012345", (LicenceStatus)chance.Next(3)).Offering("swedish", (TrainingLevel)chance.Next(3)).Taking("aetna").Certified("bctmb")
            .At("12 Main St", phone: $"315-555-010{i}", accepting: (AcceptingPatients)chance.Next(4))).ToArray();
        var ledger = Enumerable.Range(0, 60).Select(i => Check(
            Ana, (VerificationAspect)chance.Next(11), (VerificationOutcome)chance.Next(17), chance.Next(3) switch { 0 => "aetna", 1 => "US-NY/12345", _ => "bctmb" },
            daysLater: chance.Next(3), hours: chance.Next(3) * 100, method: (FactMethod)chance.Next(5), source: $"s{chance.Next(2)}")).ToArray();
        var expected = JsonSerializer.Serialize(Resolve(new IdentityGroup([.. records], false), ledger));

        for (var round = 0; round < 50; round++)
        {
            Assert.Equal(expected, JsonSerializer.Serialize(Resolve(new IdentityGroup([.. records], false), ledger)));
            chance.Shuffle(records);
            chance.Shuffle(ledger);
        }
    }

    private static TherapistProfile Resolve(ImmutableArray<SourceRecord> records, params Verification[] ledger) =>
        Resolve(new IdentityGroup(records, InConflict: false), ledger);

    private static TherapistProfile Resolve(IdentityGroup group, params Verification[] ledger) =>
        TherapistResolver.Resolve(group, ledger, new TherapistId(1), 5, key => new ListingId(1 + key.Length));
}

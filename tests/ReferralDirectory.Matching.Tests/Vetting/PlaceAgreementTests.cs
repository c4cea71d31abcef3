using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;
using static ReferralDirectory.Matching.Tests.Vetting.Records;

namespace ReferralDirectory.Matching.Tests.Vetting;

public sealed class PlaceAgreementTests
{
    private static readonly SourceRecord Listed = Record("a", "1", npi: AnasNpi).At("1 Main Street", "13202", "315-555-0123", AcceptingPatients.Yes);

    [Fact]
    public void A_newer_list_that_has_the_therapist_elsewhere_speaks_against_this_address_and_its_telephone()
    {
        var therapist = Resolve(Listed, Record("b", "7", npi: AnasNpi, asOf: Day.AddDays(30)).At("9 Elm Street", "13210", "315-555-0123", AcceptingPatients.No));

        Assert.Equal((2, 1, 0), Against(therapist, "13202"));
        Assert.Equal((0, 0, 0), Against(therapist, "13210"));
    }

    [Fact]
    public void One_that_has_this_place_too_does_not()
    {
        var therapist = Resolve(Listed, Record("b", "7", npi: AnasNpi, asOf: Day.AddDays(30)).At("9 Elm Street", "13210").At("1 Main St.", "13202", "315-555-0123"));

        Assert.Equal((0, 0, 0), Against(therapist, "13202"));
    }

    [Fact]
    public void Nor_one_that_says_nothing_of_places_nor_a_check_of_another_place()
    {
        var silent = Resolve(Listed, Record("b", "7", npi: AnasNpi, asOf: Day.AddDays(30)));
        var call = Check("npi:2000000010@13210", VerificationAspect.Address, VerificationOutcome.Confirmed, daysLater: 40, method: FactMethod.Organization, source: "Telephone");

        Assert.Equal((0, 0, 0), Against(silent, "13202"));
        Assert.Equal((0, 0, 0), Against(Resolve([Listed.At("9 Elm Street", "13210")], call), "13202"));
    }

    [Fact]
    public void Sources_that_differ_about_one_place_speak_against_what_they_differ_in_until_somebody_asks()
    {
        var other = Record("b", "7", npi: AnasNpi).At("1 Main Street", "13202", "315-555-0199", AcceptingPatients.No);
        var call = Check("npi:2000000010@13202", VerificationAspect.Accepting, VerificationOutcome.Yes, daysLater: 9);

        Assert.Equal((0, 1, 1), Against(Resolve(Listed, other), "13202"));
        Assert.Equal((0, 1, 0), Against(Resolve([Listed, other], call), "13202"));
    }

    [Fact]
    public void Lists_say_nothing_against_what_was_asked_for_at_its_primary_source()
    {
        var newer = Record("b", "7", npi: AnasNpi, asOf: Day.AddDays(30)).At("9 Elm Street", "13210");
        var call = Check("npi:2000000010@13202", VerificationAspect.Address, VerificationOutcome.Confirmed, daysLater: 9);

        Assert.Equal((0, 0, 0), Against(Resolve([Listed, newer], call), "13202"));
    }

    private static (int Address, int Phone, int Accepting) Against(TherapistProfile therapist, string zip)
    {
        var place = therapist.Listings.Single(listing => listing.Place.Address.Zip == Records.Zip(zip)).Place;
        return (Of(VerificationAspect.Address), Of(VerificationAspect.Phone), Of(VerificationAspect.Accepting));

        int Of(VerificationAspect aspect) => PlaceAgreement.Of(aspect, place, therapist).Contradicting;
    }

    private static TherapistProfile Resolve(params SourceRecord[] records) => Resolve(records, []);

    private static TherapistProfile Resolve(SourceRecord[] records, params Verification[] ledger) =>
        TherapistResolver.Resolve(new IdentityGroup([.. records], InConflict: false), ledger, new TherapistId(1), 1, key => new ListingId(key.Length));
}

using ReferralDirectory.Geocoding;
using ReferralDirectory.Matches;
using ReferralDirectory.Matches.Requests;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Tests.Matches;

public sealed class MatchCriteriaFactoryTests
{
    [Fact]
    public void What_is_left_out_gets_its_default()
    {
        var criteria = Create(A.Request).Criteria;
        Assert.Equal(Audience.Physician, criteria.Audience);
        Assert.Equal(StateCode.Parse("NY"), criteria.PatientState);
        Assert.Equal(new DateOnly(2026, 11, 21), criteria.AsOf);
        Assert.Equal(criteria.AsOf, criteria.ServiceDate);
        Assert.Equal(10, criteria.Limit);
        Assert.Equal(SortOrder.Score, criteria.Sort);
        Assert.Null(criteria.MinTier);
        Assert.Null(criteria.Preferences.Radius);
        Assert.True(criteria.WithRelaxations);
    }

    [Fact]
    public void An_alias_and_a_plans_name_become_their_ids()
    {
        var coverage = Create(A.PaidBy(new() { Insurer = "Aetna US Healthcare", Plan = "OPEN CHOICE" })).Criteria.Coverage;
        Assert.Equal(new Coverage(CoverageKind.HealthPlan, Code<Matching.Knowledge.Insurer>.Parse("aetna"), Code<Matching.Knowledge.Plan>.Parse("open-choice")), coverage);
    }

    [Fact]
    public void Diagnoses_come_before_conditions_and_nothing_counts_twice()
    {
        var order = Create(A.Ordering(new() { Diagnoses = ["M54.50", "I89.0", "m5450"], Conditions = ["lymphedema"] })).Criteria.Order;
        Assert.Equal(["M54.50", "I89.0", "lymphedema"], order.Diagnoses.Select(diagnosis => diagnosis.ToString()));
    }

    [Fact]
    public void Screening_left_out_is_not_the_same_as_none()
    {
        Assert.Null(Create(A.Ordering(A.Request.Order with { Screening = null })).Criteria.Order.ScreeningAnswers);
        Assert.Equal(["none"], Create(A.Request).Criteria.Order.ScreeningAnswers!.Value);
    }

    [Fact]
    public void Preferences_and_acknowledgements_are_carried_over()
    {
        var request = A.Preferring(new()
        {
            RadiusMiles = 25,
            Languages = ["es"],
            TherapistGender = "female",
            Settings = ["medical-office"],
            HomeVisit = false,
            EveningHours = true,
            WheelchairAccessible = true,
            Required = ["therapistGender"],
        }) with
        { Order = A.Request.Order with { Acknowledged = ["advised-against"] }, Include = ["gates"], Audience = "patient", Sort = "distance" };
        var (criteria, _, included) = Create(request);
        Assert.Equal(new Miles(25), criteria.Preferences.Radius);
        Assert.Equal(["es"], criteria.Preferences.Languages);
        Assert.Equal(Gender.Female, criteria.Preferences.TherapistGender);
        Assert.Equal([CareSetting.MedicalOffice], criteria.Preferences.Settings);
        Assert.False(criteria.Preferences.HomeVisit);
        Assert.True(criteria.Preferences is { EveningHours: true, WeekendHours: false, WheelchairAccessible: true });
        Assert.Equal([Preference.TherapistGender], criteria.Preferences.Required);
        Assert.True(criteria.Order.AcknowledgesAdvisedAgainst);
        Assert.Equal((Audience.Patient, SortOrder.Distance, false), (criteria.Audience, criteria.Sort, criteria.WithRelaxations));
        Assert.Equal(new IncludedParts(Components: false, Gates: true, Funnel: false, Relaxations: false), included);
    }

    [Fact]
    public void A_coordinate_keeps_its_point_and_learns_its_state()
    {
        var (criteria, place, _) = Create(A.At(new() { Latitude = 21.3, Longitude = -157.86 }));
        Assert.Equal(GeoPoint.Create(21.3, -157.86), criteria.Place);
        Assert.Equal(StateCode.Parse("HI"), criteria.PatientState);
        Assert.Equal((PlacePrecision.Coordinates, new Miles(0)), (place.Precision, place.Uncertainty));
    }

    private static PlacedCriteria Create(MatchRequest request) => MatchCriteriaFactory.Create(request, SmallWorld.With());
}

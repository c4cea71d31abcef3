using ReferralDirectory.Geocoding;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Tests.Geocoding;

public sealed class PlaceTableTests
{
    private static readonly PlaceTable Places = Shipped.Places;

    [Fact]
    public void Every_zip_of_the_states_and_territories_is_read_and_the_two_of_the_Marshall_Islands_are_not()
    {
        Assert.Equal(41_188 - 2, Places.Points.Count);
        Assert.Null(Places.Find(Zip("96960")));
    }

    [Theory]
    [InlineData("00501", "Holtsville", "NY")]
    [InlineData("13202", "Syracuse", "NY")]
    [InlineData("99950", "Ketchikan", "AK")]
    public void A_zip_is_found_with_its_city_and_state(string zip, string city, string state)
    {
        var place = Find(zip);

        Assert.Equal((city, StateCode.Parse(state)), (place.City, place.State));
        Assert.Equal(zip, place.Zip?.Value);
    }

    [Fact]
    public void A_zip_that_does_not_exist_is_not_found()
    {
        Assert.Null(Places.Find(Zip("00000")));
        Assert.Null(Places.Find(default));
    }

    [Fact]
    public void Precision_says_how_far_a_point_can_be_trusted()
    {
        Assert.Equal(PlacePrecision.Zip, Find("13202").Precision);
        Assert.Equal(PlacePrecision.Point, Find("00501").Precision);
        Assert.Equal(PlacePrecision.Approximate, Find("99503").Precision);
    }

    [Fact]
    public void Uncertainty_is_half_the_median_distance_to_the_five_nearest_points_elsewhere()
    {
        var place = Find("12946");
        var median = Places.Points.Select(other => place.Point.DistanceTo(other.Point).Value).Where(miles => miles > 0).Order().ElementAt(2);

        Assert.Equal(median / 2, place.Uncertainty.Value, 1e-9);
    }

    [Fact]
    public void A_point_whose_sources_disagree_is_at_least_ten_miles_uncertain() =>
        Assert.All(Places.Points.Where(point => point.Precision == PlacePrecision.Approximate), point => Assert.True(Places.Find(point.Code)?.Uncertainty.Value >= 10));

    [Theory]
    [InlineData("st louis", "MO", "Saint Louis")]
    [InlineData("St. Louis", "MO", "Saint Louis")]
    [InlineData("SAINT LOUIS", "MO", "Saint Louis")]
    [InlineData("syracuse", "NY", "Syracuse")]
    [InlineData("Ft Worth", "TX", "Fort Worth")]
    [InlineData("winston salem", "NC", "Winston-Salem")]
    public void A_city_is_found_however_it_is_written(string text, string state, string city)
    {
        var place = Places.FindCity(text, StateCode.Parse(state));

        Assert.Equal(city, place?.City);
        Assert.Equal(PlacePrecision.City, place?.Precision);
        Assert.Null(place?.Zip);
    }

    [Fact]
    public void A_city_lies_amid_its_zip_points()
    {
        var boulder = Places.FindCity("Boulder", StateCode.Parse("CO"));

        Assert.NotNull(boulder);
        Assert.InRange(boulder.Point.DistanceTo(Find("80302").Point).Value, 0, 8);
        Assert.InRange(boulder.Uncertainty.Value, 0.5, 10);
    }

    [Fact]
    public void A_city_of_another_state_is_not_found() => Assert.Null(Places.FindCity("Syracuse", StateCode.Parse("WA")));

    [Theory]
    [InlineData(43.05, -76.15)]
    [InlineData(71.29, -156.79)]
    [InlineData(64.5, -165.4)]
    [InlineData(52.0, 179.9)]
    [InlineData(-14.3, -170.7)]
    [InlineData(89.9, 10)]
    [InlineData(-90, 0)]
    public void The_nearest_place_is_the_one_that_a_look_at_all_points_finds(double latitude, double longitude)
    {
        var point = GeoPoint.Create(latitude, longitude);
        var least = Places.Points.Min(place => place.Point.DistanceTo(point).Value);

        Assert.Equal(least, Places.Nearest(point).Point.DistanceTo(point).Value, 1e-9);
    }

    [Fact]
    public void Type_ahead_of_digits_gives_the_zips_that_begin_so() =>
        Assert.Equal(["13201", "13202", "13203"], Places.Search("132", 3).Shown.Select(place => place.Zip?.Value));

    [Fact]
    public void Type_ahead_of_letters_gives_the_larger_cities_first()
    {
        var cities = Places.Search("portl", 10).Shown;

        Assert.Equal(("Portland", StateCode.Parse("OR")), (cities[0].City, cities[0].State));
        Assert.All(cities, city => Assert.StartsWith("Portl", city.City, StringComparison.Ordinal));
    }

    [Fact]
    public void Type_ahead_can_name_the_state() =>
        Assert.Equal([("Portland", "US-ME")], Places.Search("portland, me", 10).Shown.Select(place => (place.City, place.State.ToString())));

    [Theory]
    [InlineData("st", "Saint Louis")]
    [InlineData("st", "Stamford")]
    [InlineData("St. Lo", "Saint Louis")]
    public void An_unfinished_word_may_be_an_abbreviation_or_a_beginning(string text, string city) =>
        Assert.Contains(Places.Search(text, 200).Shown, place => place.City == city);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(".")]
    [InlineData("123456")]
    [InlineData("13x")]
    [InlineData("zzzz")]
    public void Type_ahead_of_nothing_known_is_empty(string text) => Assert.Empty(Places.Search(text, 10).Shown);

    private static ZipCode Zip(string text) => ZipCode.TryParse(text, out var zip) ? zip : throw new ArgumentException(text, nameof(text));

    private static Place Find(string zip) => Places.Find(Zip(zip)) ?? throw new ArgumentException(zip, nameof(zip));
}

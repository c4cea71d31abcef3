using System.Globalization;
using System.Text;
using System.Text.Json;
using ReferralDirectory.Platform;

namespace ReferralDirectory.Tests.Platform;

/// <summary>Whatever is written, System.Text.Json would have written the same.</summary>
public sealed class JsonTextTests
{
    [Fact]
    public void Every_character_is_written_as_the_serialiser_writes_it_wherever_it_stands()
    {
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var character = (char)code;
            foreach (var text in new[] { $"{character}", $"before {character}", $"{character} and what comes after it", $"in the middle {character} of sixteen and more" })
                AssertSame(text, Written(json => json.Member("value"u8, text)));
        }
    }

    [Fact]
    public void Every_length_is_written_to_its_end()
    {
        for (var length = 0; length < 70; length++)
        {
            var text = new string('x', length);
            AssertSame(text, Written(json => json.Member("value"u8, text)));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.0)]
    [InlineData(0.1)]
    [InlineData(0.3)]
    [InlineData(0.30000000000000004)]
    [InlineData(-76.1136)]
    [InlineData(43.02275)]
    [InlineData(1e-5)]
    [InlineData(0.00005)]
    [InlineData(999999999.9999)]
    [InlineData(123456789012)]
    [InlineData(1e15)]
    [InlineData(1e300)]
    [InlineData(double.Epsilon)]
    public void A_number_is_the_shortest_that_means_it(double number) => AssertSame(number, Written(json => json.Member("value"u8, number)));

    [Fact]
    public void Any_number_is_the_shortest_that_means_it()
    {
        var random = new Random(20261122);
        for (var i = 0; i < 20_000; i++)
        {
            var number = Math.Round((random.NextDouble() - .5) * Math.Pow(10, random.Next(12)), random.Next(7));
            AssertSame(number, Written(json => json.Member("value"u8, number)));
        }
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "0.000001")]
    [InlineData(350_000, "0.35")]
    [InlineData(-20_916_675, "-20.916675")]
    [InlineData(100_000_000, "100")]
    public void Millionths_end_with_their_last_digit(long millionths, string number) => Assert.Equal(
        $$"""{"value":{{number}}}""", Written(json => json.FixedPoint("value"u8, millionths, 6)));

    [Fact]
    public void An_answer_that_outgrows_the_buffer_is_whole()
    {
        var text = new string('é', 300_000);
        AssertSame(text, Written(json => json.Member("value"u8, text)));
    }

    [Fact]
    public void Members_without_a_value_are_left_out() => Assert.Equal("{}", Written(json =>
    {
        json.Member("text"u8, (string?)null);
        json.Member("whole"u8, (long?)null);
        json.Member("number"u8, (double?)null);
        json.Member("price"u8, (decimal?)null);
        json.Member("day"u8, (DateOnly?)null);
        json.Member("truth"u8, (bool?)null);
        json.Texts<string>("texts"u8, [], text => text);
    }));

    private static void AssertSame<T>(T value, string written) =>
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{{\"value\":{JsonSerializer.Serialize(value, StrictJson.Options)}}}"), written);

    private static string Written(Action<JsonText> write)
    {
        using var json = JsonText.Rent();
        json.BeginObject();
        write(json);
        json.EndObject();
        return Encoding.UTF8.GetString(json.Written);
    }
}

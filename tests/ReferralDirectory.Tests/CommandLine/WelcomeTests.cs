using ReferralDirectory.CommandLine;
using ReferralDirectory.Demo;

namespace ReferralDirectory.Tests.CommandLine;

public sealed class WelcomeTests
{
    private const string Url = "http://localhost:5080";

    [Fact]
    public void With_invented_people_a_first_request_is_suggested_and_that_they_are_invented_is_said()
    {
        var text = Welcome.TextOf(DirectoryAppPeople.Index, Url, SeedOutcome.LeftAsItIs);

        Assert.Contains($"curl '{Url}/v1/therapists?near=13202", text, StringComparison.Ordinal);
        Assert.Contains("SYNTHETIC", text, StringComparison.Ordinal);
    }

    [Fact]
    public void With_nobody_no_search_is_suggested_but_an_import_or_the_demonstration()
    {
        var text = Welcome.TextOf(DirectoryAppPeople.Compile(), Url, SeedOutcome.NotWanted);

        Assert.Contains($"{Url}/swagger", text, StringComparison.Ordinal);
        Assert.DoesNotContain("near=", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SYNTHETIC", text, StringComparison.Ordinal);
        Assert.Contains("import --help", text, StringComparison.Ordinal);
        Assert.Contains("A new --data directory can have it", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(SeedOutcome.KeptOutOfRealData), "holds real people")]
    [InlineData(nameof(SeedOutcome.NotWanted), "begun without the demonstration, or it was removed")]
    [InlineData(nameof(SeedOutcome.Seeded), null)]
    [InlineData(nameof(SeedOutcome.LeftAsItIs), null)]
    public void Why_nobody_was_seeded_is_said(string outcome, string? reason)
    {
        var text = Welcome.TextOf(DirectoryAppPeople.Index, "http://localhost:5080", Enum.Parse<SeedOutcome>(outcome));

        Assert.Contains("at http://localhost:5080", text, StringComparison.Ordinal);
        Assert.Equal(reason is not null, text.Contains("demonstration", StringComparison.Ordinal));
        if (reason is not null)
            Assert.Contains(reason, text, StringComparison.Ordinal);
    }
}

using ReferralDirectory.CommandLine;

namespace ReferralDirectory.Tests.CommandLine;

public sealed class WelcomeTests
{
    private const string Url = "http://localhost:5080";

    [Fact]
    public void With_invented_people_a_first_request_is_suggested_and_that_they_are_invented_is_said()
    {
        var text = Welcome.Text(DirectoryAppPeople.Index, Url);

        Assert.Contains($"curl '{Url}/v1/therapists?near=13202", text, StringComparison.Ordinal);
        Assert.Contains("SYNTHETIC", text, StringComparison.Ordinal);
    }

    [Fact]
    public void With_nobody_no_search_is_suggested_but_an_import_or_the_demonstration()
    {
        var text = Welcome.Text(DirectoryAppPeople.Compile(), Url);

        Assert.Contains($"{Url}/swagger", text, StringComparison.Ordinal);
        Assert.DoesNotContain("near=", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SYNTHETIC", text, StringComparison.Ordinal);
        Assert.Contains("import --help", text, StringComparison.Ordinal);
        Assert.Contains("--seed demo", text, StringComparison.Ordinal);
    }
}

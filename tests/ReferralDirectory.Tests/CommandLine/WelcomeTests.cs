using ReferralDirectory.CommandLine;
using ReferralDirectory.Demo;

namespace ReferralDirectory.Tests.CommandLine;

public sealed class WelcomeTests
{
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

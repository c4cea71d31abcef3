using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ReferralDirectory.Tests.Contract;

/// <summary>The program as a newcomer starts it: a new store, filled with the demonstration, on the day of the documented answers.</summary>
public sealed class DemonstrationHost : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("referral-directory-");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("data", data.FullName).UseSetting("seed", "demo");
        builder.ConfigureAppConfiguration(configuration =>
            configuration.AddInMemoryCollection([KeyValuePair.Create("ReferralDirectory:RateLimits:Enabled", (string?)"false")]));
        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(SettableClock.AtNoon));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        data.Delete(recursive: true);
    }
}

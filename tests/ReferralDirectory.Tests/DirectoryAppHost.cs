using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Tests;

[assembly: AssemblyFixture(typeof(DirectoryAppHost))]

namespace ReferralDirectory.Tests;

/// <summary>
/// The program as it is, on a temporary store, on a fixed day, with <see cref="DirectoryAppPeople"/> in its index. One host serves all
/// tests that only read; who needs other people makes a host of his own.
/// </summary>
public sealed class DirectoryAppHost : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("referral-directory-");
    private readonly MatchIndex index;

    public DirectoryAppHost()
        : this(DirectoryAppPeople.Index)
    {
    }

    internal DirectoryAppHost(MatchIndex index) => this.index = index;

    public SettableClock Clock { get; } = new(DirectoryAppPeople.Now);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // Settings of the host reach the program as arguments of its command line.
        builder.UseSetting("data", data.FullName).UseSetting("seed", "none");
        builder.ConfigureAppConfiguration(configuration =>
            configuration.AddInMemoryCollection([KeyValuePair.Create("ReferralDirectory:RateLimits:Enabled", (string?)"false")]));
        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock).AddScoped(_ => index));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        data.Delete(recursive: true);
    }
}

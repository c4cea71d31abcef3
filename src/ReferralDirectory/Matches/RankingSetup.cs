using Microsoft.Extensions.Options;
using ReferralDirectory.Matching.Ranking;

namespace ReferralDirectory.Matches;

internal static class RankingSetup
{
    private const string Section = "ReferralDirectory:Ranking";

    /// <summary>The operator's weights, else the defaults; the same for the server and the command line.</summary>
    public static IServiceCollection AddRanking(this IServiceCollection services)
    {
        services.AddOptions<RankingOptions>().BindConfiguration(Section).ValidateDataAnnotations()
            .Validate(ranking => ranking.Physician.Total == 100 && ranking.Patient.Total == 100, "The ranking's weights must add up to 100 for each audience.")
            .ValidateOnStart();
        return services.AddSingleton(provider => provider.GetRequiredService<IOptions<RankingOptions>>().Value);
    }
}

using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Platform;

namespace ReferralDirectory.Vocabularies;

/// <summary>Answers that rest on the tables, the codes and the ranking alone carry a tag of their versions and the question, and may be kept for an hour.</summary>
internal static class TableCache
{
    private const string CacheControl = "public, max-age=3600";

    public static TBuilder KeptUntilTablesChange<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            var result = await next(context);
            var answer = result is INestedHttpResult nested ? nested.Result : result;
            if (answer is not IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK })
                return result;
            var knowledge = http.RequestServices.GetRequiredService<MatchIndex>().Knowledge.Version;
            var codes = http.RequestServices.GetRequiredService<Icd10Release>().Version;
            var ranking = RulesetVersion.Of(http.RequestServices.GetRequiredService<RankingOptions>());
            var tag = ETags.Of(knowledge, codes, ranking, http.Request.Path, http.Request.QueryString.Value ?? "", ProductVersion);
            return ETags.IsKnownToCaller(http, tag, CacheControl) ? ETags.NotModified : result;
        });

    // Formulas, titles and places come with the program, not with the tables.
    private static string ProductVersion { get; } = typeof(TableCache).Assembly.ManifestModule.ModuleVersionId.ToString();
}

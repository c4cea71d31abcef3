using System.Collections.Immutable;
using System.Text.Json;
using ReferralDirectory.Matches;
using ReferralDirectory.Matches.Requests;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Platform;

namespace ReferralDirectory.Benchmarks.Http;

/// <summary>The orders of the mix as an office's program posts them: those whose answer shows twenty therapists.</summary>
internal static class ReferralBodies
{
    public const int Shown = 20;
    private const int Tried = 20_000;

    /// <summary>The explanations that do not match again: all but the relaxations.</summary>
    private static readonly string[] Parts = [.. IncludedParts.Names.Where(part => part != "relaxations")];

    public static ImmutableArray<MatchRequest> Of(MatchContext world, DateOnly today, int count) =>
    [
        .. QueryMix.Of(world.Index, today, Tried).Select(criteria => Of(criteria, world))
            .Where(request => MatchesQueries.Match(request, world, CancellationToken.None).Results.Length == Shown).Take(count),
    ];

    public static int SizeOfAnswer(MatchRequest request, MatchContext world) =>
        JsonSerializer.SerializeToUtf8Bytes(MatchesQueries.Match(request, world, CancellationToken.None), StrictJson.Options).Length;

    public static string Json(MatchRequest request) => JsonSerializer.Serialize(request, StrictJson.Options);

    private static MatchRequest Of(MatchCriteria criteria, MatchContext world) => new()
    {
        Audience = EnumWords.Of(criteria.Audience),
        Patient = new PatientRequest
        {
            Location = new LocationRequest { Zip = world.Places.Nearest(criteria.Place).Zip?.Value },
            Coverage = criteria.Coverage.Insurer is { } insurer
                ? new CoverageRequest { Insurer = insurer.Value } : new CoverageRequest { Kind = EnumWords.Of(criteria.Coverage.Kind) },
        },
        Order = new OrderRequest
        {
            Diagnoses = [.. criteria.Order.Diagnoses.Select(diagnosis => diagnosis.ToString())],
            Screening = new ScreeningRequest { Answers = criteria.Order.ScreeningAnswers ?? [] },
        },
        Preferences = new PreferencesRequest { RadiusMiles = criteria.Preferences.Radius?.Value },
        Limit = Shown,
        Include = Parts,
    };
}

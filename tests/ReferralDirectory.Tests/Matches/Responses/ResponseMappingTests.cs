using System.Text.Json;
using ReferralDirectory.Matches;
using ReferralDirectory.Matches.Responses;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Platform;

namespace ReferralDirectory.Tests.Matches.Responses;

public sealed class ResponseMappingTests
{
    [Fact]
    public void Contributions_add_up_to_the_score_to_the_last_digit()
    {
        var result = Assert.Single(Respond().Results);
        Assert.Equal(result.Score, result.Components!.Value.Sum(component => component.Contribution));
        Assert.All(result.Components!.Value, component => Assert.Equal(component.Contribution, component.Raw * component.Weight));
    }

    [Fact]
    public void The_funnel_names_its_units_and_ends_with_the_total()
    {
        var response = Respond();
        Assert.Equal(
            [
                new FunnelStepResponse("within-radius", "candidate", 10, 3), new FunnelStepResponse("licensed", "candidate", 3, 2),
                new FunnelStepResponse("best-per-therapist", "therapist", 2, 1),
            ],
            response.Funnel!.Value);
        Assert.Equal(response.Total, response.Funnel!.Value[^1].Out);
    }

    [Fact]
    public void Only_what_is_included_is_sent()
    {
        var bare = Json(Respond([]));
        Assert.False(bare.TryGetProperty("funnel", out _));
        Assert.False(bare.TryGetProperty("relaxations", out _));
        Assert.False(bare.GetProperty("results")[0].TryGetProperty("gates", out _));
        Assert.False(bare.GetProperty("results")[0].TryGetProperty("components", out _));
        Assert.True(Json(Respond(["gates"])).GetProperty("results")[0].TryGetProperty("gates", out _));
    }

    [Fact]
    public void An_answer_reads_as_the_contract_says()
    {
        var json = Json(Respond());
        var result = json.GetProperty("results")[0];
        Assert.Equal("clear", json.GetProperty("screening").GetProperty("outcome").GetString());
        Assert.Equal("thr_00001a", result.GetProperty("therapist").GetProperty("id").GetString());
        Assert.Equal(3.2, result.GetProperty("distanceMiles").GetDouble());
        Assert.Equal("64.233331", result.GetProperty("score").GetRawText());
        Assert.Equal("""{"line1":"1 Main Street","city":"Syracuse","state":"US-NY","zip":"13202"}""", result.GetProperty("listing").GetProperty("address").GetRawText());
        Assert.Equal(
            """{"status":"in-network","confirmedFor":"plan","network":"aetna-ppo","source":"insurer-file","asOf":"2026-10-02"}""",
            result.GetProperty("network").GetRawText());
        Assert.Equal(
            """{"diagnosis":"I89.0","modality":"cdt","grade":"A","training":"certified","source":"Qaseem 2017, Ann Intern Med"}""",
            result.GetProperty("components")[0].GetProperty("evidence").GetRawText());
        Assert.Equal(
            """{"gate":"licensed","passed":true,"code":"active-licence","because":"NY 012345-1, active until 2027-03-31, checked 2026-10-30"}""",
            result.GetProperty("gates")[0].GetRawText());
        Assert.Equal("""{"change":"radiusMiles","to":50,"adds":6,"text":"Widen the radius to 50 miles to add 6 therapists."}""", json.GetProperty("relaxations")[0].GetRawText());
        Assert.Equal("zip", json.GetProperty("geocode").GetProperty("precision").GetString());
        Assert.True(json.GetProperty("synthetic").GetBoolean());
        Assert.Equal("small-1", json.GetProperty("knowledgeVersion").GetString());
        Assert.Equal(7, json.GetProperty("indexRevision").GetInt64());
        Assert.Equal("2026-11-21", json.GetProperty("asOf").GetString());
    }

    [Fact]
    public void An_answer_without_invented_people_is_not_synthetic() => Assert.False(
        (Some.Answer with { Results = [Some.Hit with { Therapist = Some.Therapist with { Synthetic = false } }] }).ToResponse(Asked(null), SmallWorld.With()).Synthetic);

    [Fact]
    public void The_version_of_the_rules_changes_with_every_option()
    {
        RankingOptions[] options =
        [
            new(), new() { HalfDistanceMiles = 9 }, new() { PatientMinTier = 2 }, new() { PhysicianMinTier = 1 }, new() { Patient = new RankingOptions().Physician },
        ];
        Assert.Equal(options.Length, options.Select(RulesetVersion.Of).Distinct().Count());
        Assert.StartsWith(RulesetVersion.Rules + "+", RulesetVersion.Of(new RankingOptions()), StringComparison.Ordinal);
        Assert.Equal(RulesetVersion.Of(new RankingOptions()), RulesetVersion.Of(new RankingOptions()));
    }

    private static MatchResponse Respond(IReadOnlyList<string>? include = null) => Some.Answer.ToResponse(Asked(include), SmallWorld.With());

    private static PlacedCriteria Asked(IReadOnlyList<string>? include) => MatchCriteriaFactory.Create(A.Request with { Include = include }, SmallWorld.With());

    private static JsonElement Json(MatchResponse response) => JsonSerializer.SerializeToElement(response, StrictJson.Options);
}

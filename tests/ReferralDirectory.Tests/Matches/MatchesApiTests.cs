using System.Net;
using System.Text.Json;
using ReferralDirectory.Matches;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Tests.Matches;

public sealed class MatchesApiTests
{
    private static readonly TherapistProfile Swedish = Practitioner.Offering(1, "swedish", "deep-tissue");
    private static readonly TherapistProfile Decongestive = Practitioner.Offering(2, "cdt", "mld", "swedish") with { Certifications = [Practitioner.Certified("clt-lana")] };

    [Fact]
    public async Task Lymphedema_returns_only_who_has_complete_decongestive_training()
    {
        await using var host = await MatchesHost.StartAsync(Swedish, Decongestive);
        var answer = await host.MatchAsync(A.Request);
        Assert.Equal(["thr_000002"], Ids(answer));
        Assert.True(answer.GetProperty("synthetic").GetBoolean());
        Assert.Equal(
            answer.GetProperty("results")[0].GetProperty("score").GetDecimal(),
            answer.GetProperty("results")[0].GetProperty("components").EnumerateArray().Sum(component => component.GetProperty("contribution").GetDecimal()));
    }

    [Theory]
    [InlineData("accurate", "components", 1)]
    [InlineData("none", "funnel", 1)]
    [InlineData("none", "relaxations", 1)]
    [InlineData("none", "components", null)]
    public async Task The_total_is_left_out_where_nobody_wants_it_and_the_results_are_the_same(string total, string include, int? expected)
    {
        await using var host = await MatchesHost.StartAsync(Swedish, Decongestive);
        var answer = await host.MatchAsync(A.Request with { Total = total, Include = [include] });
        Assert.Equal(expected, answer.TryGetProperty("total", out var counted) ? counted.GetInt32() : null);
        Assert.Equal(["thr_000002"], Ids(answer));
    }

    [Fact]
    public async Task Acute_deep_vein_thrombosis_is_blocked_with_its_source()
    {
        await using var host = await MatchesHost.StartAsync(Swedish, Decongestive);
        var answer = await host.MatchAsync(A.Ordering(A.Request.Order with { Diagnoses = ["I82.401"] }));
        var screening = answer.GetProperty("screening");
        Assert.Equal("blocked", screening.GetProperty("outcome").GetString());
        Assert.Empty(Ids(answer));
        Assert.Equal(0, answer.GetProperty("total").GetInt32());
        var finding = screening.GetProperty("findings")[0];
        Assert.Equal(("absolute", "I82.401"), (finding.GetProperty("level").GetString(), finding.GetProperty("triggeredBy").GetString()));
        Assert.NotEmpty(finding.GetProperty("source").GetString()!);
    }

    [Fact]
    public async Task Sciatica_from_a_root_is_advised_against_until_the_order_knows_and_insists()
    {
        await using var host = await MatchesHost.StartAsync(Swedish);
        var sciatica = A.Request.Order with { Diagnoses = ["M54.16"] };
        var advised = await host.MatchAsync(A.Ordering(sciatica));
        Assert.Equal("advised-against", advised.GetProperty("screening").GetProperty("outcome").GetString());
        Assert.Empty(Ids(advised));

        var insisted = await host.MatchAsync(A.Ordering(sciatica with { Modalities = ["swedish"], Acknowledged = ["advised-against"] }));
        Assert.Equal(["thr_000001"], Ids(insisted));
        Assert.Contains(
            "acknowledged-advised-against",
            insisted.GetProperty("results")[0].GetProperty("cautions").EnumerateArray().Select(caution => caution.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_valid_code_that_no_row_knows_gives_the_finding_and_results()
    {
        await using var host = await MatchesHost.StartAsync(Swedish);
        var answer = await host.MatchAsync(A.Ordering(A.Request.Order with { Diagnoses = ["H61.21"] }));
        Assert.Equal(["thr_000001"], Ids(answer));
        Assert.Contains("no-known-indication", Findings(answer));
    }

    [Fact]
    public async Task An_order_without_screening_answers_needs_clearance()
    {
        await using var host = await MatchesHost.StartAsync(Decongestive);
        var answer = await host.MatchAsync(A.Ordering(A.Request.Order with { Screening = null }));
        Assert.Equal("clearance-required", answer.GetProperty("screening").GetProperty("outcome").GetString());
        Assert.Contains("screening-not-answered", Findings(answer));
        Assert.Equal(["thr_000002"], Ids(answer));
    }

    [Fact]
    public async Task Swedish_massage_alone_is_out_for_fibromyalgia_with_the_source()
    {
        await using var host = await MatchesHost.StartAsync(Practitioner.Offering(1, "swedish"), Practitioner.Offering(2, "myofascial-release"));
        var fibromyalgia = A.Ordering(A.Request.Order with { Diagnoses = ["M79.7"] });
        Assert.Equal(["thr_000002"], Ids(await host.MatchAsync(fibromyalgia)));
        var failed = (await host.ExplainAsync(fibromyalgia, "thr_000001")).GetProperty("firstFailed");
        Assert.Equal("indicated", failed.GetProperty("gate").GetString());
        Assert.Contains("Swedish massage has no effect on it (", failed.GetProperty("because").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_missing_is_explained_by_the_first_gate_and_what_would_change_it()
    {
        await using var host = await MatchesHost.StartAsync(Decongestive);
        var far = A.Request with { Patient = A.At(new() { Zip = "14604" }).Patient, Preferences = new() { RadiusMiles = 25 } };
        var explained = await host.ExplainAsync(far, "thr_000002");
        Assert.False(explained.GetProperty("eligible").GetBoolean());
        Assert.Equal("within-radius", explained.GetProperty("firstFailed").GetProperty("gate").GetString());
        Assert.Equal("""{"change":"radiusMiles","to":100,"text":"Widen the radius to 100 miles."}""", explained.GetProperty("whatWouldChangeIt")[0].GetRawText());
    }

    [Fact]
    public async Task Of_a_lapsed_licence_nothing_can_be_changed()
    {
        var lapsed = Decongestive with { Licences = [Practitioner.LicenceOf(LicenceStatus.Active, new DateOnly(2026, 11, 20))] };
        await using var host = await MatchesHost.StartAsync(lapsed);
        Assert.Empty(Ids(await host.MatchAsync(A.Request)));
        var explained = await host.ExplainAsync(A.Request, "thr_000002");
        Assert.Equal(
            "Not shown: NY 012345-1, expired on 2026-11-20. There is nothing you can change about it.", explained.GetProperty("summary").GetString());
    }

    [Fact]
    public async Task Where_nobody_is_received_the_street_is_not_told()
    {
        var place = Decongestive.Listings[0].Place with { Setting = CareSetting.HomeVisitOnly, HomeVisitRadius = new Miles(20), Point = GeoPoint.Create(43.04567, -76.15) };
        await using var host = await MatchesHost.StartAsync(Decongestive with { Listings = [Decongestive.Listings[0] with { Place = place }] });
        var listing = (await host.MatchAsync(A.Request)).GetProperty("results")[0].GetProperty("listing");
        Assert.Equal("""{"city":"Syracuse","state":"US-NY","zip":"13202"}""", listing.GetProperty("address").GetRawText());
        Assert.DoesNotContain("43.04567", listing.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_possible_exclusion_match_is_under_review_and_nothing_more_is_said()
    {
        var suspected = Decongestive with { Exclusion = new ExclusionCheck(ExclusionStatus.PossibleMatch, Decongestive.Exclusion!.From) };
        await using var host = await MatchesHost.StartAsync(suspected);
        Assert.Empty(Ids(await host.MatchAsync(A.Request)));
        var explained = await host.ExplainAsync(A.Request, "thr_000002");
        Assert.Equal("Under review.", explained.GetProperty("summary").GetString());
        Assert.Equal("not-excluded", explained.GetProperty("gates").EnumerateArray().Last().GetProperty("gate").GetString());
        Assert.DoesNotContain("xclusion", explained.GetProperty("firstFailed").GetProperty("because").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_shown_is_explained_by_its_rank()
    {
        await using var host = await MatchesHost.StartAsync(Decongestive);
        var explained = await host.ExplainAsync(A.Request, "thr_000002");
        Assert.True(explained.GetProperty("eligible").GetBoolean());
        Assert.StartsWith("Number 1 of 1: Ana Ortiz2", explained.GetProperty("summary").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_therapist_is_not_found_and_a_malformed_id_is_refused()
    {
        await using var host = await MatchesHost.StartAsync();
        var unknown = MatchesExamples.Explain.Replace("thr_000001", "thr_zzzzzz", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.PostAsync("/v1/matches/explain", unknown)).Status);
        var malformed = MatchesExamples.Explain.Replace("thr_000001", "42", StringComparison.Ordinal);
        await RefusedAsync(host, "/v1/matches/explain", malformed, "/therapistId malformed-id");
    }

    [Theory]
    [InlineData("\"13202\"", "\"00000\"", "/patient/location/zip unknown-zip")]
    [InlineData("\"aetna\"", "\"aetnna\"", "/patient/coverage/insurer unknown-insurer")]
    [InlineData("\"I89.0\"", "\"890\"", "/order/diagnoses/0 malformed-icd10")]
    [InlineData("\"radiusMiles\": 50", "\"radiusMiles\": 251", "/preferences/radiusMiles out-of-range")]
    [InlineData("\"radiusMiles\": 50", "\"radiusMiles\": \"50\"", "/preferences/radiusMiles wrong-type")]
    [InlineData("\"radiusMiles\": 50", "\"radius\": 50", "/preferences/radius unknown-member")]
    [InlineData("\"radiusMiles\": 50", "\"radiusMiles\": 1e999", "/preferences/radiusMiles out-of-range")]
    [InlineData("\"location\": { \"zip\": \"13202\" },", "", "/patient/location required")]
    [InlineData(", \"insurer\": \"aetna\"", "", "/patient/coverage/insurer insurer-required")]
    [InlineData("[\"none\"]", "[null]", "/order/screening/answers/0 required")]
    public async Task Bad_input_is_answered_with_its_pointer_and_code(string good, string bad, string error)
    {
        await using var host = await MatchesHost.StartAsync();
        Assert.Contains(good, MatchesExamples.Match, StringComparison.Ordinal);
        await RefusedAsync(host, "/v1/matches", MatchesExamples.Match.Replace(good, bad, StringComparison.Ordinal), error);
    }

    [Fact]
    public async Task The_same_request_gives_the_same_bytes()
    {
        await using var host = await MatchesHost.StartAsync(Swedish, Decongestive);
        Assert.Equal((await host.MatchAsync(A.Request)).GetRawText(), (await host.MatchAsync(A.Request)).GetRawText());
    }

    private static async Task RefusedAsync(MatchesHost host, string path, string json, string error)
    {
        var (status, answer) = await host.PostAsync(path, json);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        var errors = answer.GetProperty("errors").EnumerateArray();
        Assert.Equal([error], errors.Select(each => $"{each.GetProperty("pointer").GetString()} {each.GetProperty("code").GetString()}"));
    }

    private static IEnumerable<string?> Ids(JsonElement answer) =>
        answer.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("therapist").GetProperty("id").GetString());

    private static IEnumerable<string?> Findings(JsonElement answer) =>
        answer.GetProperty("screening").GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString());
}

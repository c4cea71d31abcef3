using System.Text;
using System.Text.Json.Nodes;
using ReferralDirectory.Platform;
using ReferralDirectory.Tests.Platform;

namespace ReferralDirectory.Tests.Contract;

/// <summary>What holds for every route, also for those that are yet to come.</summary>
public sealed class RouteTests(DirectoryAppHost host)
{
    private readonly HttpClient client = host.CreateClient();

    [Fact]
    public async Task Every_route_refuses_a_parameter_it_does_not_know_and_lists_those_that_the_document_names()
    {
        var document = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!;
        foreach (var (path, item) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in item!.AsObject())
            {
                var problem = await Send(method, path, operation!).ProblemOf();

                Assert.True(problem.Code == "unknown-parameter", $"{method} {path} answers {problem.Code}: {problem.Detail}");
                foreach (var parameter in QueryParameters(operation!))
                    Assert.Contains(parameter, problem.Detail, StringComparison.Ordinal);
                if (!QueryParameters(operation!).Any())
                    Assert.Contains("takes no parameters", problem.Detail, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Every_GET_is_answered_to_HEAD_with_the_same_headers_and_no_body()
    {
        var document = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!;
        var addresses = document["paths"]!.AsObject().Where(path => path.Value!["get"] is not null)
            .Select(path => path.Key.Replace("{id}", "thr_000001", StringComparison.Ordinal)).Append("/openapi/v1.json");
        foreach (var address in addresses)
        {
            using var get = await client.GetAsync(address);
            using var request = new HttpRequestMessage(HttpMethod.Head, address);
            using var head = await client.SendAsync(request);

            Assert.Equal(get.StatusCode, head.StatusCode);
            Assert.Equal(HeadersOf(get), HeadersOf(head));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }
    }

    [Theory]
    [InlineData("GET", "/v1/nothing", 404)]
    [InlineData("GET", "/v1/matches", 405)]
    [InlineData("DELETE", "/v1/therapists", 405)]
    [InlineData("PATCH", "/v1/therapists/thr_000001", 405)]
    public async Task What_is_not_there_is_a_problem(string method, string address, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), address);

        Assert.Equal(status, (await client.SendAsync(request).ProblemOf()).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("0")]
    [InlineData("\"\"")]
    [InlineData("{\"patient\":null}")]
    [InlineData("{\"patient\":{}}")]
    [InlineData("{\"patient\":[]}")]
    [InlineData("{\"patient\":{\"location\":{\"latitude\":NaN}}}")]
    [InlineData("{\"patient\":{\"location\":{\"latitude\":1e999,\"longitude\":0}}}")]
    [InlineData("{\"patient\":{\"location\":{\"zip\":\"1320\\u0000\"}}}")]
    [InlineData("{\"patient\":{\"location\":{\"zip\":\"\\ud83d\"}}}")]
    [InlineData("{\"patient\":{\"location\":{\"zip\":13202}}}")]
    [InlineData("{\"patient\":{\"location\":{\"zip\":{}}}}")]
    [InlineData("{\"__proto__\":{}}")]
    [InlineData("{\"limit\":-9223372036854775809}")]
    [InlineData("{\"order\":{\"diagnoses\":[null]}}")]
    [InlineData("{\"order\":{\"diagnoses\":[[\"M54.50\"]]}}")]
    [InlineData("{\"serviceDate\":\"2026-02-30\"}")]
    [InlineData("{\"include\":\"all\"}")]
    [InlineData("{\"patient\":{\"coverage\":{\"kind\":1}}}")]
    public async Task A_hostile_body_is_the_callers_fault_never_ours(string body)
    {
        foreach (var address in new[] { "/v1/matches", "/v1/matches/explain" })
        {
            var problem = await client.PostJson(address, body).ProblemOf();

            Assert.Equal(400, problem.Status);
            Assert.NotEmpty(problem.Errors!);
        }
    }

    private static IEnumerable<string> HeadersOf(HttpResponseMessage answer) =>
        answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not (AccessLog.Header or "Date"))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal);

    private static IEnumerable<string> QueryParameters(JsonNode operation) =>
        (operation["parameters"]?.AsArray() ?? []).Where(parameter => parameter!["in"]!.GetValue<string>() == "query").Select(parameter => parameter!["name"]!.GetValue<string>());

    private async Task<HttpResponseMessage> Send(string method, string path, JsonNode operation)
    {
        // Required parameters are given, so that only the unknown one is at fault.
        var required = (operation["parameters"]?.AsArray() ?? []).Where(parameter => parameter!["in"]!.GetValue<string>() == "query" && parameter["required"]?.GetValue<bool>() == true);
        var query = string.Concat(required.Select(parameter => $"&{parameter!["name"]}=a"));
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), path.Replace("{id}", "x", StringComparison.Ordinal).Replace("{code}", "x", StringComparison.Ordinal) + "?no-such-parameter=1" + query);
        if (operation["requestBody"]?["content"]?["application/json"]?["example"] is { } example)
            request.Content = Answers.Json(Encoding.UTF8.GetBytes(example.ToJsonString()));
        return await client.SendAsync(request);
    }
}

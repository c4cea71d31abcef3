using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ReferralDirectory.Matches;
using ReferralDirectory.Matches.Responses;
using ReferralDirectory.Platform;
using ReferralDirectory.Tests.Platform;

namespace ReferralDirectory.Tests.Contract;

public sealed class OpenApiTests(DirectoryAppHost host)
{
    private readonly HttpClient client = host.CreateClient();

    [Fact]
    public async Task The_served_document_is_the_approved_one()
    {
        var served = (await client.GetStringAsync("/openapi/v1.json")).ReplaceLineEndings("\n").TrimEnd() + "\n";
        var path = RepositoryFiles.PathOf("openapi", "openapi.json");
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
            await File.WriteAllTextAsync(path, served);

        var approved = File.Exists(path) ? (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n") : "";

        Assert.True(served == approved, $"The API is not what openapi/openapi.json says, {FirstDifference(served, approved)}. If that is meant, approve it: UPDATE_APPROVED=1 dotnet test, and commit the file.");
    }

    [Fact]
    public async Task Every_operation_is_described_with_its_parameters_and_all_its_statuses()
    {
        var faults = new List<string>();
        await foreach (var (name, operation) in Operations())
        {
            if (string.IsNullOrWhiteSpace(operation["summary"]?.GetValue<string>()))
                faults.Add($"{name}: no summary");
            if (string.IsNullOrWhiteSpace(operation["description"]?.GetValue<string>()))
                faults.Add($"{name}: no description");
            foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
            {
                if (string.IsNullOrWhiteSpace(parameter!["description"]?.GetValue<string>()))
                    faults.Add($"{name}: parameter {parameter["name"]} has no description");
            }

            var responses = operation["responses"]!.AsObject();
            foreach (var status in new[] { Success(operation), "400", "500", "503" }.Where(status => !responses.ContainsKey(status)))
                faults.Add($"{name}: no status {status}");
            foreach (var (status, response) in responses.Where(response => response.Key[0] is '4' or '5'))
            {
                if (response!["content"]?["application/problem+json"] is null)
                    faults.Add($"{name}: status {status} is not a problem");
            }
        }

        Assert.Empty(faults);
    }

    [Fact]
    public async Task Every_answer_has_an_example_in_each_of_its_media_types()
    {
        await foreach (var (name, operation) in Operations())
        {
            foreach (var (mediaType, content) in operation["responses"]![Success(operation)]!["content"]!.AsObject())
                Assert.True(content!["example"] is not null, $"{name} has no example in {mediaType}");
        }
    }

    [Theory]
    [InlineData("get", "/v1/therapists", "200", "Link")]
    [InlineData("get", "/v1/therapists/{id}", "200", "ETag")]
    [InlineData("get", "/v1/therapists/{id}", "304", "ETag")]
    [InlineData("get", "/v1/therapists/{id}", "308", "Location")]
    [InlineData("get", "/v1/modalities", "200", "ETag")]
    [InlineData("post", "/v1/matches", "429", "Retry-After", "RateLimit-Policy", "RateLimit")]
    [InlineData("get", "/health/ready", "503", "Retry-After")]
    public async Task A_header_that_a_caller_acts_on_is_described(string method, string path, string status, params string[] headers)
    {
        var document = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!;

        Assert.Equal(headers, document["paths"]![path]![method]!["responses"]![status]!["headers"]!.AsObject().Select(header => header.Key));
    }

    [Fact]
    public async Task The_limits_and_the_settings_that_change_them_are_described()
    {
        var document = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!;
        var description = document["info"]!["description"]!.GetValue<string>();

        foreach (var limit in new[] { "60 requests a minute", "ReferralDirectory:RateLimits:AnonymousPerMinute", "300 look-ups a minute", "TypeAheadPerMinute", "5 reports a minute", "ReportsPerMinute", "1 MB", "10 s" })
            Assert.Contains(limit, description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_body_has_an_example_that_is_taken()
    {
        var sent = 0;
        await foreach (var (name, operation) in Operations())
        {
            if (operation["requestBody"] is null)
                continue;
            var example = operation["requestBody"]!["content"]!["application/json"]!["example"];
            Assert.True(example is not null, $"{name} has no example");
            var (method, path) = (name.Split(' ')[0], name.Split(' ')[1]);
            using var request = new HttpRequestMessage(HttpMethod.Parse(method), path) { Content = Platform.Answers.Json([.. System.Text.Encoding.UTF8.GetBytes(example.ToJsonString())]) };
            using var answer = await client.SendAsync(request);
            Assert.True(answer.IsSuccessStatusCode, $"{name} answers its own example with {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            sent++;
        }

        Assert.NotEqual(0, sent);
    }

    [Fact]
    public void An_example_of_an_answer_is_one()
    {
        // Evidence is written by its rule and never read.
        var options = new JsonSerializerOptions(Platform.Answers.Options) { Converters = { new Unread<RuleEvidence>() } };
        var shown = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => endpoint.Metadata.OfType<OperationExample>().Where(example => !example.OfRequest).Select(example => (endpoint, example.Json)))
            .ToList();

        Assert.NotEmpty(shown);
        Assert.All(shown, one => Assert.NotNull(JsonSerializer.Deserialize(one.Json, AnswerOf(one.endpoint), options)));
    }

    [Fact]
    public async Task The_evidence_of_a_component_is_one_of_the_facts_of_a_rule()
    {
        var document = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!;
        var schemas = document["components"]!["schemas"]!;
        var evidence = schemas["Component"]!["properties"]!["evidence"]!;

        Assert.Null(schemas["RuleEvidence"]!["additionalProperties"]);

        Assert.Equal(
            ["FitFacts", "VettingFacts", "NetworkFacts", "DistanceFacts", "AvailabilityFacts", "RecordFacts", "PreferenceFacts"],
            evidence["oneOf"]!.AsArray().Where(facts => facts!["$ref"] is not null).Select(facts => facts!["$ref"]!.GetValue<string>().Split('/')[^1]));
    }

    [Theory]
    [InlineData("Match", "rulesetVersion")]
    [InlineData("MatchResult", "summary")]
    [InlineData("TherapistCard", "id")]
    [InlineData("Therapist", "name")]
    [InlineData("StringFact", "value")]
    [InlineData("ExplainRequest", "therapistId")]
    public async Task A_member_that_is_never_null_is_always_there_and_not_said_to_be_null(string schema, string member)
    {
        var described = await Schema(schema);

        Assert.Contains(member, described["required"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.Equal("string", described["properties"]![member]!["type"]!.ToString());
    }

    [Theory]
    [InlineData("ExplainRequest", "therapistId", false)]
    [InlineData("ExplainRequest", "order", false)]
    [InlineData("ScreeningRequest", "answers", false)]
    [InlineData("OrderRequest", "diagnoses", true)]
    [InlineData("OrderRequest", "screening", true)]
    [InlineData("OrderRequest", "prescriber", true)]
    [InlineData("ExplainRequest", "preferences", true)]
    public async Task A_request_may_say_null_where_the_document_says_so(string schema, string member, bool mayBeNull)
    {
        var described = (await Schema(schema))["properties"]![member]!;
        var request = JsonNode.Parse(MatchesExamples.Explain)!;
        request["order"]!["screening"] = new JsonObject { ["answers"] = new JsonArray("none") };
        var holder = schema switch { "OrderRequest" => request["order"]!, "ScreeningRequest" => request["order"]!["screening"]!, _ => request };
        holder[member] = null;
        // An order must name something, whichever member is null.
        if (member != "order")
            request["order"]!["conditions"] = new JsonArray("lymphedema");

        using var answer = await client.PostJson("/v1/matches/explain", request.ToJsonString());

        Assert.Equal(mayBeNull, answer.IsSuccessStatusCode);
        Assert.Equal(mayBeNull, described.ToJsonString().Contains("\"null\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/v1/therapists/{id}", "application/json", "text/vcard", "application/ld+json")]
    [InlineData("/v1/therapists/{id}.vcf", "text/vcard")]
    [InlineData("/v1/therapists/{id}.jsonld", "application/ld+json")]
    public async Task A_therapist_is_documented_and_answered_in_the_same_media_types(string path, params string[] mediaTypes)
    {
        var document = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!;
        var documented = document["paths"]![path]!["get"]!["responses"]!["200"]!["content"]!.AsObject().Select(content => content.Key).ToList();
        Assert.Equal(mediaTypes, documented);

        foreach (var mediaType in mediaTypes)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path.Replace("{id}", "thr_000001", StringComparison.Ordinal));
            request.Headers.Accept.ParseAdd(mediaType);
            using var answer = await client.SendAsync(request);
            Assert.Equal(mediaType, answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task The_page_of_the_API_loads_nothing_from_elsewhere()
    {
        using var answer = await client.GetAsync("/swagger/index.html");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains("swagger-ui", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"http", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"http", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script>\\s*\\S", page);
    }

    private async Task<JsonNode> Schema(string name) => JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!["components"]!["schemas"]![name]!;

    /// <summary>The status of an operation that is done, or taken on.</summary>
    private static string Success(JsonObject operation) => operation["responses"]!.AsObject().First(response => response.Key[0] == '2').Key;

    private static Type AnswerOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.OfType<IProducesResponseTypeMetadata>().First(answer => answer.StatusCode is >= 200 and < 300).Type!;

    private async IAsyncEnumerable<(string Name, JsonObject Operation)> Operations()
    {
        var document = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!;
        foreach (var (path, item) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in item!.AsObject())
                yield return ($"{method.ToUpperInvariant()} {path}", operation!.AsObject());
        }
    }

    private static string FirstDifference(string served, string approved)
    {
        var (ours, theirs) = (served.Split('\n'), approved.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(ours.Length, theirs.Length)).FirstOrDefault(i => i >= ours.Length || i >= theirs.Length || ours[i] != theirs[i]);
        return $"first at line {line + 1}: served '{ours.ElementAtOrDefault(line)?.Trim()}', approved '{theirs.ElementAtOrDefault(line)?.Trim()}'";
    }

    private sealed class Unread<T> : JsonConverter<T>
        where T : class
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            reader.Skip();
            return null;
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}

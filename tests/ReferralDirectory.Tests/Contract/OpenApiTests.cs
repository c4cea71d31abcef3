using System.Text.Json.Nodes;

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
            foreach (var status in new[] { "200", "400", "500", "503" }.Where(status => !responses.ContainsKey(status)))
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
    public async Task The_page_of_the_API_loads_nothing_from_elsewhere()
    {
        using var answer = await client.GetAsync("/swagger/index.html");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains("swagger-ui", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"http", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"http", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script>\\s*\\S", page);
    }

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
}

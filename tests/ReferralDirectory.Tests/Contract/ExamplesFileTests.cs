using System.Globalization;
using System.Text;
using ReferralDirectory.Tests.Platform;

namespace ReferralDirectory.Tests.Contract;

public sealed class ExamplesFileTests(DirectoryAppHost host)
{
    [Fact]
    public async Task Every_example_answers_the_status_that_it_states()
    {
        var client = host.CreateClient();
        var examples = ExampleRequest.ReadAll(await File.ReadAllTextAsync(RepositoryFiles.PathOf("openapi", "examples.http")));
        Assert.NotEmpty(examples);

        foreach (var example in examples)
        {
            using var request = example.ToMessage();
            using var answer = await client.SendAsync(request);
            Assert.True((int)answer.StatusCode == example.Status, $"{example.Title}: {(int)answer.StatusCode}, not {example.Status}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    [Fact]
    public void An_example_is_read_with_its_status_headers_and_body()
    {
        var example = Assert.Single(ExampleRequest.ReadAll("""
            @host = http://localhost:5080

            ### Ask
            # 201
            POST {{host}}/v1/things?a=b
            Content-Type: application/json

            { "c": 1 }
            """));

        Assert.Equal(("Ask", 201, "POST", "/v1/things?a=b", "{ \"c\": 1 }"), (example.Title, example.Status, example.Method, example.Address, example.Body));
        Assert.Equal(KeyValuePair.Create("Content-Type", "application/json"), Assert.Single(example.Headers));
    }
}

/// <summary>One request of a .http file: a title after <c>###</c>, the expected status after <c>#</c>, then the request.</summary>
internal sealed record ExampleRequest(string Title, int Status, string Method, string Address, IReadOnlyList<KeyValuePair<string, string>> Headers, string Body)
{
    private const string Host = "{{host}}";

    public static IReadOnlyList<ExampleRequest> ReadAll(string file) =>
        [.. file.ReplaceLineEndings("\n").Split("\n###", StringSplitOptions.None).Skip(1).Select(Read)];

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(HttpMethod.Parse(Method), Address);
        if (Body.Length > 0)
            message.Content = Answers.Json(Encoding.UTF8.GetBytes(Body));
        foreach (var (name, value) in Headers.Where(header => header.Key != "Content-Type"))
            message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }

    private static ExampleRequest Read(string block)
    {
        var lines = block.Split('\n');
        var status = lines.First(line => line.StartsWith("# ", StringComparison.Ordinal))[2..].Trim();
        var start = Array.FindIndex(lines, line => line.Contains(Host, StringComparison.Ordinal));
        var request = lines[start].Split(' ', 2);
        var headers = lines.Skip(start + 1).TakeWhile(line => line.Trim().Length > 0).Select(line => line.Split(':', 2)).ToList();
        return new ExampleRequest(
            lines[0].Trim(),
            int.Parse(status, CultureInfo.InvariantCulture),
            request[0],
            request[1].Replace(Host, "", StringComparison.Ordinal).Trim(),
            [.. headers.Select(header => KeyValuePair.Create(header[0].Trim(), header[1].Trim()))],
            string.Join('\n', lines.Skip(start + 1 + headers.Count)).Trim());
    }
}

using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ReferralDirectory.Platform;

namespace ReferralDirectory.Tests.Platform;

/// <summary>Reading answers in tests.</summary>
internal static class Answers
{
    /// <summary>As the API writes: a member that was left out is null.</summary>
    public static JsonSerializerOptions Options { get; } = new(StrictJson.Options) { RespectRequiredConstructorParameters = false };

    public static async Task<ProblemResponse> ProblemOf(this Task<HttpResponseMessage> answer)
    {
        using var response = await answer;
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<ProblemResponse>(Options);
        Assert.NotNull(problem);
        Assert.Equal((int)response.StatusCode, problem.Status);
        Assert.Equal($"/problems/{problem.Code}", problem.Type);
        Assert.NotEmpty(problem.Detail);
        Assert.NotEmpty(problem.RequestId);
        return problem;
    }

    public static Task<HttpResponseMessage> PostJson(this HttpClient client, string address, string json) =>
        client.PostAsync(address, Json(Encoding.UTF8.GetBytes(json)));

    public static ByteArrayContent Json(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        return content;
    }
}

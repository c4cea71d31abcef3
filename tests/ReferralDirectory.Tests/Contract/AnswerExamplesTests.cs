using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ReferralDirectory.Matches;
using ReferralDirectory.Quality;
using ReferralDirectory.Reports;
using ReferralDirectory.Tests.Platform;
using ReferralDirectory.Therapists;
using ReferralDirectory.Vocabularies;

namespace ReferralDirectory.Tests.Contract;

/// <summary>From the files of the demonstration through import, store, index and HTTP to the answers that the documentation shows.</summary>
public sealed class AnswerExamplesTests(DemonstrationHost host) : IClassFixture<DemonstrationHost>
{
    // The start of a next page is signed with a key that each start makes anew.
    private const string SignedMember = "next";

    // What of a list need not be the whole: the reading of a therapist, and the plans.
    private static readonly string[] Shortened = [nameof(TherapistsExamples.Read), nameof(VocabularyExamples.Plans)];

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_demonstration_answers_as_the_documentation_shows()
    {
        var client = host.CreateClient();
        var faults = new List<string>();
        foreach (var (folder, file, name, shown, ask) in Documented(client))
        {
            using var answer = await ask;
            var given = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            if (Difference(JsonNode.Parse(shown), given, Shortened.Contains(name)) is not { } difference)
                continue;
            if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
                await ApproveAsync(RepositoryFiles.PathOf("src", "ReferralDirectory", folder, file), name, given);
            faults.Add($"{file}, {name}: {difference}");
        }

        Assert.True(faults.Count == 0, $"""
            Documented answers are not what is answered:
            {string.Join('\n', faults)}
            If that is meant, approve them: UPDATE_APPROVED=1 dotnet test --filter AnswerExamples, then the same with OpenApi, and commit the files.
            """);
    }

    private static IEnumerable<(string Folder, string File, string Name, string Shown, Task<HttpResponseMessage> Ask)> Documented(HttpClient client)
    {
        yield return Matches(nameof(MatchesExamples.MatchAnswer), MatchesExamples.MatchAnswer, client.PostJson("/v1/matches", MatchesExamples.Match));
        yield return Matches(nameof(MatchesExamples.ExplainAnswer), MatchesExamples.ExplainAnswer, client.PostJson("/v1/matches/explain", MatchesExamples.Explain));
        yield return ("Reports", "ReportsExamples.cs", nameof(ReportsExamples.Filed), ReportsExamples.Filed, client.PostJson("/v1/reports", ReportsExamples.File));
        yield return Therapists(nameof(TherapistsExamples.Browse), TherapistsExamples.Browse, "?near=13202&radiusMiles=25&facets=accepting&limit=1");
        yield return Therapists(nameof(TherapistsExamples.Read), TherapistsExamples.Read, "/thr_0004t7");
        yield return ("Quality", "QualityExamples.cs", nameof(QualityExamples.Quality), QualityExamples.Quality, client.GetAsync("/v1/quality"));
        yield return Vocabulary(nameof(VocabularyExamples.Modalities), VocabularyExamples.Modalities, "modalities?q=drain");
        yield return Vocabulary(nameof(VocabularyExamples.Conditions), VocabularyExamples.Conditions, "conditions?q=lymph");
        yield return Vocabulary(nameof(VocabularyExamples.Insurers), VocabularyExamples.Insurers, "insurers?q=aetna");
        yield return Vocabulary(nameof(VocabularyExamples.Plans), VocabularyExamples.Plans, "insurers/aetna/plans");
        yield return Vocabulary(nameof(VocabularyExamples.Icd10), VocabularyExamples.Icd10, "icd10?q=I89.0");
        yield return Vocabulary(nameof(VocabularyExamples.Places), VocabularyExamples.Places, "places?q=13202");

        (string, string, string, string, Task<HttpResponseMessage>) Matches(string name, string shown, Task<HttpResponseMessage> ask) =>
            ("Matches", "MatchesExamples.cs", name, shown, ask);

        (string, string, string, string, Task<HttpResponseMessage>) Therapists(string name, string shown, string query) =>
            ("Therapists", "TherapistsExamples.cs", name, shown, client.GetAsync("/v1/therapists" + query));

        (string, string, string, string, Task<HttpResponseMessage>) Vocabulary(string name, string shown, string query) =>
            ("Vocabularies", "VocabularyExamples.cs", name, shown, client.GetAsync("/v1/" + query));
    }

    /// <summary>Where an answer is first another than the one shown; null when they are the same.</summary>
    private static string? Difference(JsonNode? shown, JsonNode? given, bool shortened, string path = "")
    {
        switch (shown, given)
        {
            case (JsonObject ours, JsonObject theirs):
                return ours.Select(member => member.Key).Union(theirs.Select(member => member.Key))
                    .Where(name => name != SignedMember || ours.ContainsKey(name) != theirs.ContainsKey(name))
                    .Select(name => Difference(ours[name], theirs[name], shortened, $"{path}/{name}")).FirstOrDefault(found => found is not null);
            case (JsonArray ours, JsonArray theirs) when ours.Count == theirs.Count:
                return ours.Select((item, i) => Difference(item, theirs[i], shortened, $"{path}/{i}")).FirstOrDefault(found => found is not null);
            case (JsonArray { Count: > 0 } ours, JsonArray theirs) when shortened:
                return ours.All(item => theirs.Any(other => JsonNode.DeepEquals(item, other))) ? null : $"{path} shows what is not in {theirs.ToJsonString()}";
            default:
                return JsonNode.DeepEquals(shown, given) ? null : $"{path} is shown as {shown?.ToJsonString() ?? "nothing"} and is {given?.ToJsonString() ?? "nothing"}";
        }
    }

    /// <summary>Writes an answer in place of the constant of a source file.</summary>
    private static async Task ApproveAsync(string path, string name, JsonNode given)
    {
        var json = given.ToJsonString(Indented).ReplaceLineEndings("\n").Replace("\n", "\n        ", StringComparison.Ordinal);
        var constant = new Regex($"(?<=const string {name} = \"\"\"\n        ).*?(?=\n        \"\"\";)", RegexOptions.Singleline);
        await File.WriteAllTextAsync(path, constant.Replace(await File.ReadAllTextAsync(path), _ => json, 1));
    }
}

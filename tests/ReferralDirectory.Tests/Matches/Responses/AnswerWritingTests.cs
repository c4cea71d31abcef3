using System.Text;
using System.Text.Json;
using ReferralDirectory.Matches;
using ReferralDirectory.Matches.Responses;
using ReferralDirectory.Platform;

namespace ReferralDirectory.Tests.Matches.Responses;

/// <summary>The responses are what is promised; what is written must be what they would be, to the byte.</summary>
public sealed class AnswerWritingTests
{
    private static readonly MatchContext World = SmallWorld.With();

    [Theory]
    [InlineData("components gates funnel relaxations")]
    [InlineData("components gates funnel")]
    [InlineData("")]
    public void An_answer_is_written_as_its_response_is_serialised(string include)
    {
        var asked = MatchCriteriaFactory.Create(A.Request with { Include = include.Split(' ', StringSplitOptions.RemoveEmptyEntries) }, World);
        var answers = new RandomAnswers(seed: 20261122);
        for (var i = 0; i < 500; i++)
        {
            var answer = answers.Next();

            using var json = JsonText.Rent();
            AnswerWriting.Write(json, answer, asked, World);

            Assert.Equal(JsonSerializer.Serialize(answer.ToResponse(asked, World), StrictJson.Options), Encoding.UTF8.GetString(json.Written));
        }
    }
}

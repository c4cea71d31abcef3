using ReferralDirectory.Matches.Requests;
using ReferralDirectory.Matches.Responses;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Platform;

namespace ReferralDirectory.Matches;

/// <summary>The answers to validated requests: what the API, the command line and the pages share.</summary>
internal static class MatchesQueries
{
    public static MatchResponse Match(MatchRequest request, MatchContext world, CancellationToken cancellationToken)
    {
        var asked = MatchCriteriaFactory.Create(request, world);
        return Answer(asked, world, cancellationToken).ToResponse(asked, world);
    }

    /// <summary>The same as text, without the response in between.</summary>
    public static WrittenJson<MatchResponse> MatchAsJson(MatchRequest request, MatchContext world, CancellationToken cancellationToken)
    {
        var asked = MatchCriteriaFactory.Create(request, world);
        var answer = Answer(asked, world, cancellationToken);
        return new WrittenJson<MatchResponse>(json => AnswerWriting.Write(json, answer, asked, world));
    }

    /// <summary>Null when no such therapist is known.</summary>
    public static ExplainResponse? Explain(ExplainRequest request, MatchContext world, CancellationToken cancellationToken)
    {
        if (!TherapistId.TryParse(request.TherapistId, out var typed) || world.Index.Find(world.Index.Resolve(typed)) is not { } therapist)
            return null;
        var asked = MatchCriteriaFactory.Create(request, world);
        return Ranker.Explain(world.Index, asked.Criteria, therapist.Id, world.Ranking, cancellationToken)
            ?.ToResponse(therapist.Id.ToString(), therapist.Synthetic, asked, world);
    }

    private static MatchAnswer Answer(PlacedCriteria asked, MatchContext world, CancellationToken cancellationToken) =>
        Ranker.Match(world.Index, asked.Criteria, world.Ranking, cancellationToken);
}

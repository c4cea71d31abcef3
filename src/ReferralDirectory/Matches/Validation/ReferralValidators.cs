using FluentValidation;
using ReferralDirectory.Geocoding;
using ReferralDirectory.Matches.Requests;
using ReferralDirectory.Matching.Knowledge;

namespace ReferralDirectory.Matches.Validation;

/// <summary>
/// The validators for the tables in force. To make one costs more than to find an answer, and it rests on nothing that a change of
/// therapists changes: they are kept until the index comes with other tables.
/// </summary>
internal sealed class ReferralValidators(PlaceTable places, TimeProvider clock)
{
    private volatile Made? last;

    public IValidator<MatchRequest> ForMatch(KnowledgeTables knowledge) => For(knowledge).Match;

    public IValidator<ExplainRequest> ForExplain(KnowledgeTables knowledge) => For(knowledge).Explain;

    private Made For(KnowledgeTables knowledge)
    {
        var made = last;
        if (made?.Knowledge == knowledge)
            return made;
        return last = new Made(knowledge, new MatchRequestValidator(knowledge, places, clock), new ExplainRequestValidator(knowledge, places, clock));
    }

    private sealed record Made(KnowledgeTables Knowledge, MatchRequestValidator Match, ExplainRequestValidator Explain);
}

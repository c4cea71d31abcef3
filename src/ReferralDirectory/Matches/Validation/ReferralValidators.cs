using FluentValidation;
using ReferralDirectory.Geocoding;
using ReferralDirectory.Matches.Requests;
using ReferralDirectory.Matching.Knowledge;

namespace ReferralDirectory.Matches.Validation;

/// <summary>
/// The validators for the tables and codes in force. To make one costs more than to find an answer, and it rests on nothing that a change
/// of therapists changes: they are kept until the index comes with others.
/// </summary>
internal sealed class ReferralValidators(PlaceTable places, TimeProvider clock)
{
    private volatile Made? last;

    public IValidator<MatchRequest> ForMatch(MatchContext world) => For(world.Knowledge, world.Codes).Match;

    public IValidator<ExplainRequest> ForExplain(MatchContext world) => For(world.Knowledge, world.Codes).Explain;

    private Made For(KnowledgeTables knowledge, Icd10Release codes)
    {
        var made = last;
        if (made?.Knowledge == knowledge && made.Codes == codes)
            return made;
        return last = new Made(
            knowledge, codes, new MatchRequestValidator(knowledge, codes, places, clock), new ExplainRequestValidator(knowledge, codes, places, clock));
    }

    private sealed record Made(KnowledgeTables Knowledge, Icd10Release Codes, MatchRequestValidator Match, ExplainRequestValidator Explain);
}

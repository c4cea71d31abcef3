using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matches.Sentences;

/// <summary>A result in one sentence: who, where, for what, how well checked, and who pays.</summary>
internal static class SummarySentence
{
    public static string Of(MatchHit hit, KnowledgeTables knowledge)
    {
        var parts = new[] { Fit(hit, knowledge), $"is vetted at tier {hit.Vetting.Tier} of {VettingAssessment.MaxTier}", Network(hit, knowledge) };
        return $"{hit.Therapist.Name.Value.Display}, {Where(hit)}, {Phrases.And(parts.OfType<string>())}.";
    }

    private static string Where(MatchHit hit) => hit.Mode switch
    {
        VisitMode.Office => $"{Phrases.Of(hit.Distance)} away in {hit.Listing.Place.Address.City}",
        VisitMode.HomeVisit => $"who comes to the patient's home from {Phrases.Of(hit.Distance)} away",
        _ => throw new ArgumentOutOfRangeException(nameof(hit), hit.Mode, "A mode without words."),
    };

    private static string? Fit(MatchHit hit, KnowledgeTables knowledge)
    {
        var fit = hit.Components.Select(component => component.Evidence).OfType<FitEvidence>().FirstOrDefault();
        return fit?.Pairs switch
        {
            [{ Diagnosis: { } diagnosis, Grade: { } grade } pair, ..] => $"offers {knowledge.NameOf(pair.Modality)} for {knowledge.NameOf(diagnosis)} (grade {grade})",
            [{ } pair, ..] => $"offers {knowledge.NameOf(pair.Modality)}",
            _ => null,
        };
    }

    private static string? Network(MatchHit hit, KnowledgeTables knowledge) => hit.Network switch
    {
        { Status: NetworkStatus.InNetwork, Fact: { } fact } => $"is in network with {knowledge.NameOf(fact.Insurer)} by {Phrases.Of(fact.Source)}",
        { Status: NetworkStatus.SelfPay } => "can be paid privately",
        _ => null,
    };
}

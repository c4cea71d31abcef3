using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matches.Sentences;

/// <summary>A result in one sentence: who, where, for what, how well checked, and who pays.</summary>
internal static class SummarySentence
{
    public static string Of(MatchHit hit, KnowledgeTables knowledge) => Of(new Sentence(), hit, knowledge).ToString();

    public static Sentence Of(Sentence text, MatchHit hit, KnowledgeTables knowledge)
    {
        Where(text.Say($"{hit.Therapist.Name.Value.Display}, "), hit).Say(", ");
        var isPaid = hit.Network is { Status: NetworkStatus.InNetwork, Fact: not null } or { Status: NetworkStatus.SelfPay };
        if (PairOf(hit) is { } pair)
            Fit(text, pair, knowledge).Say(isPaid ? ", " : " and ");
        text.Say($"is vetted at tier {hit.Vetting.Tier} of {VettingAssessment.MaxTier}");
        return (isPaid ? Network(text.Say(" and "), hit.Network!, knowledge) : text).Say(".");
    }

    private static Sentence Where(Sentence text, MatchHit hit) => hit.Mode switch
    {
        VisitMode.Office => text.Say($"{hit.Distance} away in {hit.Listing.Place.Address.City}"),
        VisitMode.HomeVisit => text.Say($"who comes to the patient's home from {hit.Distance} away"),
        _ => throw new ArgumentOutOfRangeException(nameof(hit), hit.Mode, "A mode without words."),
    };

    /// <summary>Of the primary diagnosis.</summary>
    private static PairEvidence? PairOf(MatchHit hit)
    {
        foreach (var component in hit.Components)
        {
            if (component.Evidence is FitEvidence fit)
                return fit.Pairs.IsEmpty ? null : fit.Pairs[0];
        }

        return null;
    }

    private static Sentence Fit(Sentence text, PairEvidence pair, KnowledgeTables knowledge) => pair is { Diagnosis: { } diagnosis, Grade: { } grade }
        ? text.Say($"offers {knowledge.NameOf(pair.Modality)} for {knowledge.NameOf(diagnosis)} (grade {grade.ToString()})")
        : text.Say($"offers {knowledge.NameOf(pair.Modality)}");

    private static Sentence Network(Sentence text, NetworkEvidence network, KnowledgeTables knowledge) => network is { Status: NetworkStatus.InNetwork, Fact: { } fact }
        ? text.Say($"is in network with {knowledge.NameOf(fact.Insurer)} ({NetworkSentences.Where(fact)}) by {fact.Source}")
        : text.Say("can be paid privately");
}

using System.Collections.Immutable;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matches.Sentences;

/// <summary>What a rule looked at when it gave its share of the score, in one plain sentence.</summary>
internal static class RuleSentences
{
    public static string Because(RuleScore score, KnowledgeTables knowledge) => Because(new Sentence(), score, knowledge).ToString();

    public static Sentence Because(Sentence text, RuleScore score, KnowledgeTables knowledge) => (score.Rule, score.Evidence) switch
    {
        (RuleId.ModalityFit, FitEvidence { Pairs: { Length: > 0 } pairs }) => text.List(pairs, knowledge, FitSentences.Of),
        (RuleId.ModalityFit, _) => text.Say("No modality fits"),
        (RuleId.Vetting, TierEvidence tier) => Vetting(text, tier.Assessment),
        (RuleId.Vetting, _) => text.Say("Nothing is checked"),
        (RuleId.NetworkEvidence, NetworkEvidence network) => NetworkSentences.Weighed(text, network, knowledge),
        (RuleId.NetworkEvidence, _) => text.Say("No network fact is known"),
        (RuleId.Distance, DistanceEvidence { Mode: VisitMode.HomeVisit } distance) => text.Say($"{distance.Distance} to travel to the patient's home"),
        (RuleId.Distance, DistanceEvidence distance) => text.Say($"{distance.Distance} away"),
        (RuleId.Distance, _) => text.Say("The distance is not known"),
        (RuleId.Availability, AcceptingEvidence accepting) => Availability(text, accepting),
        (RuleId.Availability, _) => text.Say("Nothing is known of openings"),
        (RuleId.Record, RecordEvidence { Record: { } record }) =>
            text.Say($"Of {record.Sent} referrals {record.Accepted} were accepted and {record.ReportedBack} reported back on"),
        (RuleId.Record, _) => text.Say("No earlier referrals are kept: neutral"),
        (RuleId.Preferences, PreferenceEvidence { Stated.Length: > 0 } preferences) => Preferences(text, preferences),
        (RuleId.Preferences, _) => text.Say("No preferences are stated"),
        _ => throw new ArgumentOutOfRangeException(nameof(score), score.Rule, "A rule without words."),
    };

    private static Sentence Vetting(Sentence text, VettingAssessment assessment)
    {
        text.Say($"Tier {assessment.Tier} of {VettingAssessment.MaxTier}, ");
        text = assessment.LicenceCheckedOn is { } day ? text.Say($"licence checked {day}, ") : text.Say("licence not checked, ");
        return assessment.KnownHours is { } known
            ? text.Say($"{known} training hours {(assessment.HoursDocumented ? "documented" : "stated")}")
            : text.Say("training hours unknown");
    }

    private static Sentence Availability(Sentence text, AcceptingEvidence evidence) => evidence.Accepting.Value switch
    {
        AcceptingPatients.Yes => Opening(Said(text.Say("Takes new patients"), evidence), evidence),
        AcceptingPatients.Unknown => Opening(text.Say("Does not say whether new patients are taken"), evidence),
        AcceptingPatients.No => Opening(Said(text.Say("Takes no new patients"), evidence), evidence),
        AcceptingPatients.ExistingOnly => Opening(Said(text.Say("Sees existing patients only"), evidence), evidence),
        _ => throw new ArgumentOutOfRangeException(nameof(evidence), evidence.Accepting.Value, "An answer without words."),
    };

    private static Sentence Said(Sentence text, AcceptingEvidence evidence) => evidence.AgeDays switch
    {
        null => text,
        0 => text.Say(", said today"),
        1 => text.Say(", said 1 day ago"),
        { } days => text.Say($", said {days} days ago"),
    };

    private static Sentence Opening(Sentence text, AcceptingEvidence evidence) =>
        evidence.NextOpening is { } day ? text.Say($"; next opening {day}") : text;

    private static Sentence Preferences(Sentence text, PreferenceEvidence evidence)
    {
        ImmutableArray<Preference> missing = [.. evidence.Stated.Except(evidence.Held)];
        return (evidence.Held.Length, missing.Length) switch
        {
            (_, 0) => text.Say("Has ").List(evidence.Held, Phrases.Of),
            (0, _) => text.Say("Lacks ").List(missing, Phrases.Of),
            _ => text.Say("Has ").List(evidence.Held, Phrases.Of).Say("; lacks ").List(missing, Phrases.Of),
        };
    }
}

using System.Globalization;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matches.Sentences;

/// <summary>What a rule looked at when it gave its share of the score, in one plain sentence.</summary>
internal static class RuleSentences
{
    public static string Because(RuleScore score, KnowledgeTables knowledge) => (score.Rule, score.Evidence) switch
    {
        (RuleId.ModalityFit, FitEvidence { Pairs.Length: > 0 } fit) => Phrases.And(fit.Pairs.Select(pair => FitSentences.Of(pair, knowledge))),
        (RuleId.ModalityFit, _) => "No modality fits",
        (RuleId.Vetting, TierEvidence tier) => Vetting(tier.Assessment),
        (RuleId.Vetting, _) => "Nothing is checked",
        (RuleId.NetworkEvidence, NetworkEvidence network) => NetworkSentences.Weighed(network, knowledge),
        (RuleId.NetworkEvidence, _) => "No network fact is known",
        (RuleId.Distance, DistanceEvidence { Mode: VisitMode.HomeVisit } distance) => $"{Phrases.Of(distance.Distance)} to travel to the patient's home",
        (RuleId.Distance, DistanceEvidence distance) => $"{Phrases.Of(distance.Distance)} away",
        (RuleId.Distance, _) => "The distance is not known",
        (RuleId.Availability, AcceptingEvidence accepting) => Availability(accepting),
        (RuleId.Availability, _) => "Nothing is known of openings",
        (RuleId.Record, RecordEvidence { Record: { } record }) => string.Create(
            CultureInfo.InvariantCulture, $"Of {record.Sent} referrals {record.Accepted} were accepted and {record.ReportedBack} reported back on"),
        (RuleId.Record, _) => "No earlier referrals are kept: neutral",
        (RuleId.Preferences, PreferenceEvidence { Stated.Length: > 0 } preferences) => Preferences(preferences),
        (RuleId.Preferences, _) => "No preferences are stated",
        _ => throw new ArgumentOutOfRangeException(nameof(score), score.Rule, "A rule without words."),
    };

    private static string Vetting(VettingAssessment assessment)
    {
        var tier = string.Create(CultureInfo.InvariantCulture, $"Tier {assessment.Tier} of {VettingAssessment.MaxTier}");
        var licence = assessment.LicenceCheckedOn is { } day ? $"licence checked {Phrases.Of(day)}" : "licence not checked";
        var hours = assessment.KnownHours is { } known
            ? string.Create(CultureInfo.InvariantCulture, $"{known} training hours {(assessment.HoursDocumented ? "documented" : "stated")}")
            : "training hours unknown";
        return $"{tier}, {licence}, {hours}";
    }

    private static string Availability(AcceptingEvidence evidence)
    {
        var opening = evidence.NextOpening is { } day ? $"; next opening {Phrases.Of(day)}" : "";
        var said = evidence.AgeDays is { } age ? $", said {Phrases.Days(age)}" : "";
        return evidence.Accepting.Value switch
        {
            AcceptingPatients.Yes => $"Takes new patients{said}{opening}",
            AcceptingPatients.Unknown => $"Does not say whether new patients are taken{opening}",
            AcceptingPatients.No => $"Takes no new patients{said}{opening}",
            AcceptingPatients.ExistingOnly => $"Sees existing patients only{said}{opening}",
            _ => throw new ArgumentOutOfRangeException(nameof(evidence), evidence.Accepting.Value, "An answer without words."),
        };
    }

    private static string Preferences(PreferenceEvidence evidence)
    {
        var missing = evidence.Stated.Except(evidence.Held).ToList();
        return (evidence.Held.Length, missing.Count) switch
        {
            (_, 0) => $"Has {Phrases.And(evidence.Held.Select(Phrases.Of))}",
            (0, _) => $"Lacks {Phrases.And(missing.Select(Phrases.Of))}",
            _ => $"Has {Phrases.And(evidence.Held.Select(Phrases.Of))}; lacks {Phrases.And(missing.Select(Phrases.Of))}",
        };
    }
}

using System.Collections.Immutable;
using ReferralDirectory.Matches.Sentences;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Platform;

namespace ReferralDirectory.Matches.Responses;

/// <summary>The facts behind a component, member by member as the heirs of <see cref="RuleEvidence"/> have them.</summary>
internal sealed class EvidenceWriting(JsonText json, KnowledgeTables knowledge)
{
    /// <summary>Nothing, where there are no facts.</summary>
    public void Write(Evidence evidence)
    {
        switch (evidence)
        {
            case FitEvidence { Pairs: { Length: > 0 } pairs }:
                Fit(pairs);
                break;
            case TierEvidence { Assessment: var assessment }:
                Vetting(assessment);
                break;
            case NetworkEvidence network:
                Network(network);
                break;
            case DistanceEvidence distance:
                Distance(distance);
                break;
            case AcceptingEvidence accepting:
                Availability(accepting);
                break;
            case RecordEvidence { Record: { } record }:
                json.BeginObject("evidence"u8);
                json.Member("sent"u8, record.Sent);
                json.Member("accepted"u8, record.Accepted);
                json.Member("reportedBack"u8, record.ReportedBack);
                json.EndObject();
                break;
            case PreferenceEvidence preferences:
                json.BeginObject("evidence"u8);
                json.AllTexts("stated"u8, preferences.Stated, PreferenceNames.Of);
                json.AllTexts("held"u8, preferences.Held, PreferenceNames.Of);
                json.EndObject();
                break;
        }
    }

    private void Fit(ImmutableArray<PairEvidence> pairs)
    {
        json.BeginObject("evidence"u8);
        Pair(pairs[0]);
        if (pairs.Length > 1)
        {
            json.BeginArray("others"u8);
            foreach (var pair in pairs.AsSpan(1..))
            {
                json.BeginObject();
                Pair(pair);
                json.EndObject();
            }

            json.EndArray();
        }

        json.EndObject();
    }

    private void Pair(PairEvidence pair)
    {
        json.Member("diagnosis"u8, pair.Diagnosis?.ToString());
        json.Member("modality"u8, pair.Modality.Value);
        json.Member("grade"u8, pair.Grade?.ToString());
        json.Member("training"u8, EnumWords.Of(pair.Training));
        json.Member("limits"u8, pair.Limits);
        json.Member("source"u8, pair.Source is null ? null : knowledge.CitationOf(pair.Source));
    }

    private void Vetting(VettingAssessment assessment)
    {
        json.BeginObject("evidence"u8);
        json.Member("tier"u8, assessment.Tier);
        json.Member("licenceCheckedOn"u8, assessment.LicenceCheckedOn);
        json.Member("exclusionCheckedOn"u8, assessment.ExclusionCheckedOn);
        json.Member("knownHours"u8, assessment.KnownHours);
        json.Member("hoursDocumented"u8, assessment.HoursDocumented);
        json.Member("stateMinimumHours"u8, assessment.StateMinimumHours);
        json.Texts("missing"u8, assessment.Missing, Phrases.Of);
        json.EndObject();
    }

    private void Network(NetworkEvidence network)
    {
        json.BeginObject("evidence"u8);
        json.Member("status"u8, EnumWords.Of(network.Status));
        json.Member("confirmedFor"u8, EnumWords.Of(network.ConfirmedFor));
        json.Member("appliesTo"u8, network.Fact is { } about ? EnumWords.Of(about.AppliesTo) : null);
        json.Member("source"u8, network.Fact is { } fact ? EnumWords.Of(fact.Source.Method) : null);
        json.Member("asOf"u8, network.Fact?.Source.AsOf);
        json.Member("ageDays"u8, network.AgeDays);
        json.EndObject();
    }

    private void Distance(DistanceEvidence distance)
    {
        json.BeginObject("evidence"u8);
        json.Member("distanceMiles"u8, ResultMapping.Shown(distance.Distance));
        json.Member("limitMiles"u8, ResultMapping.Shown(distance.Limit));
        json.Member("mode"u8, EnumWords.Of(distance.Mode));
        json.EndObject();
    }

    private void Availability(AcceptingEvidence accepting)
    {
        var said = accepting.Accepting;
        json.BeginObject("evidence"u8);
        json.Member("accepting"u8, EnumWords.Of(said.Value));
        json.Member("source"u8, EnumWords.Of(said.From.Method));
        json.Member("asOf"u8, said.From.AsOf);
        json.Member("ageDays"u8, accepting.AgeDays);
        json.Member("nextOpening"u8, accepting.NextOpening);
        json.EndObject();
    }
}

using ReferralDirectory.Geocoding;
using ReferralDirectory.Matches.Sentences;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Screening;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Platform;

namespace ReferralDirectory.Matches.Responses;

/// <summary>The therapists of one answer, member by member as <see cref="MatchResult"/> has them.</summary>
internal sealed class ResultWriting
{
    /// <summary>Scores, raw values and contributions are whole millionths.</summary>
    private const int ScoreDecimals = 6;

    private readonly JsonText json;
    private readonly ScreeningResult screening;
    private readonly IncludedParts included;
    private readonly MatchContext world;
    private readonly Sentence sentence = new();
    private readonly EvidenceWriting evidence;
    private readonly Repeats<RuleScore> components;
    private readonly Repeats<GateOutcome> gates;

    public ResultWriting(JsonText json, ScreeningResult screening, IncludedParts included, MatchContext world)
    {
        (this.json, this.screening, this.included, this.world) = (json, screening, included, world);
        evidence = new EvidenceWriting(json, world.Knowledge);
        components = new Repeats<RuleScore>(json, EnumWords.All<RuleId>().Count, Component);
        gates = new Repeats<GateOutcome>(json, EnumWords.All<GateId>().Count, Gate);
    }

    public void Write(MatchHit hit)
    {
        json.BeginObject();
        json.Member("rank"u8, hit.Rank);
        json.FixedPoint("score"u8, hit.Score, ScoreDecimals);
        json.Member("distanceMiles"u8, ResultMapping.Shown(hit.Distance));
        json.Member("mode"u8, EnumWords.Of(hit.Mode));
        Therapist(hit);
        Listing(hit.Listing);
        if (hit.Network is { } network)
            Network(network);
        if (included.Components)
            Components(hit);
        if (included.Gates)
            Gates(hit);
        Cautions(hit);
        json.Member("summary"u8, SummarySentence.Of(sentence.Anew(), hit, world.Knowledge).Text);
        json.EndObject();
    }

    private void Therapist(MatchHit hit)
    {
        var therapist = hit.Therapist;
        json.BeginObject("therapist"u8);
        json.Member("id"u8, therapist.Id.ToString());
        json.Member("name"u8, therapist.Name.Value.Display);
        json.Member("vettingTier"u8, hit.Vetting.Tier);
        json.Member("confidence"u8, EnumWords.Of(hit.Vetting.Confidence));
        json.Texts("languages"u8, therapist.Languages, static language => language.Value);
        json.Member("website"u8, therapist.Website?.Value);
        json.Member("synthetic"u8, therapist.Synthetic);
        json.EndObject();
    }

    private void Listing(Listing listing)
    {
        var place = PublicPlace.Of(listing.Place, world.Places);
        json.BeginObject("listing"u8);
        json.Member("id"u8, listing.Id.ToString());
        Address(place.Address);
        json.Member("latitude"u8, place.Point.Latitude);
        json.Member("longitude"u8, place.Point.Longitude);
        json.Member("phone"u8, place.Phone?.Value);
        json.Member("setting"u8, place.Setting is { } setting ? EnumWords.Of(setting) : null);
        json.Member("wheelchairAccessible"u8, place.WheelchairAccessible);
        json.Member("selfPayPriceUsd"u8, place.SelfPayPriceUsd);
        json.Member("accepting"u8, EnumWords.Of(place.Accepting.Value));
        json.Member("nextOpening"u8, place.NextOpening);
        json.EndObject();
    }

    private void Address(PostalAddress address)
    {
        json.BeginObject("address"u8);
        json.Member("line1"u8, address.Line1.Length == 0 ? null : address.Line1);
        json.Member("line2"u8, address.Line2);
        json.Member("city"u8, address.City);
        json.Member("state"u8, address.State.ToString());
        json.Member("zip"u8, address.Zip.Value);
        json.EndObject();
    }

    private void Network(NetworkEvidence network)
    {
        json.BeginObject("network"u8);
        json.Member("status"u8, EnumWords.Of(network.Status));
        json.Member("confirmedFor"u8, EnumWords.Of(network.ConfirmedFor));
        json.Member("network"u8, network.Fact?.Network?.Value);
        json.Member("source"u8, network.Fact is { } fact ? EnumWords.Of(fact.Source.Method) : null);
        json.Member("asOf"u8, network.Fact?.Source.AsOf);
        json.EndObject();
    }

    private void Components(MatchHit hit)
    {
        json.BeginArray("components"u8);
        foreach (var score in hit.Components)
        {
            if (IsAboutTheOrder(score.Rule))
                components.Write((int)score.Rule, score);
            else
                Component(score);
        }

        json.EndArray();
    }

    /// <summary>What is said of several therapists in the same words; of the others, to compare takes as long as to write.</summary>
    private static bool IsAboutTheOrder(RuleId rule) => rule is RuleId.ModalityFit or RuleId.Preferences;

    private static bool IsAboutTheOrder(GateId gate) => gate is GateId.Indicated or GateId.Credentialed or GateId.RequiredPreferences;

    private void Component(RuleScore score)
    {
        json.BeginObject();
        json.Member("rule"u8, EnumWords.Of(score.Rule));
        json.FixedPoint("raw"u8, score.Raw, ScoreDecimals);
        json.Member("weight"u8, score.Weight);
        json.FixedPoint("contribution"u8, score.Contribution, ScoreDecimals);
        json.Member("because"u8, RuleSentences.Because(sentence.Anew(), score, world.Knowledge).Text);
        evidence.Write(score.Evidence);
        json.EndObject();
    }

    private void Gates(MatchHit hit)
    {
        json.BeginArray("gates"u8);
        foreach (var outcome in hit.Gates)
        {
            if (IsAboutTheOrder(outcome.Gate))
                gates.Write((int)outcome.Gate, outcome);
            else
                Gate(outcome);
        }

        json.EndArray();
    }

    private void Gate(GateOutcome gate)
    {
        json.BeginObject();
        json.Member("gate"u8, EnumWords.Of(gate.Gate));
        json.Member("passed"u8, gate.Passed);
        json.Member("code"u8, gate.Code);
        json.Member("because"u8, GateSentences.Because(sentence.Anew(), gate, world.Knowledge).Text);
        json.EndObject();
    }

    private void Cautions(MatchHit hit)
    {
        json.BeginArray("cautions"u8);
        foreach (var code in hit.Cautions)
        {
            json.BeginObject();
            json.Member("code"u8, code);
            json.Member("text"u8, CautionSentences.Of(code, screening));
            json.EndObject();
        }

        json.EndArray();
    }
}

using System.Collections.Immutable;
using ReferralDirectory.Geocoding;
using ReferralDirectory.Matches.Sentences;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Screening;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matches.Responses;

/// <summary>One hit as a card with its reasons.</summary>
internal static class ResultMapping
{
    private const decimal Million = 1_000_000m;

    public static MatchResult ToResult(MatchHit hit, ScreeningResult screening, IncludedParts included, MatchContext world) => new()
    {
        Rank = hit.Rank,
        Score = hit.Score / Million,
        DistanceMiles = Shown(hit.Distance),
        Mode = EnumWords.Of(hit.Mode),
        Therapist = ToCard(hit),
        Listing = ToCard(hit.Listing, world.Places),
        Network = hit.Network is { } network ? ToCard(network) : null,
        Components = included.Components ? [.. hit.Components.Select(score => ToResponse(score, world.Knowledge))] : null,
        Gates = included.Gates ? [.. hit.Gates.Select(gate => ToResponse(gate, world.Knowledge))] : null,
        Cautions = [.. hit.Cautions.Select(code => new CautionResponse(code, CautionSentences.Of(code, screening)))],
        Summary = SummarySentence.Of(hit, world.Knowledge),
    };

    public static GateResponse ToResponse(GateOutcome gate, KnowledgeTables knowledge) =>
        new(EnumWords.Of(gate.Gate), gate.Passed, gate.Code, GateSentences.Because(gate, knowledge));

    private static TherapistCard ToCard(MatchHit hit) => new()
    {
        Id = hit.Therapist.Id.ToString(),
        Name = hit.Therapist.Name.Value.Display,
        VettingTier = hit.Vetting.Tier,
        Confidence = EnumWords.Of(hit.Vetting.Confidence),
        Languages = hit.Therapist.Languages.IsEmpty ? null : [.. hit.Therapist.Languages.Select(language => language.Value)],
        Website = hit.Therapist.Website?.Value,
        Synthetic = hit.Therapist.Synthetic,
    };

    private static ListingCard ToCard(Listing listing, PlaceTable places)
    {
        var place = PublicPlace.Of(listing.Place, places);
        var address = place.Address;
        return new ListingCard
        {
            Id = listing.Id.ToString(),
            Address = new AddressCard(address.Line1.Length == 0 ? null : address.Line1, address.Line2, address.City, address.State.ToString(), address.Zip.Value),
            Latitude = place.Point.Latitude,
            Longitude = place.Point.Longitude,
            Phone = place.Phone?.Value,
            Setting = place.Setting is { } setting ? EnumWords.Of(setting) : null,
            WheelchairAccessible = place.WheelchairAccessible,
            SelfPayPriceUsd = place.SelfPayPriceUsd,
            Accepting = EnumWords.Of(place.Accepting.Value),
            NextOpening = place.NextOpening,
        };
    }

    private static NetworkCard ToCard(NetworkEvidence network) => new()
    {
        Status = EnumWords.Of(network.Status),
        ConfirmedFor = EnumWords.Of(network.ConfirmedFor),
        Network = network.Fact?.Network?.Value,
        Source = network.Fact is { } fact ? EnumWords.Of(fact.Source.Method) : null,
        AsOf = network.Fact?.Source.AsOf,
    };

    private static ComponentResponse ToResponse(RuleScore score, KnowledgeTables knowledge) => new(
        EnumWords.Of(score.Rule), score.Raw / Million, score.Weight, score.Contribution / Million, RuleSentences.Because(score, knowledge),
        ToFacts(score.Evidence, knowledge));

    private static RuleEvidence? ToFacts(Evidence evidence, KnowledgeTables knowledge) => evidence switch
    {
        FitEvidence { Pairs: [var primary, .. var others] } => ToFacts(primary, knowledge) with
        {
            Others = others.IsEmpty ? null : [.. others.Select(pair => ToFacts(pair, knowledge))],
        },
        TierEvidence { Assessment: var assessment } => new VettingFacts
        {
            Tier = assessment.Tier,
            LicenceCheckedOn = assessment.LicenceCheckedOn,
            ExclusionCheckedOn = assessment.ExclusionCheckedOn,
            KnownHours = assessment.KnownHours,
            HoursDocumented = assessment.HoursDocumented,
            StateMinimumHours = assessment.StateMinimumHours,
            Missing = assessment.Missing.IsEmpty ? null : [.. assessment.Missing.Select(Phrases.Of)],
        },
        NetworkEvidence network => new NetworkFacts(
            EnumWords.Of(network.Status), EnumWords.Of(network.ConfirmedFor), network.Fact is { } place ? EnumWords.Of(place.AppliesTo) : null,
            network.Fact is { } fact ? EnumWords.Of(fact.Source.Method) : null, network.Fact?.Source.AsOf, network.AgeDays),
        DistanceEvidence distance => new DistanceFacts(Shown(distance.Distance), Shown(distance.Limit), EnumWords.Of(distance.Mode)),
        AcceptingEvidence { Accepting: var said } accepting => new AvailabilityFacts(
            EnumWords.Of(said.Value), EnumWords.Of(said.From.Method), said.From.AsOf, accepting.AgeDays, accepting.NextOpening),
        RecordEvidence { Record: { } record } => new RecordFacts(record.Sent, record.Accepted, record.ReportedBack),
        PreferenceEvidence preferences => new PreferenceFacts(Names(preferences.Stated), Names(preferences.Held)),
        _ => null,
    };

    private static FitFacts ToFacts(PairEvidence pair, KnowledgeTables knowledge) => new()
    {
        Diagnosis = pair.Diagnosis?.ToString(),
        Modality = pair.Modality.Value,
        Grade = pair.Grade?.ToString(),
        Training = EnumWords.Of(pair.Training),
        Limits = pair.Limits,
        Source = pair.Source is null ? null : knowledge.CitationOf(pair.Source),
    };

    private static ImmutableArray<string> Names(ImmutableArray<Matching.Ranking.Preference> preferences) => [.. preferences.Select(PreferenceNames.Of)];

    /// <summary>Shown to a tenth of a mile; the score knows the exact one.</summary>
    public static double Shown(Miles distance) => Math.Round(distance.Value, 1);
}

using System.Collections.Frozen;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Screening;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Browsing;

/// <summary>One query's filters, prepared once. The cheap ones come first, the tier last.</summary>
internal sealed class BrowseFilter
{
    private readonly BrowseQuery query;
    private readonly KnowledgeTables knowledge;
    private readonly FrozenSet<Code<Modality>>? indicated;
    private readonly NetworkQuestion? network;
    private readonly string[] nameWords;

    public BrowseFilter(BrowseQuery query, KnowledgeTables knowledge)
    {
        this.query = query;
        this.knowledge = knowledge;
        network = query.Insurer is { } insurer ? NetworkQuestion.Of(insurer, query.Plan, query.AsOf, knowledge) : null;
        nameWords = FoldedText.Words(query.Name ?? "");
        indicated = query.Conditions is not { } conditions ? null : AdmissiblePairs.RulingRows(conditions, query.AsOf, knowledge)
            .Where(row => row.Direction == IndicationDirection.Benefit)
            .Select(row => row.Modality)
            .ToFrozenSet();
    }

    public bool Fits(TherapistProfile therapist, Listing listing) =>
        Browser.IsListed(therapist)
        && FitsPerson(therapist)
        && (query.IncludesStale || !FactClock.IsHidden(listing.Place, query.AsOf))
        && FitsPlace(listing.Place)
        && (network is null || NetworkRuling.Of(therapist.Networks, listing.Place.Address.Zip, network).Status == NetworkStatus.InNetwork)
        && (query.MinTier == 0 || TierAssessor.Assess(therapist, listing.Place.Address.State, query.AsOf, knowledge).Tier >= query.MinTier);

    private bool FitsPerson(TherapistProfile therapist) =>
        (query.Npi is null || therapist.Npi?.Value == query.Npi)
        && (query.Gender is null || therapist.Gender?.Value == query.Gender)
        && (query.Language is null || therapist.Languages.Any(spoken => Speaks(spoken.Value, query.Language)))
        && (query.Modality is null || therapist.Modalities.Any(offered => offered.Modality == query.Modality))
        && (indicated is null || therapist.Modalities.Any(offered => indicated.Contains(offered.Modality)))
        && (nameWords.Length == 0 || FoldedText.Matches(FoldedText.Of(therapist.Name.Value.Display), nameWords));

    private bool FitsPlace(PracticePlace place) =>
        (query.Setting is null || place.Setting == query.Setting)
        && (query.Accepting is null || query.AcceptingAt(place) == query.Accepting);

    /// <summary>Basic filtering of RFC 4647: <c>es</c> takes <c>es-MX</c>, not the other way round.</summary>
    private static bool Speaks(string spoken, string wanted) =>
        spoken.StartsWith(wanted, StringComparison.OrdinalIgnoreCase) && (spoken.Length == wanted.Length || spoken[wanted.Length] == '-');
}

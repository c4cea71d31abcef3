using System.Collections.Immutable;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Screening;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>The criteria, screened and looked up once: what gates and rules read for every candidate. Immutable.</summary>
internal sealed class MatchQuery
{
    public MatchQuery(MatchCriteria criteria, KnowledgeTables knowledge, RankingOptions options)
        : this(criteria, knowledge, options, ofSameOrder: null)
    {
    }

    private MatchQuery(MatchCriteria criteria, KnowledgeTables knowledge, RankingOptions options, MatchQuery? ofSameOrder)
    {
        Criteria = criteria;
        Knowledge = knowledge;
        Options = options;
        Weights = options.WeightsFor(criteria.Audience);
        MinTier = criteria.MinTier ?? options.MinTierFor(criteria.Audience);
        Place = UnitVector.Of(criteria.Place);
        (Screening, Pairs) = ofSameOrder is null ? Screener.ScreenWithPairs(criteria.Order, criteria.ServiceDate, knowledge) : (ofSameOrder.Screening, ofSameOrder.Pairs);
        Insisted = knowledge.SetOf(criteria.Order.Modalities);
        Supported = Pairs.All.Aggregate(ModalitySet.Empty, (set, pair) => set | pair.Supported);
        Relevant = Screening.Requirements
            .SelectMany(requirement => requirement.AcceptedCredentials)
            .Aggregate(Supported, (set, credential) => set | knowledge.ModalitiesOf(credential));
        Permissions =
        [
            .. knowledge.Rows.CredentialRequirements
                .Where(requirement => requirement.EffectiveFrom <= criteria.ServiceDate && !requirement.Modalities.IsEmpty)
                .Select(requirement => new ModalityPermission(requirement, knowledge.PlaceOf(requirement), knowledge.SetOf(requirement.Modalities).Except(Insisted)))
                .Where(permission => permission.Modalities.Overlaps(Supported)),
        ];
        Network = NetworkOf(criteria, knowledge);
        SoftPreferences = [.. PreferencesRule.Every.Where(preference => PreferencesRule.IsSoft(preference, criteria.Preferences))];
        Fit = new FitScale(Pairs, Insisted);
    }

    public MatchCriteria Criteria { get; }

    public KnowledgeTables Knowledge { get; }

    public RankingOptions Options { get; }

    public RuleWeights Weights { get; }

    public int MinTier { get; }

    public UnitVector Place { get; }

    public ScreeningResult Screening { get; }

    public AdmissiblePairs Pairs { get; }

    /// <summary>The modalities that the order insists on.</summary>
    public ModalitySet Insisted { get; }

    /// <summary>Supported for any diagnosis of the order.</summary>
    public ModalitySet Supported { get; }

    /// <summary>Those whose specialty credentials count for the tier: supported, or certified by what the order requires.</summary>
    public ModalitySet Relevant { get; }

    /// <summary>Modalities that count only for those who may practise them. Insisted ones are the credential gate's instead.</summary>
    public ImmutableArray<ModalityPermission> Permissions { get; }

    /// <summary>Null when the patient pays.</summary>
    public NetworkQuestion? Network { get; }

    /// <summary>Those that are stated and not required.</summary>
    public ImmutableArray<Preference> SoftPreferences { get; }

    public FitScale Fit { get; }

    public StandingTerms StandingTerms => new(Criteria.AsOf, Weights, MinTier);

    public bool AllowsHomeVisits => Criteria.Preferences.HomeVisit != false;

    /// <summary>The same question with one thing changed; an order that stays is not screened again.</summary>
    public MatchQuery With(MatchCriteria changed) => new(
        changed, Knowledge, Options, ReferenceEquals(changed.Order, Criteria.Order) && changed.ServiceDate == Criteria.ServiceDate ? this : null);

    private static NetworkQuestion? NetworkOf(MatchCriteria criteria, KnowledgeTables knowledge) => criteria.Coverage switch
    {
        { Kind: CoverageKind.SelfPay } => null,
        { Insurer: { } insurer, Plan: var plan } => NetworkQuestion.Of(insurer, plan, criteria.ServiceDate, knowledge),
        { Kind: var kind } => NetworkQuestion.OfAny(NetworkQuestion.KindOf(kind), criteria.ServiceDate, knowledge),
    };
}

/// <summary>A requirement that stands before some modalities.</summary>
/// <param name="Place">Of the requirement among those of the tables.</param>
internal sealed record ModalityPermission(CredentialRequirement Requirement, int Place, ModalitySet Modalities);

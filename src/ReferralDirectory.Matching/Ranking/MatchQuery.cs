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
    private readonly ScreenedOrder order;

    public MatchQuery(MatchCriteria criteria, KnowledgeTables knowledge, RankingOptions options)
        : this(criteria, knowledge, options, new ScreenedOrder(criteria.Order, criteria.ServiceDate, knowledge))
    {
    }

    /// <param name="criteria">The question.</param>
    /// <param name="knowledge">The tables.</param>
    /// <param name="options">How to rank.</param>
    /// <param name="order">That of the criteria, screened for their service date.</param>
    public MatchQuery(MatchCriteria criteria, KnowledgeTables knowledge, RankingOptions options, ScreenedOrder order)
    {
        (Criteria, Knowledge, Options, this.order) = (criteria, knowledge, options, order);
        Weights = options.WeightsFor(criteria.Audience);
        MinTier = criteria.MinTier ?? options.MinTierFor(criteria.Audience);
        Place = UnitVector.Of(criteria.Place);
        Network = NetworkOf(criteria, knowledge);
        SoftPreferences = [.. PreferencesRule.Every.Where(preference => PreferencesRule.IsSoft(preference, criteria.Preferences))];
    }

    public MatchCriteria Criteria { get; }

    public KnowledgeTables Knowledge { get; }

    public RankingOptions Options { get; }

    public RuleWeights Weights { get; }

    public int MinTier { get; }

    public UnitVector Place { get; }

    public ScreeningResult Screening => order.Screening;

    public AdmissiblePairs Pairs => order.Pairs;

    /// <inheritdoc cref="ScreenedOrder.Insisted"/>
    public ModalitySet Insisted => order.Insisted;

    /// <inheritdoc cref="ScreenedOrder.Supported"/>
    public ModalitySet Supported => order.Supported;

    /// <inheritdoc cref="ScreenedOrder.Relevant"/>
    public ModalitySet Relevant => order.Relevant;

    /// <inheritdoc cref="ScreenedOrder.Permissions"/>
    public ImmutableArray<ModalityPermission> Permissions => order.Permissions;

    /// <inheritdoc cref="ScreenedOrder.Requirements"/>
    public ImmutableArray<int> Requirements => order.Requirements;

    /// <summary>Null when the patient pays.</summary>
    public NetworkQuestion? Network { get; }

    /// <summary>Those that are stated and not required.</summary>
    public ImmutableArray<Preference> SoftPreferences { get; }

    public FitScale Fit => order.Fit;

    public StandingTerms StandingTerms => new(Criteria.AsOf, Weights, MinTier);

    public bool AllowsHomeVisits => Criteria.Preferences.HomeVisit != false;

    /// <summary>The same question with one thing changed; an order that stays is not screened again.</summary>
    public MatchQuery With(MatchCriteria changed) => new(
        changed, Knowledge, Options,
        order.IsOf(changed.Order, changed.ServiceDate) ? order : new ScreenedOrder(changed.Order, changed.ServiceDate, Knowledge));

    private static NetworkQuestion? NetworkOf(MatchCriteria criteria, KnowledgeTables knowledge) => criteria.Coverage switch
    {
        { Kind: CoverageKind.SelfPay } => null,
        { Insurer: { } insurer, Plan: var plan } => NetworkQuestion.Of(insurer, plan, criteria.ServiceDate, knowledge),
        { Kind: var kind } => NetworkQuestion.OfAny(NetworkQuestion.KindOf(kind), criteria.ServiceDate, knowledge),
    };
}

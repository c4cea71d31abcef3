using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Screening;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>An order, screened and looked up for a day: what a query knows whoever asks, from wherever, and whoever pays. Immutable.</summary>
internal sealed class ScreenedOrder
{
    public ScreenedOrder(Order order, DateOnly serviceDate, KnowledgeTables knowledge)
    {
        (Order, ServiceDate) = (order, serviceDate);
        (Screening, Pairs) = Screener.ScreenWithPairs(order, serviceDate, knowledge);
        Requirements = [.. Screening.Requirements.Select(knowledge.PlaceOf)];
        Insisted = knowledge.SetOf(order.Modalities);
        Supported = Pairs.All.Aggregate(ModalitySet.Empty, (set, pair) => set | pair.Supported);
        Relevant = Screening.Requirements
            .SelectMany(requirement => requirement.AcceptedCredentials)
            .Aggregate(Supported, (set, credential) => set | knowledge.ModalitiesOf(credential));
        Permissions =
        [
            .. knowledge.Rows.CredentialRequirements
                .Where(requirement => requirement.EffectiveFrom <= serviceDate && !requirement.Modalities.IsEmpty)
                .Select(requirement => new ModalityPermission(requirement, knowledge.PlaceOf(requirement), knowledge.SetOf(requirement.Modalities).Except(Insisted)))
                .Where(permission => permission.Modalities.Overlaps(Supported)),
        ];
        Fit = new FitScale(Pairs, Insisted);
    }

    public Order Order { get; }

    public DateOnly ServiceDate { get; }

    public ScreeningResult Screening { get; }

    public AdmissiblePairs Pairs { get; }

    /// <summary>The places in the tables of the credential requirements that everyone must meet.</summary>
    public ImmutableArray<int> Requirements { get; }

    /// <summary>The modalities that the order insists on.</summary>
    public ModalitySet Insisted { get; }

    /// <summary>Supported for any diagnosis of the order.</summary>
    public ModalitySet Supported { get; }

    /// <summary>Those whose specialty credentials count for the tier: supported, or certified by what the order requires.</summary>
    public ModalitySet Relevant { get; }

    /// <summary>Modalities that count only for those who may practise them. Insisted ones are the credential gate's instead.</summary>
    public ImmutableArray<ModalityPermission> Permissions { get; }

    public FitScale Fit { get; }

    public bool IsOf(Order order, DateOnly serviceDate) => ServiceDate == serviceDate && Order.Equals(order);
}

/// <summary>A requirement that stands before some modalities.</summary>
/// <param name="Place">Of the requirement among those of the tables.</param>
internal sealed record ModalityPermission(CredentialRequirement Requirement, int Place, ModalitySet Modalities);

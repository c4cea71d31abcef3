using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>
/// What becomes of a fact as its date passes: after one term of its clock (90 days for what stands in the directory) it is marked as due,
/// after two less is held of it, and after four, about a year, a directory fact is left out unless it is asked for: the promise of 90 days
/// was broken three times then. Licences, exclusions and credentials are never left out: there it is the tier that falls.
/// </summary>
public static class FactClock
{
    public const int LoweredAfterTerms = 2;
    public const int HiddenAfterTerms = 4;

    /// <summary>The first day on which the fact is due.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="asOf">When it was said or checked.</param>
    /// <param name="lastDay">The last day on which it holds by its source's own word; null: not stated.</param>
    public static DateOnly DueOn(FactKind kind, DateOnly asOf, DateOnly? lastDay = null) => VerificationClock.EndOf(AspectOf(kind), asOf, terms: 1, lastDay);

    /// <inheritdoc cref="DueOn"/>
    public static Freshness FreshnessOf(FactKind kind, DateOnly asOf, DateOnly today, DateOnly? lastDay = null) =>
        today < DueOn(kind, asOf, lastDay) ? Freshness.Current
        : today < VerificationClock.EndOf(AspectOf(kind), asOf, LoweredAfterTerms) ? Freshness.Due
        : IsHidden(kind, asOf, today) ? Freshness.Hidden : Freshness.Lowered;

    /// <summary>Is what stands at this place, as a whole, too old to be shown unasked?</summary>
    public static bool IsHidden(PracticePlace place, DateOnly today) => IsHidden(FactKind.Address, place.From.AsOf, today);

    /// <summary>Who takes patients, as far as that is not too old to be repeated.</summary>
    public static AcceptingPatients AcceptingOn(PracticePlace place, DateOnly today) =>
        IsHidden(FactKind.Accepting, place.Accepting.From.AsOf, today) ? AcceptingPatients.Unknown : place.Accepting.Value;

    private static bool IsHidden(FactKind kind, DateOnly asOf, DateOnly today) =>
        IsOfDirectory(kind) && today >= VerificationClock.EndOf(AspectOf(kind), asOf, HiddenAfterTerms);

    private static bool IsOfDirectory(FactKind kind) =>
        kind is FactKind.Contact or FactKind.Address or FactKind.Phone or FactKind.OpeningHours or FactKind.Accepting or FactKind.Network;

    /// <summary>Whose clock runs for it.</summary>
    private static VerificationAspect AspectOf(FactKind kind) => kind switch
    {
        FactKind.Contact or FactKind.Address or FactKind.OpeningHours => VerificationAspect.Address,
        FactKind.Phone => VerificationAspect.Phone,
        FactKind.Accepting => VerificationAspect.Accepting,
        FactKind.Network => VerificationAspect.Network,
        FactKind.Licence => VerificationAspect.Licence,
        FactKind.Exclusion => VerificationAspect.Exclusion,
        FactKind.Liability => VerificationAspect.Liability,
        FactKind.Certification => VerificationAspect.Certification,
        FactKind.Training => VerificationAspect.Training,
        _ => VerificationAspect.Identity,
    };
}

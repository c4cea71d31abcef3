using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;

namespace ReferralDirectory.Therapists;

/// <summary>How facts look on the day of one answer, and which of them are left out of it.</summary>
/// <param name="today">The day of the answer.</param>
/// <param name="includesStale">Nothing is left out.</param>
internal sealed class FactSight(DateOnly today, bool includesStale)
{
    public DateOnly Today => today;

    /// <summary>How many were left out so far.</summary>
    public int Hidden { get; private set; }

    public SourceResponse Source(FactKind kind, Provenance from, DateOnly? lastDay = null, Agreement agreement = default)
    {
        var (confidence, freshness, dueOn) = FactAssessment.Of(kind, from, today, lastDay, agreement);
        return new SourceResponse(from.Source, from.Method, from.AsOf, confidence.Level, freshness, dueOn);
    }

    public FactResponse<T>? Fact<T>(FactKind kind, Sourced<T>? fact, DateOnly? lastDay = null)
        where T : notnull => Fact(kind, fact, value => value, lastDay);

    /// <summary>Null when nobody stated it, or too long ago.</summary>
    public FactResponse<TTo>? Fact<TFrom, TTo>(FactKind kind, Sourced<TFrom>? fact, Func<TFrom, TTo> value, DateOnly? lastDay = null)
        where TTo : notnull =>
        fact is not null && Shows(kind, fact.From) ? new FactResponse<TTo>(value(fact.Value), Source(kind, fact.From, lastDay)) : null;

    /// <summary>False, and counted, when it is too old to be shown unasked.</summary>
    public bool Shows(FactKind kind, Provenance from)
    {
        var isShown = includesStale || FactClock.FreshnessOf(kind, from.AsOf, today) != Freshness.Hidden;
        Hidden += isShown ? 0 : 1;
        return isShown;
    }
}

using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>What may be held of one fact on one day.</summary>
/// <param name="DueOn">The first day on which it is due.</param>
public readonly record struct FactAssessment(FactConfidence Confidence, Freshness Freshness, DateOnly DueOn)
{
    /// <param name="kind">What the fact is about.</param>
    /// <param name="from">Who said it, how it was learned, and when.</param>
    /// <param name="today">The day of the answer.</param>
    /// <param name="lastDay">The last day on which it holds by its source's own word; beyond it nobody vouches for it. Null: not stated.</param>
    /// <param name="agreement">What other sources say.</param>
    /// <param name="reports">Independent reports that it is wrong.</param>
    public static FactAssessment Of(FactKind kind, Provenance from, DateOnly today, DateOnly? lastDay = null, SourceAgreement agreement = default, int reports = 0)
    {
        var freshness = FactClock.FreshnessOf(kind, from.AsOf, today, lastDay);
        var confidence = FactConfidence.Of(kind, from.Method, today.DayNumber - from.AsOf.DayNumber, agreement, reports)
            .LoweredBy((freshness >= Freshness.Lowered ? 1 : 0) + (lastDay < today ? 2 : 0));
        return new FactAssessment(confidence, freshness, FactClock.DueOn(kind, from.AsOf, lastDay));
    }
}

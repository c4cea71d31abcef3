using ReferralDirectory.Matching.Knowledge;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>
/// Screens orders. Most say what another said before, for another patient: each is remembered in a place that its content tells, until
/// another takes it. Thread-safe.
/// </summary>
internal sealed class ScreenedOrders(KnowledgeTables knowledge)
{
    /// <summary>The most that are remembered.</summary>
    private const int Places = 1024;

    private readonly ScreenedOrder?[] remembered = new ScreenedOrder?[Places];

    public ScreenedOrder Of(Order order, DateOnly serviceDate)
    {
        ref var place = ref remembered[(uint)HashCode.Combine(order, serviceDate) % Places];
        if (place is { } known && known.IsOf(order, serviceDate))
            return known;
        return place = new ScreenedOrder(order, serviceDate, knowledge);
    }
}

using System.Globalization;
using ReferralDirectory.Matching.Ranking;

namespace ReferralDirectory.Matching.Tests.Ranking;

public sealed class ScreenedOrdersTests
{
    private readonly ScreenedOrders orders = new(SmallKnowledge.Tables);

    [Fact]
    public void Two_orders_that_say_the_same_are_screened_once() =>
        Assert.Same(orders.Of(An.Order("I89.0").Build().Order, Today), orders.Of(An.Order("I89.0").Build().Order, Today));

    [Fact]
    public void An_order_with_another_diagnosis_answer_or_day_is_screened_for_itself()
    {
        var known = orders.Of(An.Order("I89.0").Build().Order, Today);

        Assert.NotSame(known, orders.Of(An.Order("I89.0").Build().Order, Today.AddDays(1)));
        Assert.NotSame(known, orders.Of(An.Order("I89.0").Unscreened().Build().Order, Today));
        Assert.NotSame(known, orders.Of(An.Order("I89.0", "M54.50").Build().Order, Today));
    }

    [Fact]
    public void However_many_orders_share_a_place_each_is_screened_as_if_it_were_the_first()
    {
        for (var days = 0; days < 3000; days++)
        {
            var order = An.Order(days % 2 == 0 ? "I82.401" : "I89.0", string.Create(CultureInfo.InvariantCulture, $"M54.{days % 9}")).Build().Order;
            Assert.Equal(new ScreenedOrder(order, Today.AddDays(days), SmallKnowledge.Tables).Screening.Outcome, orders.Of(order, Today.AddDays(days)).Screening.Outcome);
        }
    }
}

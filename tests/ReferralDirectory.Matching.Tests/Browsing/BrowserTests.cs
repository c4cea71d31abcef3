using ReferralDirectory.Matching.Browsing;

namespace ReferralDirectory.Matching.Tests.Browsing;

public sealed class BrowserTests
{
    [Theory]
    [InlineData("neuropathy", "swedish", 1)]
    [InlineData("neuropathy", "deep-tissue", 0)] // of benefit as one of its group, advised against by its own row
    [InlineData("fibromyalgia", "swedish", 0)] // without effect
    [InlineData("neuropathy fibromyalgia", "swedish", 0)] // the stricter reading of both
    [InlineData("", "swedish", 0)]
    public void A_condition_keeps_those_whose_modality_the_ruling_row_supports(string conditions, string modality, int count)
    {
        var town = new Town(A.Therapist().OffersOnly(modality));
        var query = new BrowseQuery
        {
            AsOf = Today,
            Conditions = [.. conditions.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Condition)],
        };

        Assert.Equal(count, Browser.Browse(town.Index, query).Total);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_look_that_nobody_waits_for_ends(bool near)
    {
        var town = new Town(A.Therapist());
        var query = new BrowseQuery { AsOf = Today, Near = near ? town.Index.Therapists.First().Listings[0].Place.Point : null };

        Assert.Throws<OperationCanceledException>(() => Browser.Browse(town.Index, query, new CancellationToken(canceled: true)));
    }
}

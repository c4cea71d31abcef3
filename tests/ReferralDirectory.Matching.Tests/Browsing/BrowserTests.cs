using ReferralDirectory.Matching.Browsing;
using ReferralDirectory.Matching.Vocabulary;

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
    [InlineData(359, 1)]
    [InlineData(360, 1)]
    [InlineData(361, 0)]
    public void A_place_of_which_nobody_has_spoken_for_about_a_year_is_listed_for_those_who_ask(int daysAgo, int count)
    {
        var town = new Town(A.Therapist().Place(place => place with { From = TherapistBuilder.Said(daysAgo) }));

        Assert.Equal(count, Browser.Browse(town.Index, new BrowseQuery { AsOf = Today }).Total);
        Assert.Equal(1, Browser.Browse(town.Index, new BrowseQuery { AsOf = Today, IncludesStale = true }).Total);
    }

    [Theory]
    [InlineData(360, "yes")]
    [InlineData(361, "unknown")]
    public void What_was_said_of_new_patients_that_long_ago_is_as_good_as_unknown(int daysAgo, string word)
    {
        var town = new Town(A.Therapist().Accepting(AcceptingPatients.Yes, daysAgo));
        var query = new BrowseQuery { AsOf = Today, Facets = [BrowseFacet.Accepting] };

        Assert.Equal(word, Assert.Single(Browser.Browse(town.Index, query).Facets).Value);
        Assert.Equal(word == "yes" ? 1 : 0, Browser.Browse(town.Index, query with { Accepting = AcceptingPatients.Yes }).Total);
        Assert.Equal("yes", Assert.Single(Browser.Browse(town.Index, query with { IncludesStale = true }).Facets).Value);
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

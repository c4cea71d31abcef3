using ReferralDirectory.Matches;
using ReferralDirectory.Matches.Requests;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Tests.Matches;

public sealed class MatchesQueriesTests
{
    [Fact]
    public void Who_was_merged_is_explained_under_the_id_that_stays()
    {
        var world = SmallWorld.With();
        var index = MatchIndexCompiler.Compile(new DirectorySnapshot(7, new KnowledgeTables(SmallWorld.Rows), [], [Practitioner.Offering(1, "cdt")])
        {
            Redirects = [new Redirect(new TherapistId(2), new TherapistId(1))],
        });
        var request = new ExplainRequest { TherapistId = "thr_000002", Patient = A.Request.Patient, Order = A.Request.Order };

        var explained = MatchesQueries.Explain(request, world with { Index = index }, CancellationToken.None);

        Assert.Equal("thr_000001", explained?.TherapistId);
    }
}

using ReferralDirectory.CommandLine;
using ReferralDirectory.Import;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Tests.Store;

namespace ReferralDirectory.Tests.CommandLine;

public sealed class IndexAgreementTests
{
    private static readonly DirectorySnapshot Shown =
        new(7, new KnowledgeTables(new KnowledgeRows { Version = "k-1" }), [], [People.Profile(1, revision: 3), People.Profile(2, revision: 5)]);

    private static readonly ResolvedAgain Same = new(7, "k-1", Differences: 0, [People.Profile(1, revision: 8), People.Profile(2, revision: 8)], Shown);

    [Fact]
    public void An_index_that_shows_what_comes_out_has_no_fault() => Assert.Null(FaultOf(Same));

    [Fact]
    public void Another_revision_is_a_fault() => Assert.Equal("its revision 7 is not the store's 8", FaultOf(Same with { Revision = 8 }));

    [Fact]
    public void Other_tables_are_a_fault() => Assert.Equal("its tables k-1 are not the store's k-2", FaultOf(Same with { KnowledgeVersion = "k-2" }));

    [Fact]
    public void Who_is_missing_changed_or_should_not_be_there_is_named() => Assert.Equal(
        "3 therapists differ: thr_000001, thr_000002, thr_000003",
        FaultOf(Same with { Resolved = [People.Profile(2) with { Languages = [] }, People.Profile(3)] }));

    private static string? FaultOf(ResolvedAgain again) => IndexAgreement.FaultOf(MatchIndexCompiler.Compile(again.Shown), again);
}

using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Reviews;
using ReferralDirectory.Tests.Import;

namespace ReferralDirectory.Tests.Reports;

public sealed class AnswerTests
{
    [Fact]
    public async Task Reports_that_say_the_same_wait_as_one_task_for_those_who_publish_the_therapist()
    {
        await using var bench = await ReportBench.CreateAsync();
        await bench.FileAsync("household 1", comment: "Out of service.");
        await bench.FileAsync("household 2", comment: "A pizzeria answers.");

        var review = Assert.Single(await bench.ReviewsAsync());

        Assert.Equal(("report/rep_000001", ReviewKind.Report, new DateOnly(2026, 11, 23)), (review.Id, review.Kind, review.DueOn));
        Assert.Equal(bench.Therapist.Id, review.Therapist);
        Assert.Equal(
            "wrong-phone at 13202: 2 reports, marked as disputed. Published by Demo Guild, Demo Massage Alliance. They say: 'Out of service.'; 'A pizzeria answers.'",
            review.Finding);
    }

    [Theory]
    [InlineData(ReportKind.WrongPhone, VerificationOutcome.Refuted)]
    [InlineData(ReportKind.NotAccepting, VerificationOutcome.No)]
    [InlineData(ReportKind.NotInNetwork, VerificationOutcome.OutOfNetwork)]
    [InlineData(ReportKind.Moved, VerificationOutcome.Refuted)]
    public async Task An_upheld_report_corrects_the_fact_and_ends_the_dispute(ReportKind kind, VerificationOutcome outcome)
    {
        await using var bench = await ReportBench.CreateAsync();
        await bench.DisputeAsync(kind);

        await AnswerAsync(bench, ReportAnswer.Upheld);

        Assert.DoesNotContain(bench.Therapist.Doubts, doubt => doubt.Kind == DoubtKind.Disputed);
        Assert.Equal(outcome, (await bench.LedgerAsync())[^1].Outcome);
        Assert.False(States(bench.Therapist, kind));
    }

    [Theory]
    [InlineData(ReportKind.WrongPhone, VerificationOutcome.Confirmed)]
    [InlineData(ReportKind.NotAccepting, VerificationOutcome.Yes)]
    [InlineData(ReportKind.NotInNetwork, VerificationOutcome.InNetwork)]
    [InlineData(ReportKind.Moved, VerificationOutcome.Confirmed)]
    public async Task A_dismissed_report_confirms_the_fact_and_ends_the_dispute(ReportKind kind, VerificationOutcome outcome)
    {
        await using var bench = await ReportBench.CreateAsync();
        await bench.DisputeAsync(kind);

        await AnswerAsync(bench, ReportAnswer.Dismissed);

        Assert.Empty(bench.Therapist.Doubts);
        Assert.Equal(outcome, (await bench.LedgerAsync())[^1].Outcome);
        Assert.True(States(bench.Therapist, kind));
    }

    [Fact]
    public async Task All_reports_of_the_task_are_answered_and_who_reported_is_forgotten()
    {
        await using var bench = await ReportBench.CreateAsync();
        await bench.DisputeAsync();

        await AnswerAsync(bench, ReportAnswer.Dismissed);

        Assert.Empty(await bench.ReviewsAsync());
        Assert.Equal(new ReviewDecision("dismissed", "K. Reed rang them.", ReportBench.Today), Assert.Single(await bench.ReviewsAsync(withDecided: true)).Decision);
        Assert.All(await bench.StoredAsync(), report => Assert.Null(report.Reporter));
    }

    [Fact]
    public async Task Reports_after_an_answer_are_a_new_task_and_dispute_anew_even_on_the_same_day()
    {
        await using var bench = await ReportBench.CreateAsync();
        await bench.DisputeAsync();
        await AnswerAsync(bench, ReportAnswer.Dismissed);

        await bench.FileAsync("household 1");
        Assert.Empty(bench.Therapist.Doubts);
        await bench.FileAsync("household 2");

        Assert.NotEmpty(bench.Therapist.Doubts);
        Assert.Equal("report/rep_000003", Assert.Single(await bench.ReviewsAsync()).Id);
    }

    [Theory]
    [InlineData(ReportKind.WrongPhone)]
    [InlineData(ReportKind.NotAccepting)]
    [InlineData(ReportKind.NotInNetwork)]
    [InlineData(ReportKind.Moved)]
    public async Task An_answer_is_reversed_by_a_later_one_even_on_the_same_day(ReportKind kind)
    {
        await using var bench = await ReportBench.CreateAsync();
        await bench.FileAsync("household 1", kind);
        var id = await AnswerAsync(bench, ReportAnswer.Upheld);

        Assert.Null(await bench.DecideAsync(id, ReportAnswer.Dismissed, "K. Reed had rung the wrong office."));

        Assert.True(States(bench.Therapist, kind));
        Assert.Equal("dismissed", Assert.Single(await bench.ReviewsAsync(withDecided: true)).Decision?.Outcome);
    }

    [Fact]
    public async Task What_is_none_of_the_facts_is_answered_without_an_entry_in_the_ledger()
    {
        await using var bench = await ReportBench.CreateAsync();
        await bench.FileAsync("household 1", ReportKind.Other, "The photograph shows somebody else.");

        await AnswerAsync(bench, ReportAnswer.Upheld);

        Assert.Empty(await bench.LedgerAsync());
        Assert.Empty(await bench.ReviewsAsync());
    }

    [Fact]
    public async Task What_is_overdue_comes_first()
    {
        await using var bench = await ReportBench.CreateAsync();
        await bench.FileAsync("household 1", ReportKind.WrongPhone);
        await bench.Import.ImportAsync(ReportBench.Record with { Organization = ImportBench.Guild.Id, MemberKey = "G9", Name = new PersonName("Bob", "Quimby") });

        Assert.Equal(ReviewKind.IdentityConflict, (await bench.ReviewsAsync())[0].Kind);
        bench.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(ReviewKind.IdentityConflict, (await bench.ReviewsAsync())[0].Kind);
        bench.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(ReviewKind.Report, (await bench.ReviewsAsync())[0].Kind);
    }

    private static async Task<string> AnswerAsync(ReportBench bench, ReportAnswer answer)
    {
        var id = Assert.Single(await bench.ReviewsAsync()).Id;
        Assert.Null(await bench.DecideAsync(id, answer));
        return id;
    }

    /// <summary>Does the entry say what the report denies?</summary>
    private static bool States(TherapistProfile therapist, ReportKind kind) => kind switch
    {
        ReportKind.WrongPhone => therapist.Listings[0].Place.Phone is not null,
        ReportKind.NotAccepting => therapist.Listings[0].Place.Accepting.Value == AcceptingPatients.Yes,
        ReportKind.NotInNetwork => therapist.Networks.MaxBy(fact => fact.Source.AsOf)!.InNetwork,
        _ => !therapist.Listings.IsEmpty,
    };
}

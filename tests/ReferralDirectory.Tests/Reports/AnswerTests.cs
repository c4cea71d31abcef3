using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Reviews;
using ReferralDirectory.Tests.Import;
using ReferralDirectory.Tests.Store;

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
            "wrong-phone at 13202 (+13155550123): 2 reports, marked as disputed. Published by Demo Guild, Demo Massage Alliance. They say: 'Out of service.'; 'A pizzeria answers.'",
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
    public async Task Two_tasks_that_were_answered_alike_on_one_day_are_found_by_the_reports_of_both()
    {
        await using var bench = await ReportBench.CreateAsync();
        await bench.FileAsync("household 1");
        var first = await AnswerAsync(bench, ReportAnswer.Dismissed);
        await bench.FileAsync("household 2");
        var second = await AnswerAsync(bench, ReportAnswer.Dismissed);

        var review = Assert.Single(await bench.ReviewsAsync(withDecided: true));

        Assert.NotEqual(first, second);
        Assert.True(review.IsNamed(first) && review.IsNamed(second));
        Assert.Null(await bench.DecideAsync(second, ReportAnswer.Upheld));
    }

    [Fact]
    public async Task Whoever_answers_is_told_which_places_of_the_ZIP_are_meant()
    {
        var place = ReportBench.Record.Places[0];
        await using var bench = await ReportBench.CreateAsync(ReportBench.Record with { Places = [place, place with { Address = place.Address with { Line1 = "77 Oak Avenue" } }] });
        await bench.FileAsync("household 1", ReportKind.Moved);

        Assert.Contains("(2 Salina Street, 77 Oak Avenue; upheld takes out all of them)", Assert.Single(await bench.ReviewsAsync()).Finding, StringComparison.Ordinal);
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
    public async Task A_dismissed_report_confirms_the_network_that_is_listed_until_its_end_and_no_other_of_the_insurer()
    {
        await using var bench = await ReportBench.CreateAsync(ReportBench.Record with { Networks = [OpenChoice] });
        await bench.DisputeAsync(ReportKind.NotInNetwork);

        await AnswerAsync(bench, ReportAnswer.Dismissed);

        Assert.Equal(2, bench.Therapist.Networks.Length);
        Assert.All(bench.Therapist.Networks, fact => Assert.Equal((OpenChoice.Network, true, OpenChoice.To), (fact.Network, fact.InNetwork, fact.To)));
        Assert.DoesNotContain(bench.Therapist.Doubts, doubt => doubt.Kind == DoubtKind.Disputed);
    }

    [Fact]
    public async Task A_dismissed_report_about_one_network_takes_back_that_the_therapist_was_out_of_all()
    {
        await using var bench = await ReportBench.CreateAsync(ReportBench.Record with { Networks = [OpenChoice] });
        await bench.FileAsync("household 1", ReportKind.NotInNetwork);
        var id = await AnswerAsync(bench, ReportAnswer.Upheld);
        Assert.Contains(bench.Therapist.Networks, fact => !fact.InNetwork && fact.Network is null);

        Assert.Null(await bench.DecideAsync(id, ReportAnswer.Dismissed, "K. Reed had rung the wrong office."));

        Assert.All(bench.Therapist.Networks, fact => Assert.True(fact.InNetwork));
    }

    [Fact]
    public async Task A_dismissed_report_puts_nobody_into_a_network_that_no_source_names()
    {
        await using var bench = await ReportBench.CreateAsync(ReportBench.Record with { Networks = [] });
        await bench.FileAsync("household 1", ReportKind.NotInNetwork);

        await AnswerAsync(bench, ReportAnswer.Dismissed);

        Assert.Empty(bench.Therapist.Networks);
    }

    [Theory]
    [InlineData(ReportKind.WrongPhone)]
    [InlineData(ReportKind.NotAccepting)]
    [InlineData(ReportKind.NotInNetwork)]
    [InlineData(ReportKind.Moved)]
    public async Task What_was_found_wrong_stays_so_though_the_next_list_repeats_it(ReportKind kind)
    {
        await using var bench = await ReportBench.CreateAsync(ReportBench.Record);
        await bench.FileAsync("household 1", kind);
        await AnswerAsync(bench, ReportAnswer.Upheld);

        await bench.Import.ImportAsync(ReportBench.RecordOf(ReportBench.Today.AddDays(30)));

        Assert.False(States(bench.Therapist, kind));
    }

    [Theory]
    [InlineData(ReportKind.WrongPhone)]
    [InlineData(ReportKind.NotInNetwork)]
    [InlineData(ReportKind.Moved)]
    public async Task What_the_next_list_says_instead_of_what_was_found_wrong_counts(ReportKind kind)
    {
        await using var bench = await ReportBench.CreateAsync(ReportBench.Record);
        await bench.FileAsync("household 1", kind);
        await AnswerAsync(bench, ReportAnswer.Upheld);
        var next = ReportBench.RecordOf(ReportBench.Today.AddDays(30));
        Assert.True(PhoneNumber.TryParse("315-555-0999", out var phone));

        await bench.Import.ImportAsync(next with
        {
            Places = [next.Places[0] with { Phone = phone, Address = next.Places[0].Address with { Line1 = "77 Oak Avenue" } }],
            Networks = [next.Networks[0] with { From = ReportBench.Today.AddDays(20) }],
        });

        Assert.True(States(bench.Therapist, kind));
    }

    [Theory]
    [InlineData(ReportKind.WrongPhone, VerificationAspect.Phone, VerificationOutcome.Confirmed)]
    [InlineData(ReportKind.NotAccepting, VerificationAspect.Accepting, VerificationOutcome.Yes)]
    [InlineData(ReportKind.NotInNetwork, VerificationAspect.Network, VerificationOutcome.InNetwork)]
    [InlineData(ReportKind.Moved, VerificationAspect.Address, VerificationOutcome.Confirmed)]
    public async Task A_newer_check_that_is_as_strong_restores_what_was_found_wrong(ReportKind kind, VerificationAspect aspect, VerificationOutcome outcome)
    {
        await using var bench = await ReportBench.CreateAsync(ReportBench.Record);
        await bench.FileAsync("household 1", kind);
        await AnswerAsync(bench, ReportAnswer.Upheld);

        await bench.Import.ImportAsync(People.Check(SubjectKey.Of(People.NpiOf(ReportBench.Person)), outcome: outcome) with
        {
            Aspect = aspect,
            Reference = kind == ReportKind.NotInNetwork ? "aetna" : "",
            Method = FactMethod.Organization,
            CheckedOn = ReportBench.Today.AddDays(10),
        });
        await bench.Import.ImportAsync(ReportBench.RecordOf(ReportBench.Today.AddDays(30)));

        Assert.True(States(bench.Therapist, kind));
    }

    [Fact]
    public async Task An_office_from_which_the_therapist_moved_takes_no_other_office_of_its_ZIP_with_it()
    {
        var (street, avenue) = (ReportBench.Record.Places[0], ReportBench.Record.Places[0] with { Address = ReportBench.Record.Places[0].Address with { Line1 = "77 Oak Avenue" } });
        await using var bench = await ReportBench.CreateAsync(ReportBench.Record);
        await bench.FileAsync("household 1", ReportKind.Moved);
        await AnswerAsync(bench, ReportAnswer.Upheld);

        await bench.Import.ImportAsync(ReportBench.Record with { Places = [street, avenue] });

        Assert.Equal("77 Oak Avenue", Assert.Single(bench.Therapist.Listings).Place.Address.Line1);
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

    private static NetworkFact OpenChoice { get; } = ReportBench.Record.Networks[0] with { Network = Code<Network>.Parse("open-choice"), To = new DateOnly(2027, 6, 30) };

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

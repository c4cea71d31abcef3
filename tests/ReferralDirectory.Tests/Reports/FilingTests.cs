using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Import;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Tests.Import;
using ReferralDirectory.Tests.Store;

namespace ReferralDirectory.Tests.Reports;

public sealed class FilingTests
{
    [Fact]
    public async Task One_household_changes_nothing_however_often_it_reports()
    {
        await using var bench = await ReportBench.CreateAsync();
        var before = bench.Therapist;

        var first = await bench.FileAsync("household 1", comment: "Out of service.");
        var again = await bench.FileAsync("household 1", comment: "Still out of service.");

        Assert.Equal(first.Id, again.Id);
        Assert.Equal("Out of service.", Assert.Single(await bench.StoredAsync()).Comment);
        Assert.Equal(before.Revision, bench.Therapist.Revision);
        Assert.Empty(bench.Therapist.Doubts);
        Assert.Empty(await bench.LedgerAsync());
    }

    [Fact]
    public async Task A_second_household_makes_the_fact_a_disputed_one_and_leaves_its_value()
    {
        await using var bench = await ReportBench.CreateAsync();
        var phone = bench.Therapist.Listings[0].Place.Phone;

        await bench.DisputeAsync();
        await bench.FileAsync("household 3");

        Assert.NotNull(phone);
        Assert.Equal(phone, bench.Therapist.Listings[0].Place.Phone);
        Assert.Equal(ReportBench.Today, Disputes.Of(bench.Therapist, VerificationAspect.Phone, zip: People.Zip("13202")));
        var entry = Assert.Single(await bench.LedgerAsync());
        Assert.Equal(
            ($"npi:{People.NpiOf(ReportBench.Person)}", VerificationOutcome.Disputed, FactMethod.PublicReport, "public-reports"),
            (entry.SubjectKey, entry.Outcome, entry.Method, entry.CheckedBy.Value));
        Assert.Equal([false, true, false], (await bench.StoredAsync()).Select(report => report.Disputes));
    }

    [Theory]
    [InlineData(ReportKind.WrongPhone, VerificationAspect.Phone, "")]
    [InlineData(ReportKind.NotAccepting, VerificationAspect.Accepting, "")]
    [InlineData(ReportKind.NotInNetwork, VerificationAspect.Network, "aetna")]
    [InlineData(ReportKind.Moved, VerificationAspect.Address, "")]
    [InlineData(ReportKind.Other, null, null)]
    public async Task Each_kind_disputes_its_own_fact(ReportKind kind, VerificationAspect? aspect, string? reference)
    {
        await using var bench = await ReportBench.CreateAsync();

        await bench.DisputeAsync(kind);

        Assert.Equal(
            aspect is null ? [] : [(aspect.Value, reference!)],
            bench.Therapist.Doubts.Where(doubt => doubt.Kind == DoubtKind.Disputed).Select(doubt => (doubt.Aspect, doubt.Reference)));
    }

    [Fact]
    public async Task Reports_of_different_things_do_not_add_up()
    {
        await using var bench = await ReportBench.CreateAsync();

        await bench.FileAsync("household 1", ReportKind.WrongPhone);
        await bench.FileAsync("household 2", ReportKind.Moved);

        Assert.Empty(bench.Therapist.Doubts);
        Assert.Equal(2, (await bench.ReviewsAsync()).Count);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task Reports_add_up_for_ninety_days(int secondsMore, bool disputed)
    {
        await using var bench = await ReportBench.CreateAsync();
        await bench.FileAsync("household 1");
        bench.Clock.Advance(TimeSpan.FromDays(90) + TimeSpan.FromSeconds(secondsMore));

        await bench.FileAsync("household 2");

        Assert.Equal(disputed, !bench.Therapist.Doubts.IsEmpty);
    }

    [Fact]
    public async Task An_answer_is_due_on_the_next_business_day()
    {
        await using var bench = await ReportBench.CreateAsync();

        Assert.Equal(new DateOnly(2026, 11, 23), (await bench.FileAsync("household 1")).DueOn);
    }

    [Fact]
    public async Task Who_reports_is_not_kept_and_not_to_be_recognised_in_another_report()
    {
        await using var bench = await ReportBench.CreateAsync(ReportBench.Record, People.Record("M2", 4));

        foreach (var therapist in bench.Import.Read().Therapists)
            await bench.FileAsync("203.0.113.77", therapist: therapist.Id);

        var reports = await bench.StoredAsync();
        Assert.Equal(2, reports.Select(report => report.Reporter).Distinct().Count());
        Assert.DoesNotContain(reports, report => report.ToString().Contains("203.0.113.77", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_stores_call_the_same_household_differently()
    {
        await using var bench = await ReportBench.CreateAsync();
        await using var other = await ReportBench.CreateAsync();

        Assert.NotEqual((await bench.FileAsync("203.0.113.77")).Reporter, (await other.FileAsync("203.0.113.77")).Reporter);
    }

    [Fact]
    public async Task Reports_follow_their_therapist_into_another_and_add_up_there()
    {
        await using var bench = await ReportBench.CreateAsync(ByNpi, ByLicence);
        var gone = bench.Import.Read().Therapists.Max(therapist => therapist.Id);
        await bench.FileAsync("household 1", therapist: gone);

        await bench.Import.ImportAsync(ReportBench.Record);
        await bench.FileAsync("household 2");

        Assert.NotEqual(gone, bench.Therapist.Id);
        Assert.NotNull(Disputes.Of(bench.Therapist, VerificationAspect.Phone, zip: People.Zip("13202")));
    }

    [Fact]
    public async Task One_household_that_reported_two_entries_disputes_nothing_alone_when_they_turn_out_to_be_one_person()
    {
        await using var bench = await ReportBench.CreateAsync(ByNpi, ByLicence);
        foreach (var therapist in bench.Import.Read().Therapists)
            await bench.FileAsync("household 1", therapist: therapist.Id);
        await bench.Import.ImportAsync(ReportBench.Record);

        await bench.FileAsync("household 1");
        Assert.Empty(bench.Therapist.Doubts);
        await bench.FileAsync("household 2");

        Assert.NotEmpty(bench.Therapist.Doubts);
    }

    [Fact]
    public async Task What_was_said_of_the_demonstration_goes_with_it_and_its_reports_can_still_be_closed()
    {
        await using var bench = await ReportBench.CreateAsync();
        await bench.DisputeAsync();

        await bench.Import.Store.Get<DemoRemoval>().RemoveAsync(CancellationToken.None);

        Assert.Empty(await bench.LedgerAsync());
        var review = Assert.Single(await bench.ReviewsAsync());
        Assert.Null(review.Therapist);
        Assert.Null(await bench.DecideAsync(review.Id, ReportAnswer.Dismissed));
        Assert.Empty(await bench.ReviewsAsync());
        Assert.Empty(await bench.LedgerAsync());
    }

    [Theory]
    [InlineData(ReportKind.WrongPhone)]
    [InlineData(ReportKind.Moved)]
    [InlineData(ReportKind.NotAccepting)]
    [InlineData(ReportKind.NotInNetwork)]
    public async Task A_dispute_outlasts_the_next_lists_that_repeat_the_fact_and_ends_with_the_value(ReportKind kind)
    {
        await using var bench = await ReportBench.CreateAsync(ReportBench.Record);
        await bench.DisputeAsync(kind);
        bench.Clock.Advance(TimeSpan.FromDays(30));
        var next = ReportBench.RecordOf(ReportBench.Today.AddDays(30));
        var place = next.Places[0];

        await bench.Import.ImportAsync(next);
        Assert.Single(bench.Therapist.Doubts, doubt => doubt.Kind == DoubtKind.Disputed);

        Assert.True(PhoneNumber.TryParse("315-555-0999", out var phone));
        await bench.Import.ImportAsync(next with
        {
            Places = [place with { Address = place.Address with { Line1 = "77 Oak Avenue" }, Phone = phone, Accepting = place.Accepting with { Value = AcceptingPatients.No } }],
            Networks = [],
        });
        Assert.DoesNotContain(bench.Therapist.Doubts, doubt => doubt.Kind == DoubtKind.Disputed);
    }

    [Fact]
    public async Task Two_more_households_dispute_what_stands_there_since()
    {
        await using var bench = await ReportBench.CreateAsync(ReportBench.Record);
        await bench.DisputeAsync();
        Assert.True(PhoneNumber.TryParse("315-555-0999", out var phone));
        await bench.Import.ImportAsync(ReportBench.Record with { Places = [ReportBench.Record.Places[0] with { Phone = phone }] });
        Assert.Empty(bench.Therapist.Doubts);

        await bench.FileAsync("household 3");
        Assert.Empty(bench.Therapist.Doubts);
        await bench.FileAsync("household 4");

        Assert.Single(bench.Therapist.Doubts);
    }

    [Fact]
    public async Task A_dispute_that_is_missing_is_entered_when_the_same_report_comes_again()
    {
        await using var bench = await ReportBench.CreateAsync();
        await bench.FileAsync("household 1");
        var second = await bench.FileAsync("household 2", ReportKind.Other);

        // As if the program had ended between the two writes.
        await bench.Import.Store.WriteAsync(unit => unit.Context.Reports.Where(row => row.Id == second.Id)
            .ExecuteUpdate(set => set.SetProperty(row => row.Kind, ReportKind.WrongPhone).SetProperty(row => row.Zip, People.Zip("13202"))));
        await bench.FileAsync("household 2");

        Assert.NotEmpty(bench.Therapist.Doubts);
        Assert.Equal(2, (await bench.StoredAsync()).Count);
    }

    /// <summary>One person in two lists that have no key in common.</summary>
    private static SourceRecord ByNpi { get; } = ReportBench.Record with { Licences = [] };

    private static SourceRecord ByLicence { get; } = ReportBench.Record with
    {
        Organization = ImportBench.Guild.Id,
        Npi = null,
        Membership = ReportBench.Record.Membership with { Organization = ImportBench.Guild.Id },
    };
}

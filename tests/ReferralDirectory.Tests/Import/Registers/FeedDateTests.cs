using ReferralDirectory.Import;

namespace ReferralDirectory.Tests.Import.Registers;

public sealed class FeedDateTests : IDisposable
{
    private static readonly DateOnly Written = new(2026, 3, 9);

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory();

    [Theory]
    [InlineData("npidata_pfile_20050523-20261108.csv", "2026-11-08")] // since when, and until when
    [InlineData("roster-2026-02-28.csv", "2026-02-28")]
    [InlineData("roster-2026-02-31.csv", "2026-03-09")] // no day
    [InlineData("20261108123000.csv", "2026-03-09")] // a longer number
    [InlineData("UPDATED.csv", "2026-03-09")]
    public void A_file_is_of_the_last_day_in_its_name_else_of_the_day_on_which_it_was_written(string name, string day)
    {
        var errors = new ImportErrors(name);

        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), DayOf(name, errors));
        Assert.Equal(0, errors.Count);
    }

    [Fact]
    public void What_the_caller_says_goes_before_the_name() =>
        Assert.Equal(new DateOnly(2026, 5, 1), DayOf("roster-2026-02-28.csv", new ImportErrors("roster"), asOf: new DateOnly(2026, 5, 1)));

    [Theory]
    [InlineData("roster-20261120.csv", 0)] // today
    [InlineData("roster-20261121.csv", 1)]
    public void A_day_to_come_is_refused(string name, int refused)
    {
        var errors = new ImportErrors(name);

        Assert.Equal(RegisterBench.Today, DayOf(name, errors));
        Assert.Equal(Enumerable.Repeat("date-in-future", refused), errors.Errors.Select(error => error.Code));
    }

    public void Dispose() => directory.Delete(recursive: true);

    private DateOnly DayOf(string name, ImportErrors errors, DateOnly? asOf = null)
    {
        var path = Path.Combine(directory.FullName, name);
        File.WriteAllText(path, "");
        File.SetLastWriteTime(path, Written.ToDateTime(new TimeOnly(12, 0)));
        return FeedDate.Of(path, new ImportContext(null, RegisterBench.Today, Shipped.Knowledge, Shipped.Places) { Feed = new FeedOptions { AsOf = asOf } }, errors);
    }
}

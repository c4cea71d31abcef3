using ReferralDirectory.Import;
using ReferralDirectory.Store;
using ReferralDirectory.Tests.Store;

namespace ReferralDirectory.Tests.Import;

public sealed class StagedFactsTests
{
    [Fact]
    public async Task A_record_is_found_and_replaced_wherever_the_reader_is_by_then()
    {
        await using var store = await TemporaryStore.CreateAsync();
        using var area = store.Get<StagingAreas>().Open();
        using var staged = new StagedFacts(area);
        var facts = staged.Of(file: 0, supplier: null);
        var positions = Enumerable.Range(1, 700).Select(number => facts.Add(People.Record($"m{number}", number))).ToList();

        facts.Replace(positions[0], People.Record("m1", 1) with { Languages = ["fr"] });
        facts.Replace(positions[^1], People.Record("m700", 700) with { Languages = ["vi"] });
        facts.Add(People.Record("m701", 701));
        staged.Close();

        Assert.Equal(["fr"], facts.At(positions[0]).Languages);
        Assert.Equal("Ortiz350", facts.At(positions[349]).Name.Family);
        Assert.Equal(["vi"], facts.At(positions[^1]).Languages);
        Assert.Equal([701L], area.Context.Ask<long>($"SELECT COUNT(*) FROM staging.\"SourceRecords\""));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(700)]
    public async Task Facts_that_are_given_up_half_way_hold_up_no_later_write(int count)
    {
        await using var store = await TemporaryStore.CreateAsync();
        var areas = store.Get<StagingAreas>();
        using (var area = areas.Open())
        using (var staged = new StagedFacts(area))
        {
            var facts = staged.Of(file: 0, supplier: null);
            for (var number = 1; number <= count; number++)
                facts.Add(People.Record($"m{number}", number));
        }

        using (var next = areas.Open())
            StagedFacts.None(next);
        await store.WriteAsync(unit => unit.NoteOrganizations());
        Assert.Equal(1, store.Reader.ReadRevision());
    }
}

namespace ReferralDirectory.Tests.Import;

public sealed class KnowledgeVersionTests
{
    private const string File = "knowledge/sources.csv";

    [Fact]
    public void Line_ends_and_the_order_of_rows_do_not_change_the_version()
    {
        using var copy = new KnowledgeCopy();
        copy.Rewrite(File, lines => lines.Take(1).Concat(lines.Skip(1).Reverse()), lineEnd: "\r\n");

        Assert.Equal(Shipped.Knowledge.Version, copy.Version());
    }

    [Fact]
    public void The_order_of_columns_and_needless_quotes_do_not_change_the_version()
    {
        using var copy = new KnowledgeCopy();
        copy.Rewrite("knowledge/state-zones.csv", lines => lines.Select(line => line.Split(',')).Select(cells => $"\"{cells[1]}\",{cells[0]}"));

        Assert.Equal(Shipped.Knowledge.Version, copy.Version());
    }

    [Fact]
    public void A_changed_word_changes_the_version()
    {
        using var copy = new KnowledgeCopy();
        copy.Change("insurers/plans.csv", "Aetna Select EPO", "Aetna Choice EPO");

        Assert.NotEqual(Shipped.Knowledge.Version, copy.Version());
    }

    [Fact]
    public void A_word_that_moves_to_the_next_cell_changes_the_version()
    {
        using var copy = new KnowledgeCopy();
        copy.Change("knowledge/sources.csv", "2021\",guideline,", "2021 guideline\",guideline,");
        var longer = copy.Version();
        copy.Change("knowledge/sources.csv", "2021 guideline\",guideline,", "2021\",guideline guideline,");

        Assert.NotEqual(longer, copy.Version());
    }
}

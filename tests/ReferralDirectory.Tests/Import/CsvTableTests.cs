using System.Collections.Immutable;
using System.Text;
using ReferralDirectory.Import;
using ReferralDirectory.Import.Sources;

namespace ReferralDirectory.Tests.Import;

public sealed class CsvTableTests
{
    private static readonly ImmutableArray<string> Columns = ["code", "name"];

    [Fact]
    public void Cells_are_found_by_column_whatever_the_order_and_without_the_spaces_around_them()
    {
        var row = Assert.Single(Rows("name, code\r\n Swedish massage ,swedish\r\n"));

        Assert.Equal(("swedish", "Swedish massage"), (row["code"], row["name"]));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_column()
    {
        Assert.Equal("a", Assert.Single(Rows("\uFEFFcode,name\na,A\n"))["code"]);
    }

    [Fact]
    public void A_row_is_placed_at_the_line_where_it_begins_past_blank_lines_and_cells_of_several_lines()
    {
        var rows = Rows("code,name\na,\"one\ntwo\"\n\nb,\"say \"\"b\"\", please\"\n,\nc,C");

        Assert.Equal([(2, "one\ntwo"), (5, "say \"b\", please"), (7, "C")], rows.Select(row => (row.Line, row["name"])));
    }

    [Theory]
    [InlineData("code\na\n", 1, "name", "wrong-header", null)]
    [InlineData("code,name,extra\na,A,x\n", 1, "extra", "wrong-header", "extra")]
    [InlineData("code,name,name\na,A,x\n", 1, "name", "wrong-header", "name")]
    [InlineData("code;name\na;A\n", 1, null, "wrong-delimiter", "code;name")]
    [InlineData("code\tname\na\tA\n", 1, null, "wrong-delimiter", "code\tname")]
    [InlineData("code,name\na,A\nb\n", 3, null, "short-row", "b")]
    [InlineData("code,name\nb,B,x\n", 2, null, "long-row", "b")]
    [InlineData("code,name\na,A\nb,B\0\n", 3, null, "nul-character", null)]
    [InlineData("code,name\na,say \"A\"\n", 2, null, "bad-quotes", "say \"A\"")]
    [InlineData("code,name\na,A\nb,\"open\nc,C", 3, null, "bad-quotes", "\"open\nc,C")]
    [InlineData("", null, null, "empty-file", null)]
    public void What_is_wrong_with_the_form_is_reported_with_its_place(string text, int? line, string? column, string code, string? value)
    {
        var error = Assert.Single(Read(Encoding.UTF8.GetBytes(text)).Errors);

        Assert.Equal(new ImportError("a.csv", line, column, code, value, error.Message), error);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_reported_with_their_line()
    {
        var error = Assert.Single(Read([.. "code,name\na,Jos"u8, 0xE9, .. "\n"u8]).Errors);

        Assert.Equal((2, "not-utf8"), (error.Row, error.Code));
    }

    [Fact]
    public void Every_misshapen_row_is_reported_and_kept_apart_from_the_good_ones()
    {
        var (table, errors) = Read("code,name\na\nb,B\nc,C,x\n"u8.ToArray());

        Assert.Equal([(2, "short-row"), (4, "long-row")], errors.Select(error => (error.Row!.Value, error.Code)));
        Assert.Equal("b", Assert.Single(table!.Rows)["code"]);
        Assert.Equal([("a", ""), ("c", "C")], table.Misshapen.Select(row => (row["code"], row["name"])));
    }

    private static ImmutableArray<CsvRow> Rows(string text)
    {
        var (table, errors) = Read(Encoding.UTF8.GetBytes(text));
        Assert.Empty(errors);
        return table!.Rows;
    }

    private static (CsvTable? Table, ImmutableArray<ImportError> Errors) Read(byte[] content)
    {
        var errors = new ImportErrors("a.csv");
        return (CsvTable.Read(new MemoryStream(content), Columns, errors), errors.Errors);
    }
}

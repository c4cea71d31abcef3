using ReferralDirectory.Store;
using SQLitePCL;

namespace ReferralDirectory.Tests.Store;

public sealed class TextColumnTests
{
    private const int Rows = 20_000;

    private int conversionsMade;

    [Theory]
    [InlineData(10, 10)]
    [InlineData(Rows, Rows)]
    public void Every_value_is_read_as_it_stands_and_converted_once_where_it_comes_again(int different, int conversions)
    {
        var column = new TextColumn<string>(new KeptTexts<string>(Counted), place: 0);

        Assert.Equal(Enumerable.Range(0, Rows).Select(row => $"value {row % different}"), Read(column, $"'value ' || (row % {different})"));
        Assert.Equal(conversions, conversionsMade);
    }

    [Fact]
    public void A_column_whose_first_values_hardly_came_again_keeps_none()
    {
        var column = new TextColumn<string>(new KeptTexts<string>(Counted), place: 0);
        Read(column, "'value ' || row");

        Assert.All(Read(column, "'the same'"), value => Assert.Equal("the same", value));
        Assert.Equal(2 * Rows, conversionsMade);
    }

    private string Counted(string text)
    {
        conversionsMade++;
        return text;
    }

    private static List<string> Read(TextColumn<string> column, string value)
    {
        Batteries_V2.Init();
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open(":memory:", out var store));
        using (store)
        {
            var query = $"WITH RECURSIVE rows (row) AS (SELECT 0 UNION ALL SELECT row + 1 FROM rows WHERE row < {Rows - 1}) SELECT {value} FROM rows ORDER BY row";
            Assert.Equal(raw.SQLITE_OK, raw.sqlite3_prepare_v2(store, query, out var statement));
            using (statement)
            {
                var values = new List<string>();
                while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
                    values.Add(column.Read(statement.DangerousGetHandle()));
                return values;
            }
        }
    }
}

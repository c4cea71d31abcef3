using System.Text.Json;
using SQLitePCL;

namespace ReferralDirectory.Store;

/// <summary>Which rows of a table to read: a condition on one column, with its bound value.</summary>
internal sealed class RowFilter
{
    private readonly Func<sqlite3_stmt, int> bind;

    private RowFilter(string condition, Func<sqlite3_stmt, int> bind) => (Condition, this.bind) = (condition, bind);

    /// <summary>As SQL, with parameters from <c>?1</c> on.</summary>
    public string Condition { get; }

    public static RowFilter In(string column, IEnumerable<long> values) => Selected(column, "SELECT value FROM json_each(?1)", values);

    /// <param name="column">Of the rows.</param>
    /// <param name="selection">A query for its values, in which <c>json_each(?1)</c> are the numbers.</param>
    /// <param name="numbers">What the query starts from.</param>
    public static RowFilter Selected(string column, string selection, IEnumerable<long> numbers)
    {
        var list = JsonSerializer.Serialize(numbers);
        return new RowFilter($"\"{column}\" IN ({selection})", statement => raw.sqlite3_bind_text(statement, 1, list));
    }

    /// <summary>Both ends inclusive.</summary>
    public static RowFilter Between(string column, long first, long last) => new(
        $"\"{column}\" BETWEEN ?1 AND ?2", statement => raw.sqlite3_bind_int64(statement, 1, first) | raw.sqlite3_bind_int64(statement, 2, last));

    public static RowFilter Is(string column, string value) => new($"\"{column}\" = ?1", statement => raw.sqlite3_bind_text(statement, 1, value));

    public static RowFilter Is(string column, long value) => new($"\"{column}\" = ?1", statement => raw.sqlite3_bind_int64(statement, 1, value));

    public static RowFilter Above(string column, long value) => new($"\"{column}\" > ?1", statement => raw.sqlite3_bind_int64(statement, 1, value));

    /// <summary>This and a condition without parameters.</summary>
    public RowFilter And(string condition) => new($"{Condition} AND {condition}", bind);

    /// <summary>Binds the value. The answer is SQLite's.</summary>
    public int Bind(sqlite3_stmt statement) => bind(statement);
}

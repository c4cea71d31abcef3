using System.Linq.Expressions;
using SQLitePCL;

namespace ReferralDirectory.Store;

/// <summary>
/// Makes the function that binds a <typeparamref name="TRow"/> to a statement whose parameters are the columns of
/// <see cref="TableShape{TRow}"/>, in order: the mirror of <see cref="RowMaterializer{TRow}"/>.
/// </summary>
internal static class RowBinder<TRow>
    where TRow : class
{
    private static readonly ParameterExpression Statement = Expression.Parameter(typeof(sqlite3_stmt), "statement");

    /// <summary>Answers <c>SQLITE_OK</c> when every value was taken.</summary>
    public static Func<sqlite3_stmt, TRow, int> Bind { get; } = Make();

    private static Func<sqlite3_stmt, TRow, int> Make()
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        var place = 0;
        var binds = TableShape<TRow>.Members.SelectMany(member => Binds(member, row, isAbsent: null, ref place)).ToList();
        return Expression.Lambda<Func<sqlite3_stmt, TRow, int>>(binds.Aggregate(Expression.Or), Statement, row).Compile();
    }

    private static List<Expression> Binds(RowMember member, Expression owner, Expression? isAbsent, ref int place)
    {
        var value = Expression.Property(owner, member.Property);
        if (member.Parts.IsEmpty)
            return [Bound(value, isAbsent, ++place)];
        var binds = new List<Expression>();
        foreach (var part in member.Parts)
            binds.AddRange(Binds(part, value, Expression.Equal(value, Expression.Constant(null, member.Type)), ref place));
        return binds;
    }

    private static Expression Bound(Expression value, Expression? isAbsent, int place)
    {
        var parameter = Expression.Constant(place);
        var stated = Nullable.GetUnderlyingType(value.Type) is null ? value : Expression.Property(value, "Value");
        var converted = StoreConversions.For(stated.Type) is { } converter ? Expression.Invoke(converter.ConvertToProviderExpression, stated) : stated;
        var bind = Expression.Call(typeof(ColumnValues), nameof(ColumnValues.Bind), typeArguments: null, Statement, parameter, converted);
        var nothing = Expression.Call(typeof(raw), nameof(raw.sqlite3_bind_null), typeArguments: null, Statement, parameter);
        Expression bound = value.Type.IsValueType && stated == value
            ? bind
            : Expression.Condition(Expression.Equal(value, Expression.Constant(null, value.Type)), nothing, bind);
        return isAbsent is null ? bound : Expression.Condition(isAbsent, nothing, bound);
    }
}

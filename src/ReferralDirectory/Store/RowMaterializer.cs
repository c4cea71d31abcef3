using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SQLitePCL;

namespace ReferralDirectory.Store;

/// <summary>Makes the function that turns a result row into a <typeparamref name="TRow"/>: columns, conversions and complex values as the model has them.</summary>
internal static class RowMaterializer<TRow>
    where TRow : class
{
    private static readonly ParameterExpression Statement = Expression.Parameter(typeof(sqlite3_stmt), "statement");
    private static readonly Lock Making = new();
    private static (string[] Columns, Func<sqlite3_stmt, TRow> Row)? made;

    /// <summary>The columns to select, in order, and the function. Made once; the model is the same for the whole process.</summary>
    public static (string[] Columns, Func<sqlite3_stmt, TRow> Row) For(IEntityType entity, StoreObjectIdentifier table)
    {
        lock (Making)
        {
            return made ??= Make(entity, table);
        }
    }

    private static (string[] Columns, Func<sqlite3_stmt, TRow> Row) Make(IEntityType entity, StoreObjectIdentifier table)
    {
        var columns = new List<string>();
        var values = entity.GetProperties().Select(property => Expression.Bind(MemberOf(property), Value(property, table, columns)))
            .Concat(entity.GetComplexProperties().Select(complex => Expression.Bind(MemberOf(complex), Complex(complex, table, columns))))
            .ToList();
        var row = Expression.Lambda<Func<sqlite3_stmt, TRow>>(Expression.MemberInit(Expression.New(typeof(TRow)), values), Statement).Compile();
        return ([.. columns], row);
    }

    private static PropertyInfo MemberOf(IPropertyBase property) =>
        property.PropertyInfo ?? throw new NotSupportedException($"{typeof(TRow).Name}.{property.Name} is not a property of the row.");

    /// <summary>A record made by its constructor; an optional one is absent when its first column is.</summary>
    private static Expression Complex(IComplexProperty complex, StoreObjectIdentifier table, List<string> columns)
    {
        var first = columns.Count;
        var values = complex.ComplexType.GetProperties().ToDictionary(property => property.Name, property => Value(property, table, columns), StringComparer.OrdinalIgnoreCase);
        var constructor = complex.ClrType.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).First();
        var instance = Expression.New(constructor, constructor.GetParameters().Select(parameter => values[parameter.Name!]));
        return complex.IsNullable ? Expression.Condition(IsNull(first), Expression.Constant(null, complex.ClrType), instance) : instance;
    }

    private static Expression Value(IProperty property, StoreObjectIdentifier table, List<string> columns)
    {
        var place = columns.Count;
        columns.Add(property.GetColumnName(table)!);
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        var value = Expression.Convert(Stored(type, property.GetTypeMapping().Converter, place), property.ClrType);
        return property.IsNullable ? Expression.Condition(IsNull(place), Expression.Default(property.ClrType), value) : value;
    }

    private static Expression Stored(Type type, ValueConverter? converter, int place) => (converter?.ProviderClrType ?? type) switch
    {
        var stored when stored == typeof(string) => Text(type, converter?.ConvertFromProviderExpression.Compile() ?? (Func<string, string>)(text => text), place),
        var stored when stored == typeof(DateOnly) => Text(type, (string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture), place),
        var stored when stored == typeof(decimal) => Text(type, (string text) => decimal.Parse(text, CultureInfo.InvariantCulture), place),
        var stored when stored == typeof(bool) => Expression.NotEqual(Column(nameof(raw.sqlite3_column_int), place), Expression.Constant(0)),
        var stored when stored == typeof(int) => Column(nameof(raw.sqlite3_column_int), place),
        var stored when stored == typeof(long) => Converted(Column(nameof(raw.sqlite3_column_int64), place), converter),
        var stored when stored == typeof(double) => Converted(Column(nameof(raw.sqlite3_column_double), place), converter),
        var stored => throw new NotSupportedException($"A {stored.Name} has no column type here yet."),
    };

    private static Expression Converted(Expression value, ValueConverter? converter) =>
        converter is null ? value : Expression.Invoke(converter.ConvertFromProviderExpression, value);

    private static MethodCallExpression Text(Type type, Delegate convert, int place)
    {
        var column = Activator.CreateInstance(typeof(TextColumn<>).MakeGenericType(type), convert, place);
        return Expression.Call(Expression.Constant(column), "Read", typeArguments: null, Statement);
    }

    private static BinaryExpression IsNull(int place) => Expression.Equal(Column(nameof(raw.sqlite3_column_type), place), Expression.Constant(raw.SQLITE_NULL));

    private static MethodCallExpression Column(string read, int place) => Expression.Call(typeof(raw), read, typeArguments: null, Statement, Expression.Constant(place));
}

using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ReferralDirectory.Store;

/// <summary>Makes the function that turns a result row, its columns in the order of <see cref="TableShape{TRow}"/>, into a <typeparamref name="TRow"/>.</summary>
internal static class RowMaterializer<TRow>
    where TRow : class
{
    private static readonly ParameterExpression Statement = Expression.Parameter(typeof(nint), "statement");

    public static Func<nint, TRow> Row { get; } = Make();

    private static Func<nint, TRow> Make()
    {
        var place = 0;
        var values = TableShape<TRow>.Members.Select(member => Expression.Bind(member.Property, Value(member, ref place))).ToList();
        return Expression.Lambda<Func<nint, TRow>>(Expression.MemberInit(Expression.New(typeof(TRow)), values), Statement).Compile();
    }

    /// <summary>What may be absent is absent when its column is, and a complex value when its first one is.</summary>
    private static Expression Value(RowMember member, ref int place)
    {
        var first = place;
        Expression value = member.Parts.IsEmpty ? Column(member.Type, place++) : Complex(member, ref place);
        return MayBeAbsent(member) ? Expression.Condition(IsNull(first), Expression.Default(member.Type), value) : value;
    }

    private static bool MayBeAbsent(RowMember member) => new NullabilityInfoContext().Create(member.Property).ReadState == NullabilityState.Nullable;

    /// <summary>A record, made by its constructor.</summary>
    private static NewExpression Complex(RowMember member, ref int place)
    {
        var values = new Dictionary<string, Expression>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in member.Parts)
            values.Add(part.Property.Name, Value(part, ref place));
        var constructor = member.Type.GetConstructors().Single();
        return Expression.New(constructor, constructor.GetParameters().Select(parameter => values[parameter.Name!]));
    }

    private static UnaryExpression Column(Type type, int place)
    {
        var unwrapped = Nullable.GetUnderlyingType(type) ?? type;
        return Expression.Convert(Stored(unwrapped, StoreConversions.For(unwrapped), place), type);
    }

    private static Expression Stored(Type type, ValueConverter? converter, int place) => (converter?.ProviderClrType ?? type) switch
    {
        var stored when stored == typeof(string) => Text(converter?.ConvertFromProviderExpression.Compile() ?? (Func<string, string>)(text => text), place),
        var stored when stored == typeof(DateOnly) => Expression.Call(typeof(ColumnValues), nameof(ColumnValues.ReadDay), typeArguments: null, Statement, Expression.Constant(place)),
        var stored when stored == typeof(DateTimeOffset) => Text(ColumnValues.ReadMoment, place),
        var stored when stored == typeof(decimal) => Text((string text) => decimal.Parse(text, CultureInfo.InvariantCulture), place),
        var stored when stored == typeof(bool) => Expression.NotEqual(Number(nameof(NativeColumns.Int32), place), Expression.Constant(0)),
        var stored when stored == typeof(int) => Number(nameof(NativeColumns.Int32), place),
        var stored when stored == typeof(long) => Converted(Number(nameof(NativeColumns.Int64), place), converter),
        var stored when stored == typeof(double) => Converted(Number(nameof(NativeColumns.Double), place), converter),
        var stored => throw new NotSupportedException($"A {stored.Name} has no column type here yet."),
    };

    private static Expression Converted(Expression value, ValueConverter? converter) =>
        converter is null ? value : Expression.Invoke(converter.ConvertFromProviderExpression, value);

    private static MethodCallExpression Text(Delegate convert, int place)
    {
        var type = convert.Method.ReturnType;
        var column = Activator.CreateInstance(typeof(TextColumn<>).MakeGenericType(type), KeptTexts.Of(type, convert), place);
        return Expression.Call(Expression.Constant(column), "Read", typeArguments: null, Statement);
    }

    private static MethodCallExpression IsNull(int place) => Number(nameof(NativeColumns.IsNull), place);

    private static MethodCallExpression Number(string read, int place) => Expression.Call(typeof(NativeColumns), read, typeArguments: null, Statement, Expression.Constant(place));
}

using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ReferralDirectory.Store;

namespace ReferralDirectory.Tests.Store;

/// <summary>Rows are read and written past EF: both must agree on where each value is and what it looks like there.</summary>
public sealed class TableShapeTests
{
    public static TheoryData<Type> RowTypes =>
        [.. typeof(DirectoryContext).GetProperties().Select(set => set.PropertyType).Where(type => type.IsGenericType).Select(type => type.GetGenericArguments()[0])];

    [Theory]
    [MemberData(nameof(RowTypes))]
    public async Task A_row_type_has_the_table_the_columns_and_the_conversions_of_the_model(Type row)
    {
        await using var store = TemporaryStore.Unprepared();
        await using var context = store.Open();
        var entity = Assert.IsType<IEntityType>(context.Model.FindEntityType(row), exactMatch: false);
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;

        Assert.Equal(table.Name, ShapeOf<string>(row, "Table"));
        Assert.Equal(ModelColumns(entity, table).Order(), Columns(ShapeOf<IEnumerable<RowMember>>(row, "Members")).Order());
    }

    [Theory]
    [MemberData(nameof(RowTypes))]
    public async Task A_staged_table_declares_its_columns_like_the_stores(Type row)
    {
        await using var store = TemporaryStore.Unprepared();
        await using var context = store.Open();
        var entity = Assert.IsType<IEntityType>(context.Model.FindEntityType(row), exactMatch: false);
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;

        Assert.Equal(ModelDeclarations(entity, table).Order(), ShapeOf<IEnumerable<string>>(row, "Declarations").Order());
    }

    private static IEnumerable<string> ModelDeclarations(ITypeBase type, StoreObjectIdentifier table) =>
        type.GetProperties().Select(property => $"\"{property.GetColumnName(table)}\" {property.GetColumnType(table)}")
            .Concat(type.GetComplexProperties().SelectMany(complex => ModelDeclarations(complex.ComplexType, table)));

    private static T ShapeOf<T>(Type row, string property) =>
        (T)typeof(TableShape<>).MakeGenericType(row).GetProperty(property, BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    private static IEnumerable<string> ModelColumns(ITypeBase type, StoreObjectIdentifier table) =>
        type.GetProperties().Select(property => Described(property.GetColumnName(table)!, property.ClrType, property.GetTypeMapping().Converter))
            .Concat(type.GetComplexProperties().SelectMany(complex => ModelColumns(complex.ComplexType, table)));

    private static IEnumerable<string> Columns(IEnumerable<RowMember> members) => members.SelectMany(member => member.Parts.IsEmpty
        ? [Described(member.Column, member.Type, StoreConversions.For(Nullable.GetUnderlyingType(member.Type) ?? member.Type))]
        : Columns(member.Parts));

    /// <summary>Of a converter, what it makes; that dates and amounts are text is Microsoft.Data.Sqlite's own doing, on both sides.</summary>
    private static string Described(string column, Type type, ValueConverter? converter) =>
        $"{column}: {type} as {(converter is null || converter.ProviderClrType == typeof(string) && converter.ModelClrType == typeof(decimal) ? "it is" : converter.ProviderClrType)}";
}

using System.Collections.Immutable;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace ReferralDirectory.Store;

/// <summary>
/// Where rows of one type are kept, read off the type itself: the table is named like its set in <see cref="DirectoryContext"/>, and each
/// column like its property. EF's model says the same, and a test compares the two; but making that model takes a second, which a start
/// that only reads can do without.
/// </summary>
internal static class TableShape<TRow>
    where TRow : class
{
    public static string Table { get; } = typeof(DirectoryContext).GetProperties().FirstOrDefault(set => set.PropertyType == typeof(DbSet<TRow>))?.Name
        ?? throw new NotSupportedException($"{typeof(TRow).Name} has no set in {nameof(DirectoryContext)}.");

    public static ImmutableArray<RowMember> Members { get; } = RowMember.Of(typeof(TRow), prefix: "");

    /// <summary>As SQL has them, quoted, in order.</summary>
    public static ImmutableArray<string> Columns { get; } = [.. Members.SelectMany(member => member.Columns).Select(name => $"\"{name}\"")];

    /// <summary>The columns with their types, as the store's tables declare them.</summary>
    public static ImmutableArray<string> Declarations { get; } = [.. Members.SelectMany(member => member.Declarations)];

    /// <summary>All columns with commas between them.</summary>
    public static string ColumnList { get; } = string.Join(", ", Columns);
}

/// <summary>A property of a row: one column or, when it has parts, a complex value with a column for each of them.</summary>
internal sealed record RowMember(PropertyInfo Property, string Column, ImmutableArray<RowMember> Parts)
{
    public Type Type => Property.PropertyType;

    /// <summary>Its column, or those of its parts, in order.</summary>
    public IEnumerable<string> Columns => Parts.IsEmpty ? [Column] : Parts.SelectMany(part => part.Columns);

    /// <summary>Its columns as SQL declares them.</summary>
    public IEnumerable<string> Declarations => Parts.IsEmpty ? [$"\"{Column}\" {StoreConversions.ColumnType(Type)}"] : Parts.SelectMany(part => part.Declarations);

    public static ImmutableArray<RowMember> Of(Type type, string prefix) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).Select(property => Of(property, prefix))];

    private static RowMember Of(PropertyInfo property, string prefix)
    {
        var column = prefix + property.Name;
        return new RowMember(property, column, StoreConversions.IsColumn(property.PropertyType) ? [] : Of(property.PropertyType, $"{column}_"));
    }
}

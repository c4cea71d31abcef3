using System.Runtime.InteropServices;

namespace ReferralDirectory.Store;

/// <summary>
/// The columns of a statement's row, read by SQLite's own functions. Therapists have hundreds of columns each, and SQLitePCLRaw guards its
/// handle and switches the collector's mode in every call: that takes longer than what the functions do, which neither wait nor call back.
/// Whoever calls keeps the statement, and its connection, to one thread.
/// </summary>
internal static unsafe partial class NativeColumns
{
    /// <summary>As SQLitePCLRaw.bundle_e_sqlite3 brings it.</summary>
    private const string Library = "e_sqlite3";

    public static bool IsNull(nint statement, int place) => TypeOf(statement, place) == SQLitePCL.raw.SQLITE_NULL;

    /// <summary>The bytes of a text, in UTF-8, without making a string of them first. They stay until the next row.</summary>
    public static ReadOnlySpan<byte> Text(nint statement, int place)
    {
        var bytes = Bytes(statement, place);
        return new ReadOnlySpan<byte>(bytes, LengthOf(statement, place));
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_column_int"), SuppressGCTransition]
    public static partial int Int32(nint statement, int place);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64"), SuppressGCTransition]
    public static partial long Int64(nint statement, int place);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_double"), SuppressGCTransition]
    public static partial double Double(nint statement, int place);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_type"), SuppressGCTransition]
    private static partial int TypeOf(nint statement, int place);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_blob"), SuppressGCTransition]
    private static partial byte* Bytes(nint statement, int place);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_bytes"), SuppressGCTransition]
    private static partial int LengthOf(nint statement, int place);
}

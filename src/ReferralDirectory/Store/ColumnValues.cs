using System.Globalization;
using System.Text;
using SQLitePCL;

namespace ReferralDirectory.Store;

/// <summary>Values are kept as Microsoft.Data.Sqlite keeps them, or EF would not read them back.</summary>
internal static class ColumnValues
{
    private const string Days = "yyyy-MM-dd";
    private const string Moments = "yyyy-MM-dd HH:mm:ss.FFFFFFFzzz";

    public static int Bind(sqlite3_stmt statement, int place, string text) => raw.sqlite3_bind_text(statement, place, text);

    public static int Bind(sqlite3_stmt statement, int place, long number) => raw.sqlite3_bind_int64(statement, place, number);

    public static int Bind(sqlite3_stmt statement, int place, int number) => raw.sqlite3_bind_int(statement, place, number);

    public static int Bind(sqlite3_stmt statement, int place, bool yes) => raw.sqlite3_bind_int(statement, place, yes ? 1 : 0);

    public static int Bind(sqlite3_stmt statement, int place, double number) => raw.sqlite3_bind_double(statement, place, number);

    public static int Bind(sqlite3_stmt statement, int place, DateOnly day) =>
        raw.sqlite3_bind_text(statement, place, day.ToString(Days, CultureInfo.InvariantCulture));

    /// <summary>A therapist has dozens of days: the general parser takes several times as long.</summary>
    /// <exception cref="StoreException">The column holds no day.</exception>
    public static DateOnly ReadDay(nint statement, int place)
    {
        var text = NativeColumns.Text(statement, place);
        return text.Length == Days.Length && text[4] == '-' && text[7] == '-'
            && IsNumber(text[..4], out var year) && IsNumber(text[5..7], out var month) && IsNumber(text[8..], out var day)
            && year > 0 && month is > 0 and <= 12 && day > 0 && day <= DateTime.DaysInMonth(year, month)
                ? new DateOnly(year, month, day)
                : throw StoreException.Unreadable(Encoding.UTF8.GetString(text), "day");
    }

    public static int Bind(sqlite3_stmt statement, int place, DateTimeOffset moment) =>
        raw.sqlite3_bind_text(statement, place, moment.ToString(Moments, CultureInfo.InvariantCulture));

    public static DateTimeOffset ReadMoment(string text) => DateTimeOffset.ParseExact(text, Moments, CultureInfo.InvariantCulture);

    public static int Bind(sqlite3_stmt statement, int place, decimal amount) =>
        raw.sqlite3_bind_text(statement, place, amount.ToString("0.0###########################", CultureInfo.InvariantCulture));

    private static bool IsNumber(ReadOnlySpan<byte> digits, out int number) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

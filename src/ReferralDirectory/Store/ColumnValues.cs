using System.Globalization;
using SQLitePCL;

namespace ReferralDirectory.Store;

/// <summary>Values are kept as Microsoft.Data.Sqlite keeps them, or EF would not read them back.</summary>
internal static class ColumnValues
{
    private const string Moments = "yyyy-MM-dd HH:mm:ss.FFFFFFFzzz";

    public static int Bind(sqlite3_stmt statement, int place, string text) => raw.sqlite3_bind_text(statement, place, text);

    public static int Bind(sqlite3_stmt statement, int place, long number) => raw.sqlite3_bind_int64(statement, place, number);

    public static int Bind(sqlite3_stmt statement, int place, int number) => raw.sqlite3_bind_int(statement, place, number);

    public static int Bind(sqlite3_stmt statement, int place, bool yes) => raw.sqlite3_bind_int(statement, place, yes ? 1 : 0);

    public static int Bind(sqlite3_stmt statement, int place, double number) => raw.sqlite3_bind_double(statement, place, number);

    public static int Bind(sqlite3_stmt statement, int place, DateOnly day) =>
        raw.sqlite3_bind_text(statement, place, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static int Bind(sqlite3_stmt statement, int place, DateTimeOffset moment) =>
        raw.sqlite3_bind_text(statement, place, moment.ToString(Moments, CultureInfo.InvariantCulture));

    public static DateTimeOffset ReadMoment(string text) => DateTimeOffset.ParseExact(text, Moments, CultureInfo.InvariantCulture);

    public static int Bind(sqlite3_stmt statement, int place, decimal amount) =>
        raw.sqlite3_bind_text(statement, place, amount.ToString("0.0###########################", CultureInfo.InvariantCulture));
}

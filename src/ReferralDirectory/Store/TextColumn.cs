using SQLitePCL;

namespace ReferralDirectory.Store;

/// <summary>
/// A column of text. Most have few different values (codes, states, days, sources): each is converted once and then shared. Long ones are
/// documents and notes, seldom the same twice: they are not kept.
/// </summary>
internal sealed class TextColumn<T>(Func<string, T> convert, int place)
{
    private const int MostKept = 4096;
    private const int LongestKept = 256;

    private readonly Lock sharing = new();
    private readonly Dictionary<string, T> known = new(StringComparer.Ordinal);

    public T Read(sqlite3_stmt statement)
    {
        var text = raw.sqlite3_column_text(statement, place).utf8_to_string();
        if (text.Length > LongestKept)
            return Convert(text);
        lock (sharing)
        {
            if (!known.TryGetValue(text, out var value))
            {
                if (known.Count == MostKept)
                    known.Clear();
                known.Add(text, value = Convert(text));
            }

            return value;
        }
    }

    private T Convert(string text)
    {
        try
        {
            return convert(text);
        }
        catch (Exception failure) when (failure is FormatException or OverflowException or ArgumentException or InvalidOperationException)
        {
            throw StoreException.Unreadable(text, typeof(T).Name, failure);
        }
    }
}

namespace ReferralDirectory.Store;

/// <summary>
/// A column of text, whose values are recalled. Long ones are documents and notes, seldom the same twice: they are not kept; nor are those
/// of a column whose first values hardly came again, as names and numbers do not.
/// </summary>
internal sealed class TextColumn<T>(KeptTexts<T> texts, int place)
{
    private const int LongestKept = 256;

    /// <summary>Values by which a column shows whether they come again.</summary>
    private const int Trial = 8_192;

    // Counted by any thread, and no matter if one counts over another.
    private int tried;
    private int cameAgain;
    private bool seldomComeAgain;

    public T Read(nint statement)
    {
        var text = NativeColumns.Text(statement, place);
        if (seldomComeAgain || text.Length > LongestKept)
            return texts.Convert(text);
        var value = texts.Recall(text, out var comesAgain);
        if (tried < Trial)
            Count(comesAgain);
        return value;
    }

    private void Count(bool comesAgain)
    {
        cameAgain += comesAgain ? 1 : 0;
        if (++tried == Trial)
            seldomComeAgain = cameAgain < Trial / 2;
    }
}

namespace ReferralDirectory.Store;

/// <summary>The store cannot be opened, read or written. The message is one sentence for a person and names the fix.</summary>
internal sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>For content that no writer of this program puts there.</summary>
    public static StoreException Unreadable(string content, string expected, Exception? inner = null) =>
        new($"The store holds '{content}' where a {expected} is expected: bring back a copy of it.", inner);
}

namespace ReferralDirectory.Store;

/// <summary>The store cannot be opened or written. The message is one sentence for a person and names the fix.</summary>
internal sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);

namespace ReferralDirectory.Import;

/// <summary>Where in its file each licence of a roster stands.</summary>
/// <param name="NumberColumn">The column of the licence's number.</param>
/// <param name="Licences">By the key of the entry's subject.</param>
internal sealed record StagedRoster(string NumberColumn, IReadOnlyDictionary<string, (int Line, string Number)> Licences);

using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import;

/// <summary>Where in its file each licence of a roster stands.</summary>
/// <param name="State">Whose board it is of.</param>
/// <param name="Source">What the roster is called in the ledger.</param>
/// <param name="NumberColumn">The column of the licence's number.</param>
/// <param name="Licences">By the key of the entry's subject.</param>
/// <param name="Named">All of them, and those that the file gives to several people.</param>
internal sealed record StagedRoster(
    StateCode State, string Source, string NumberColumn, IReadOnlyDictionary<string, (int Line, string Number)> Licences, IReadOnlySet<LicenceKey> Named);

using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>
/// Good licences on file that an earlier roster of the board named and a newer whole one does not. Boards publish partial lists, so absence
/// ends nothing: it is told, for somebody to ask.
/// </summary>
internal static class AbsentLicences
{
    /// <param name="context">Sees the store as it was.</param>
    /// <param name="roster">What the file names.</param>
    /// <param name="asOf">The day of the roster.</param>
    /// <returns>Their numbers, as they are on file, in their order.</returns>
    public static ImmutableArray<string> Of(DirectoryContext context, StagedRoster roster, DateOnly asOf) =>
    [
        .. OfState(context, roster.State).Where(row => row.IsGoodOn(asOf)).Select(row => (row.Number, Key: LicenceKey.Of(row.State, row.Number)))
            .DistinctBy(licence => licence.Key).Where(licence => !roster.Named.Contains(licence.Key) && WasNamed(context, licence.Key, roster.Source))
            .Select(licence => licence.Number),
    ];

    private static List<LicenceRow> OfState(DirectoryContext context, StateCode state) =>
        RowReader<LicenceRow>.List(context.Connection, nameof(LicenceRow.Number), RowFilter.Is(nameof(LicenceRow.State), state.PostalCode));

    private static bool WasNamed(DirectoryContext context, LicenceKey key, string source) => context.Ask<bool>(
        $"SELECT EXISTS (SELECT 1 FROM main.\"Ledger\" WHERE \"SubjectKey\" = {SubjectKey.Of(key).Key} AND \"Source\" = {source})").Single();
}

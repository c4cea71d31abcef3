using System.Globalization;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>
/// The licences of a roster, each once. Rows that repeat a licence are one; of rows that say different things of it the stricter counts, and
/// the licence before the permit. A number that two people have is confirmed for neither, and the worst that is said of it counts.
/// </summary>
/// <param name="layout">Of the roster.</param>
/// <param name="errors">Of the file.</param>
internal sealed class ListedLicences(RosterLayout layout, ImportErrors errors)
{
    private readonly Dictionary<LicenceKey, RosterRow> rows = [];
    private readonly HashSet<LicenceKey> ambiguous = [];

    /// <summary>In the order of the file.</summary>
    public IEnumerable<(LicenceKey Key, RosterRow Row)> Licences =>
        rows.Select(row => (row.Key, Row: ambiguous.Contains(row.Key) ? OfNobody(row.Value) : row.Value)).OrderBy(row => row.Row.Line);

    /// <summary>Those that belong to neither of two people, too.</summary>
    public IReadOnlySet<LicenceKey> Named => rows.Keys.ToHashSet();

    public void Add(RosterRow row)
    {
        var key = LicenceKey.Of(layout.State, row.Number);
        if (!rows.TryGetValue(key, out var known))
            rows.Add(key, row);
        else if (ambiguous.Contains(key) || row.IsOfAnother(known))
            rows[key] = Doubt(key, row, known);
        else
            rows[key] = Merge(row, known);
    }

    /// <summary>What was good of it before ends: nobody knows whose it was.</summary>
    private static RosterRow OfNobody(RosterRow row) => row with
    {
        Name = null,
        Outcome = row.Outcome is VerificationOutcome.Active or VerificationOutcome.ActiveWithConditions or VerificationOutcome.Interim ? VerificationOutcome.Refuted : row.Outcome,
        Notes = [.. row.Notes, "The roster has the number for several people"],
    };

    private static RosterRow Stricter(RosterRow known, RosterRow row) => row.Outcome > known.Outcome ? row with { Line = known.Line } : known;

    private RosterRow Doubt(LicenceKey key, RosterRow row, RosterRow known)
    {
        if (ambiguous.Add(key))
        {
            errors.Warn(row.Line, layout.NumberColumn, "ambiguous-licence", row.Number, string.Create(
                CultureInfo.InvariantCulture, $"Line {known.Line} has the number for somebody else: neither is confirmed by it. Ask the board whose it is."));
        }

        return Stricter(known, row);
    }

    private RosterRow Merge(RosterRow row, RosterRow known)
    {
        if (row.Outcome == known.Outcome && row.Expires == known.Expires)
            return known with { Notes = [.. known.Notes.Union(row.Notes, StringComparer.Ordinal)] };
        if (row.IsPermit == known.IsPermit)
        {
            errors.Warn(row.Line, layout.NumberColumn, "rows-disagree", row.Number, string.Create(
                CultureInfo.InvariantCulture, $"Line {known.Line} says otherwise of the same licence: the stricter of the two counts."));
        }

        return new[] { known, row }.OrderByDescending(said => said.Outcome is VerificationOutcome.Suspended or VerificationOutcome.Revoked ? said.Outcome : default)
            .ThenBy(said => said.IsPermit).ThenByDescending(said => said.Outcome).ThenBy(said => said.Expires ?? DateOnly.MaxValue).First();
    }
}

using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>Stores organisations: new ones are added, known ones take what the file says.</summary>
internal static class StagedOrganizations
{
    /// <summary>Whether people are invented does not change: their records, and the checks of them, would stay what they were.</summary>
    public static void Judge(DirectoryContext context, IReadOnlyCollection<Organization> staged, ImportErrors errors)
    {
        if (staged.Count == 0)
            return;
        var known = context.Organizations.AsNoTracking().ToDictionary(row => row.Id);
        foreach (var organization in staged.Where(organization => known.GetValueOrDefault(organization.Id) is { } row && row.Synthetic != organization.Synthetic))
        {
            if (context.SourceRecords.Any(row => row.Organization == organization.Id) || context.Ledger.Any(row => row.CheckedBy == organization.Id))
            {
                errors.Add(null, "synthetic", "synthetic-is-settled", organization.Id.Value, organization.Synthetic
                    ? "The store holds this organisation's facts as facts about real people: give the synthetic one an id of its own."
                    : "The store holds this organisation's facts as invented: take them out with `demo remove`, or give the real one an id of its own.");
            }
        }
    }

    public static RowCounts Store(WriteUnit unit, IReadOnlyCollection<Organization> staged)
    {
        if (staged.Count == 0)
            return default;
        var known = unit.Context.Organizations.AsNoTracking().ToDictionary(row => row.Id);
        var counts = default(RowCounts);
        using var inserter = new RowInserter<OrganizationRow>(unit.Context, replace: true);
        foreach (var row in staged.Select(OrganizationRow.Of))
        {
            var old = known.GetValueOrDefault(row.Id);
            if (row == old)
            {
                counts += new RowCounts(0, 0, 1);
                continue;
            }

            inserter.Insert(row);
            counts += old is null ? new RowCounts(1, 0, 0) : new RowCounts(0, 1, 0);
        }

        if (counts.StoredAnything)
            unit.NoteOrganizations();
        return counts;
    }
}

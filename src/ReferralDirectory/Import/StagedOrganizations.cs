using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>Stores organisations: new ones are added, known ones take what the file says.</summary>
internal static class StagedOrganizations
{
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

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
        var known = RowReader<OrganizationRow>.List(context.Connection, nameof(OrganizationRow.Id)).ToDictionary(row => row.Id);
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

    /// <summary>What the store will gain by them.</summary>
    public static RowCounts Compare(WriteUnit unit, IReadOnlyCollection<Organization> staged)
    {
        var differing = Differing(unit.Context, staged);
        if (differing.Count > 0)
            unit.NoteOrganizations();
        var added = differing.Count(pair => pair.Old is null);
        return new RowCounts(added, differing.Count - added, staged.Count - differing.Count);
    }

    /// <summary>Brings them into the store; before whatever refers to them.</summary>
    public static void Publish(DirectoryContext context, IReadOnlyCollection<Organization> staged)
    {
        using var inserter = new RowInserter<OrganizationRow>(context, replace: true);
        inserter.Insert(Differing(context, staged).Select(pair => pair.New));
    }

    private static List<(OrganizationRow New, OrganizationRow? Old)> Differing(DirectoryContext context, IReadOnlyCollection<Organization> staged)
    {
        if (staged.Count == 0)
            return [];
        var known = RowReader<OrganizationRow>.List(context.Connection, nameof(OrganizationRow.Id)).ToDictionary(row => row.Id);
        return [.. staged.Select(OrganizationRow.Of).Select(row => (row, known.GetValueOrDefault(row.Id))).Where(pair => pair.row != pair.Item2)];
    }
}

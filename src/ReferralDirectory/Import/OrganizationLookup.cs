using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>Finds who an import speaks for.</summary>
internal static class OrganizationLookup
{
    private const string HowToAdd = "Add one with: import FILE --format organizations.";

    /// <summary>Null for formats that need none, and, with an error, when it is missing or unknown.</summary>
    public static Organization? Find(DirectoryContext context, ImportRequest request, ImportErrors errors)
    {
        if (request.Format is not (ImportFormat.Members or ImportFormat.Verifications))
            return null;
        var known = RowReader<OrganizationRow>.List(context.Connection, nameof(OrganizationRow.Id));
        if (request.Organization is { } spoken && (Registers.Reserve(spoken) || known.Exists(row => row.Id == spoken && Registers.ReserveKind(row.Kind))))
        {
            errors.Add(null, null, "register-speaks-for-itself", spoken.Value,
                "This is the id of a register, of an insurer or of the directory itself, and nobody speaks for them: import what they publish in their own format, or name the organisation that checked.");
            return null;
        }

        if (known.Find(row => row.Id == request.Organization) is { } found)
            return found.ToOrganization();

        var members = known.Where(row => !Registers.ReserveKind(row.Kind)).Select(row => row.Id).ToList();
        var names = members.Count == 0 ? "None is known yet." : $"Known: {string.Join(", ", members)}.";
        if (request.Organization is { } asked)
            errors.Add(null, null, "unknown-organization", asked.Value, $"No organisation has this id. {names} {HowToAdd}");
        else
            errors.Add(null, null, "missing-organization", null, $"This format needs --organization ID. {names} {HowToAdd}");
        return null;
    }
}

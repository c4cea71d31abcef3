using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Store;

namespace ReferralDirectory.Import;

/// <summary>Keeps real and invented people out of one store: an answer with both would mislead.</summary>
internal static class DemoSeparation
{
    /// <summary>
    /// Checks count like records: they may come before the list that names whom they are about. The entries of registers, insurers and the
    /// operator do not: they say nothing of anybody whom no list names.
    /// </summary>
    public static bool HoldsAny(DirectoryContext context, bool synthetic) =>
        context.Ask<bool>(
            $"""
            SELECT EXISTS (SELECT 1 FROM main."SourceRecords" WHERE "Synthetic" = {synthetic})
                OR EXISTS (
                    SELECT 1 FROM main."Ledger" AS entry JOIN main."Organizations" AS checker ON checker."Id" = entry."CheckedBy"
                    WHERE entry."Synthetic" = {synthetic} AND checker."Kind" NOT IN ({Registers.Kind}, {Registers.InsurerKind}, {Registers.OperatorKind}))
            """).Single();

    public static void Judge(DirectoryContext context, ImportRequest request, Organization? organization, ImportErrors errors)
    {
        if (organization is null || request.Force)
            return;
        if (HoldsAny(context, synthetic: !organization.Synthetic))
        {
            errors.Add(null, null, "would-mix-with-demo", organization.Id.Value, organization.Synthetic
                ? "The store holds real people or checks of them, and this organisation's are invented: use another data directory, or --force to mix them."
                : "The store holds the demonstration's invented people or checks of them: take them out with `demo remove`, or use --force to mix them.");
        }
    }
}

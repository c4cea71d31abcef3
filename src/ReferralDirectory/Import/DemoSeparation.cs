using System.Globalization;
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

    /// <summary>Everybody whom an organisation names is as it is: real, or invented.</summary>
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

    /// <summary>Of people whom a register names each is real or invented by himself: invented NPIs begin with a digit that was never issued.</summary>
    /// <param name="context">Sees what was staged.</param>
    /// <param name="file">The number of the file.</param>
    /// <param name="request">Says whether they may be mixed.</param>
    /// <param name="organization">Who names them; null for a register.</param>
    /// <param name="errors">Hears of each kind that does not belong into the store.</param>
    public static void JudgeNamed(DirectoryContext context, int file, ImportRequest request, Organization? organization, ImportErrors errors)
    {
        if (organization is not null || request.Force)
            return;
        var kinds = context.Ask<bool>($"SELECT DISTINCT \"Synthetic\" FROM staging.\"SourceRecords\" WHERE \"ImportId\" = {file}").ToList();
        foreach (var synthetic in kinds.Where(kind => kinds.Count > 1 || HoldsAny(context, synthetic: !kind)))
        {
            var count = context.Ask<long>($"SELECT COUNT(*) FROM staging.\"SourceRecords\" WHERE \"ImportId\" = {file} AND \"Synthetic\" = {synthetic}").Single();
            errors.Add(null, null, "would-mix-with-demo", count.ToString(CultureInfo.InvariantCulture), synthetic
                ? "So many people of the file are invented, and the store or the file has real ones: use another data directory, or --force to mix them."
                : "So many people of the file are real, and the store or the file has invented ones: take the demonstration out with `demo remove`, or use --force to mix them.");
        }
    }
}

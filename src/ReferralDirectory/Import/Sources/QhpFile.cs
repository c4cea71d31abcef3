namespace ReferralDirectory.Import.Sources;

/// <summary>
/// An insurer's machine-readable provider directory (CMS, "QHP provider and formulary APIs"): an <c>index.json</c>, whose files are looked
/// for beside it, or a <c>providers.json</c> alone. Nothing is fetched. Of the providers massage therapists are taken.
/// </summary>
internal static class QhpFile
{
    public const string Kind = "QHP provider file";

    public static StagedImport Read(string path, ImportContext context, IFileFacts facts, ImportErrors errors)
    {
        if (InsurerFeed.Of(path, context, ImportFormat.Qhp, Kind, errors) is not { } feed || JsonFile.Opening(path, errors) is not { } opening)
            return new StagedImport { Rows = 0 };
        var index = opening == '[' ? new QhpIndex([path], []) : QhpIndex.Read(path, errors);
        if (index is null)
            return new StagedImport { Rows = 0 };

        var plans = new QhpPlans(feed.Insurer, context.Knowledge);
        foreach (var file in index.PlanFiles)
            InFile(file, errors, found => plans.Learn(file, found));
        var providers = new QhpProviders(feed, plans, context, facts);
        foreach (var file in index.ProviderFiles)
            InFile(file, errors, found => providers.Read(file, found));
        plans.TellTo(errors);
        providers.TellTo(errors);
        return feed.Staged(providers.Rows, providers.Taken) with { FurtherFiles = [.. index.PlanFiles.Concat(index.ProviderFiles).Where(file => file != path)] };
    }

    /// <summary>What is wrong with a file is told under its own name; what is not a list of items is wrong.</summary>
    private static void InFile(string file, ImportErrors errors, Action<ImportErrors> read)
    {
        var found = new ImportErrors(Path.GetFileName(file));
        var opening = JsonFile.Opening(file, found);
        if (opening == '[')
            read(found);
        else if (opening == '{')
            found.Add(null, null, "not-a-list", null, "A list of providers or plans begins with [: name the index, or the right file.");
        errors.Merge(found);
    }
}

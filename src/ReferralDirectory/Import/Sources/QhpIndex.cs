using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReferralDirectory.Import.Sources;

/// <summary>The files that an <c>index.json</c> names, as they lie beside it; formularies are of no concern here.</summary>
/// <param name="ProviderFiles">All of them, or none is read: whoever stood in a missing one would be taken for gone.</param>
/// <param name="PlanFiles">Those that are there: without them plans are known by their ids only.</param>
internal sealed record QhpIndex(ImmutableArray<string> ProviderFiles, ImmutableArray<string> PlanFiles)
{
    /// <returns>Null, with errors, when a file of providers is missing, or none is named.</returns>
    public static QhpIndex? Read(string path, ImportErrors errors)
    {
        if (JsonFile.Single<Document>(path, errors) is not { } document)
            return null;
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var before = errors.Count;
        if (document.ProviderUrls.IsEmpty)
            errors.Add(null, "provider_urls", "not-an-index", null, "The file names no list of providers: name an index.json with provider_urls, or a providers.json.");
        var providers = Beside(document.ProviderUrls, folder, "provider_urls", (value, message) => errors.Add(null, "provider_urls", "file-not-beside", value, message), errors);
        var plans = Beside(document.PlanUrls, folder, "plan_urls", (value, message) => errors.Warn(null, "plan_urls", "file-not-beside", value, message), errors);
        return errors.Count > before ? null : new QhpIndex(providers, plans);
    }

    private static ImmutableArray<string> Beside(ImmutableArray<string> urls, string folder, string column, Action<string, string> missing, ImportErrors errors)
    {
        var files = ImmutableArray.CreateBuilder<string>();
        foreach (var url in urls)
        {
            if (FileOf(url, folder) is not { } file)
                errors.Add(null, column, "bad-path", url, "Only files beside the index are read: write a path relative to it.");
            else if (files.Contains(file))
                errors.Add(null, column, "same-file-name", url, "Two addresses end in the same file name: give the downloaded files different names, and write those into the index.");
            else if (File.Exists(file))
                files.Add(file);
            else
                missing(url, $"Nothing is fetched: download it and put it beside the index as {Path.GetRelativePath(folder, file)}.");
        }

        return files.DrainToImmutable();
    }

    /// <summary>Of an address on the web the last part; null for what would lead out of the folder.</summary>
    private static string? FileOf(string url, string folder)
    {
        var path = Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? Uri.UnescapeDataString(address.Segments[^1]) : url;
        var file = Path.GetFullPath(path, folder);
        return file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && file.Length > folder.Length + 1 ? file : null;
    }

    private sealed record Document
    {
        [JsonConverter(typeof(LooseTexts))]
        public ImmutableArray<string> ProviderUrls { get; init; } = [];

        [JsonConverter(typeof(LooseTexts))]
        public ImmutableArray<string> PlanUrls { get; init; } = [];
    }
}

using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Demo;

/// <summary>
/// Every version of the knowledge tables that was ever shipped, in order; the last is that of the tables beside the list. It tells an
/// earlier release's tables from those of a later one, which this program does not know.
/// </summary>
internal sealed class ShippedKnowledge
{
    public const string FileName = "versions.txt";

    private readonly string[] versions;

    private ShippedKnowledge(string[] versions) => this.versions = versions;

    public string Current => versions[^1];

    /// <exception cref="InvalidDataException">The list is missing or empty.</exception>
    public static ShippedKnowledge Read(string seedData)
    {
        var path = Path.Combine(seedData, "knowledge", FileName);
        string[] listed = File.Exists(path) ? [.. File.ReadLines(path).Where(line => line.Length > 0)] : [];
        return listed.Length > 0 ? new ShippedKnowledge(listed) : throw new InvalidDataException($"{path} must list the versions of the tables: copy it from the release.");
    }

    /// <summary>Does the store lack tables, or have those of an earlier release? An operator's own are nobody's to replace.</summary>
    public bool Supersedes(StoreStateRow store) =>
        store.KnowledgeVersion == KnowledgeStore.NoVersion
        || (store.KnowledgeVersion == store.ShippedKnowledgeVersion && Array.IndexOf(versions, store.KnowledgeVersion, 0, versions.Length - 1) >= 0);
}

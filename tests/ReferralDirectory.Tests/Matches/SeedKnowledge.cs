using ReferralDirectory.Import;
using ReferralDirectory.Import.Sources;
using ReferralDirectory.Matching.Knowledge;

namespace ReferralDirectory.Tests.Matches;

/// <summary>The reference tables that the product ships.</summary>
internal static class SeedKnowledge
{
    private static readonly Lazy<KnowledgeRows> Read = new(() =>
    {
        var errors = new ImportErrors("seed-data");
        return KnowledgeFiles.Read(Path.Combine(AppContext.BaseDirectory, "seed-data"), errors).Knowledge
            ?? throw new InvalidDataException(errors.Errors[0].Message);
    });

    public static KnowledgeRows Rows => Read.Value;

}

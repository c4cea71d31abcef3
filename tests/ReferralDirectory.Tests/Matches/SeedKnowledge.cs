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
        var nothing = new ImportContext(null, new DateOnly(2026, 11, 21), new KnowledgeTables(new KnowledgeRows { Version = "none" }), SmallWorld.With().Places);
        return KnowledgeFiles.Read(Path.Combine(AppContext.BaseDirectory, "seed-data"), nothing, errors).Knowledge
            ?? throw new InvalidDataException(errors.Errors[0].Message);
    });

    public static KnowledgeRows Rows => Read.Value;

}

using ReferralDirectory.Geocoding;
using ReferralDirectory.Import;
using ReferralDirectory.Import.Sources;
using ReferralDirectory.Matching.Knowledge;

namespace ReferralDirectory.Tests;

/// <summary>What the product ships, read once for all tests.</summary>
internal static class Shipped
{
    public static readonly string SeedData = Path.Combine(AppContext.BaseDirectory, "seed-data");

    private static readonly Lazy<PlaceTable> LazyPlaces = new(() => PlaceTable.Load(Path.Combine(SeedData, "places", "us-zip-points.csv.gz")));
    private static readonly Lazy<KnowledgeTables> LazyKnowledge = new(ReadKnowledge);

    public static PlaceTable Places => LazyPlaces.Value;

    public static KnowledgeTables Knowledge => LazyKnowledge.Value;

    private static KnowledgeTables ReadKnowledge()
    {
        var errors = new ImportErrors("seed-data");
        var staged = KnowledgeFiles.Read(SeedData, errors);
        return new KnowledgeTables(staged.Knowledge ?? throw new InvalidDataException(errors.Errors[0].ToString()));
    }
}

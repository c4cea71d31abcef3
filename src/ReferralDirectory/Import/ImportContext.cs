using ReferralDirectory.Geocoding;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Import;

/// <summary>What a reader of a file may look at. Reading is a pure function of the file and this.</summary>
/// <param name="Organization">Who says so; null for formats that need none.</param>
/// <param name="Today">Day zero of offsets such as <c>D-45</c>, which only synthetic organisations may use.</param>
internal sealed record ImportContext(Organization? Organization, DateOnly Today, KnowledgeTables Knowledge, PlaceTable Places)
{
    public FeedOptions Feed { get; init; } = new();

    /// <summary>Whom the store has from NPPES already.</summary>
    public HeldRecords HeldOfNppes { get; init; } = new(contexts: null, Registers.Nppes);
}

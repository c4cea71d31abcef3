using ReferralDirectory.Matching.Ranking;

namespace ReferralDirectory.Benchmarks.Peers;

/// <summary>An office in network for one question, all in one row: what a table is made of that needs no join.</summary>
/// <param name="Physician">The part of the score that does not depend on the order, the network evidence included.</param>
/// <param name="Patient">The same, for patients.</param>
internal readonly record struct OfferRow(OfficeRow Office, int Question, int Band, long Physician, long Patient)
{
    private static readonly RankingOptions Options = new();

    public static OfferRow Of(NetworkRow network) => new(
        network.Office, network.Question, Bands.Of(network.Office.Point.Latitude),
        network.Office.PhysicianBase + ((long)Options.Physician.NetworkEvidence * network.Evidence),
        network.Office.PatientBase + ((long)Options.Patient.NetworkEvidence * network.Evidence));

    /// <summary>All of a world, sorted by question, band and longitude.</summary>
    public static IEnumerable<OfferRow> AllOf(FlatWorld world) => world.Networks.Select(Of)
        .OrderBy(offer => offer.Question).ThenBy(offer => offer.Band).ThenBy(offer => offer.Office.Point.Longitude).ThenBy(offer => offer.Office.Number);
}

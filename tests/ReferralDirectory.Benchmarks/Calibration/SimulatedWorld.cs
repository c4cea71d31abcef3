using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Benchmarks.Calibration;

/// <summary>
/// Invented therapists whose truth is known, seen through sources that are late, copy and err; resolved by the product's own rules, judged
/// as its answers judge, and held to the truth. A fact past its own last day promises nothing for today and is left out.
/// </summary>
internal static class SimulatedWorld
{
    /// <param name="seed">Another number, another world.</param>
    /// <param name="therapists">How many.</param>
    /// <param name="pace">How much faster than usual everything changes.</param>
    public static IReadOnlyList<JudgedFact> Judge(int seed, int therapists, double pace = 1) =>
        [.. Enumerable.Range(0, therapists).SelectMany(index => Judge(index, new Draw((seed * 1_000_003) + index, pace)))];

    private static IEnumerable<JudgedFact> Judge(int index, Draw draw)
    {
        var therapist = new SimulatedTherapist(index, draw);
        var careful = SimulatedSource.Careful.RecordOf(therapist, draw, original: null);
        SourceRecord[] records =
        [
            .. new[] { careful, SimulatedSource.Careless.RecordOf(therapist, draw, original: null), SimulatedSource.Copying.RecordOf(therapist, draw, careful) }.OfType<SourceRecord>(),
        ];
        if (records.Length == 0)
            return [];
        Verification[] ledger = [.. SimulatedChecks.Of(therapist, draw), .. SimulatedChecks.CallsOf(therapist, records, draw)];
        var profile = TherapistResolver.Resolve(new IdentityGroup([.. records], InConflict: false), ledger, new TherapistId(1), 1, _ => new ListingId(1));
        return FactsOf(profile, therapist);
    }

    private static IEnumerable<JudgedFact> FactsOf(TherapistProfile profile, SimulatedTherapist therapist)
    {
        var today = SimulatedTherapist.Today;
        yield return Judged(FactKind.Identity, profile.Name.From, profile.Name.Value == therapist.NameOn(today));
        foreach (var licence in profile.Licences.Where(licence => !(licence.ExpiresOn < today)))
            yield return Judged(FactKind.Licence, licence.From, (licence.Status == LicenceStatus.Active) == therapist.IsLicensedOn(today), licence.ExpiresOn);
        foreach (var held in profile.Certifications)
            yield return Judged(FactKind.Certification, held.From, therapist.HoldsOn(Array.IndexOf(SimulatedTherapist.Certificates, held.Credential), today));
        foreach (var offered in profile.Modalities)
            yield return Judged(FactKind.Training, offered.From, therapist.OffersOn(Array.IndexOf(SimulatedTherapist.Modalities, offered.Modality), today));
        foreach (var fact in profile.Networks)
        {
            yield return Judged(
                FactKind.Network, fact.Source, fact.InNetwork == therapist.IsInNetworkOn(Array.IndexOf(SimulatedTherapist.Insurers, fact.Insurer), today),
                agreement: NetworkAgreement.Of(fact, profile.Networks));
        }

        foreach (var place in profile.Listings.Select(listing => listing.Place))
        {
            yield return Judged(FactKind.Address, place.From, place.Address.Line1 == therapist.AddressOn(today), agreement: PlaceAgreement.Of(VerificationAspect.Address, place, profile));
            if (place.Phone is { } phone)
                yield return Judged(FactKind.Phone, place.From, phone == therapist.PhoneOn(today), agreement: PlaceAgreement.Of(VerificationAspect.Phone, place, profile));
            yield return Judged(
                FactKind.Accepting, place.Accepting.From, (place.Accepting.Value == AcceptingPatients.Yes) == therapist.AcceptsOn(today),
                agreement: PlaceAgreement.Of(VerificationAspect.Accepting, place, profile));
        }

        JudgedFact Judged(FactKind kind, Provenance from, bool isTrue, DateOnly? lastDay = null, SourceAgreement agreement = default) =>
            new(kind, FactAssessment.Of(kind, from, today, lastDay, agreement).Confidence, isTrue);
    }
}

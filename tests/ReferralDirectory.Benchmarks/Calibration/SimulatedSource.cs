using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Benchmarks.Calibration;

/// <summary>An organisation with its own care: how late it learns of a change, how often it writes it down wrongly, how old its list is.</summary>
/// <param name="Share">Of all therapists, in percent, who are members.</param>
/// <param name="LateDays">How old what it says is on the day of which it says it, on average.</param>
/// <param name="WrongPercent">Of each field.</param>
/// <param name="OldestDays">Of the list, at most.</param>
internal sealed record SimulatedSource(string Id, int Share, double LateDays, double WrongPercent, int NewestDays, int OldestDays)
{
    public static readonly SimulatedSource Careful = new("careful-alliance", 60, 110, 2, 0, 240);
    public static readonly SimulatedSource Careless = new("careless-society", 35, 420, 6, 40, 900);

    /// <summary>Two of three of its rows are what the careful one had said half a year before.</summary>
    public static readonly SimulatedSource Copying = new("copying-guild", 30, 250, 4, 0, 400);

    private const int CopiedPercent = 66;

    private Code<Organization> Organization => Code<Organization>.Parse(Id);

    /// <summary>What it says of a member; nothing of one it does not know.</summary>
    /// <param name="original">What it may copy from.</param>
    public SourceRecord? RecordOf(SimulatedTherapist therapist, Draw draw, SourceRecord? original)
    {
        if (!draw.Percent(Share))
            return null;
        var asOf = SimulatedTherapist.Today.AddDays(-draw.Between(NewestDays, OldestDays));
        var learned = asOf.AddDays(-draw.RegularDaysOfMean(LateDays));
        var from = new Provenance(Id, FactMethod.Organization, asOf);
        var membership = new Membership(Organization, therapist.LicenceNumber, MembershipStatus.Active, null, from);
        if (original is not null && draw.Percent(CopiedPercent))
            return Copy(original, membership, asOf);
        return new SourceRecord
        {
            Organization = Organization,
            MemberKey = therapist.LicenceNumber,
            AsOf = asOf,
            Synthetic = true,
            Name = therapist.NameOn(learned),
            Npi = therapist.Npi,
            Membership = membership,
            Licences =
            [
                new Licence(StateCode.Parse("NY"), "Licensed Massage Therapist", therapist.LicenceNumber, LicenceStatus.Active, null, therapist.LicenceEnds, null, from),
            ],
            Certifications = [.. SimulatedTherapist.Certificates.Where((_, i) => draw.Percent(WrongPercent) || therapist.ClaimsCertificateOn(i, learned))
                .Select(credential => new Certification(credential, null, null, null, null, from))],
            Modalities = [.. SimulatedTherapist.Modalities.Where((_, i) => draw.Percent(WrongPercent) || therapist.ClaimsModalityOn(i, learned))
                .Select(modality => new OfferedModality(modality, TrainingLevel.Listed, null, null, from))],
            Networks = [.. SimulatedTherapist.Insurers.Select((insurer, i) => new NetworkFact(
                insurer, null, draw.Percent(WrongPercent * 2) ? !therapist.IsInNetworkOn(i, learned) : therapist.IsInNetworkOn(i, learned), null, null, null, null, from))],
            Places = [PlaceOf(therapist, draw, learned, from)],
        };
    }

    private PracticePlace PlaceOf(SimulatedTherapist therapist, Draw draw, DateOnly learned, Provenance from)
    {
        var accepts = draw.Percent(WrongPercent * 2) ? !therapist.AcceptsOn(learned) : therapist.AcceptsOn(learned);
        var line1 = draw.Percent(WrongPercent) ? SimulatedTherapist.WrongAddress(draw) : therapist.AddressOn(learned);
        return new PracticePlace
        {
            Address = new PostalAddress(line1, null, "Syracuse", StateCode.Parse("NY"), SimulatedTherapist.ZipOf(line1)),
            Point = GeoPoint.Create(43.05, -76.15),
            PointUncertainty = new Miles(0),
            Phone = draw.Percent(WrongPercent) ? SimulatedTherapist.WrongPhone(draw) : therapist.PhoneOn(learned),
            Accepting = new Sourced<AcceptingPatients>(accepts ? AcceptingPatients.Yes : AcceptingPatients.No, from),
            From = from,
        };
    }

    private SourceRecord Copy(SourceRecord original, Membership membership, DateOnly asOf) => original with
    {
        Organization = Organization,
        AsOf = asOf,
        Membership = membership,
        Licences = [.. original.Licences.Select(licence => licence with { From = membership.From })],
        Certifications = [.. original.Certifications.Select(held => held with { From = membership.From })],
        Modalities = [.. original.Modalities.Select(offered => offered with { From = membership.From })],
        Networks = [.. original.Networks.Select(fact => fact with { Source = membership.From })],
        Places = [.. original.Places.Select(place => place with { From = membership.From, Accepting = place.Accepting with { From = membership.From } })],
    };
}

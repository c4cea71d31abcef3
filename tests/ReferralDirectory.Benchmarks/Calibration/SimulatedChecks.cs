using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Benchmarks.Calibration;

/// <summary>
/// What a verification office, boards, issuers and insurers found: each looks at some, on some day of the last two years, sees the state of
/// some days or months before, and is now and then wrong.
/// </summary>
internal static class SimulatedChecks
{
    private static readonly Code<Organization> Office = Code<Organization>.Parse("demo-checks");

    public static IEnumerable<Verification> Of(SimulatedTherapist therapist, Draw draw)
    {
        if (draw.Percent(75))
            yield return Licence(therapist, draw, Day(draw, 300));
        for (var i = 0; i < SimulatedTherapist.Certificates.Length; i++)
        {
            if (draw.Percent(50))
                yield return Certificate(therapist, draw, i, Day(draw, 700));
        }

        for (var i = 0; i < SimulatedTherapist.Insurers.Length; i++)
        {
            if (draw.Percent(60))
                yield return Network(therapist, draw, i, Day(draw, 200));
        }

    }

    /// <summary>Somebody calls the place that a list names, and hears whether it is right and takes patients.</summary>
    public static IEnumerable<Verification> CallsOf(SimulatedTherapist therapist, IReadOnlyList<SourceRecord> records, Draw draw)
    {
        if (records.Count == 0 || !draw.Percent(40))
            yield break;
        var place = records[0].Places[0];
        var day = Day(draw, 500);
        yield return Call(VerificationAspect.Address, Outcome(place.Address.Line1 == therapist.AddressOn(day)));
        yield return Call(VerificationAspect.Phone, Outcome(place.Phone == therapist.PhoneOn(day)));
        yield return Call(VerificationAspect.Accepting, therapist.AcceptsOn(day) != draw.Percent(4) ? VerificationOutcome.Yes : VerificationOutcome.No);

        VerificationOutcome Outcome(bool isRight) => isRight != draw.Percent(2) ? VerificationOutcome.Confirmed : VerificationOutcome.Refuted;

        Verification Call(VerificationAspect aspect, VerificationOutcome outcome) =>
            Check(SubjectKey.Of(therapist.Npi) with { Zip = place.Address.Zip }, aspect, "", "Telephone", FactMethod.PrimarySource, day, outcome);
    }

    private static Verification Licence(SimulatedTherapist therapist, Draw draw, DateOnly day) => Check(
        SubjectKey.Of(therapist.Licence), VerificationAspect.Licence, "", "NY roster", FactMethod.PrimarySource, day,
        therapist.IsLicensedOn(day.AddDays(-draw.Between(0, 30))) ? VerificationOutcome.Active : VerificationOutcome.Suspended) with
    { ValidUntil = therapist.LicenceEnds };

    private static Verification Certificate(SimulatedTherapist therapist, Draw draw, int certificate, DateOnly day) => Check(
        SubjectKey.Of(therapist.Npi), VerificationAspect.Certification, SimulatedTherapist.Certificates[certificate].Value, "Issuer register", FactMethod.PrimarySource, day,
        therapist.HoldsOn(certificate, day.AddDays(-draw.DaysOfMean(40))) ? VerificationOutcome.Confirmed : VerificationOutcome.Refuted);

    /// <summary>An insurer's file runs some months behind, and one in twenty of those who left is still in it.</summary>
    private static Verification Network(SimulatedTherapist therapist, Draw draw, int insurer, DateOnly day) => Check(
        SubjectKey.Of(therapist.Npi), VerificationAspect.Network, SimulatedTherapist.Insurers[insurer].Value, $"{SimulatedTherapist.Insurers[insurer]} file", FactMethod.InsurerFile,
        day, therapist.IsInNetworkOn(insurer, day.AddDays(-draw.DaysOfMean(100))) || draw.Percent(5) ? VerificationOutcome.InNetwork : VerificationOutcome.OutOfNetwork);

    private static Verification Check(
        SubjectKey subject, VerificationAspect aspect, string reference, string source, FactMethod method, DateOnly day, VerificationOutcome outcome) => new()
        {
            Subject = subject,
            Aspect = aspect,
            Reference = reference,
            Source = source,
            Method = method,
            CheckedBy = Office,
            CheckedOn = day,
            Outcome = outcome,
        };

    private static DateOnly Day(Draw draw, int oldest) => SimulatedTherapist.Today.AddDays(-draw.Between(0, oldest));
}

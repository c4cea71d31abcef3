using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>Certificates, hours and modalities: what is stated, and what of it the ledger has seen.</summary>
internal static class TrainingResolution
{
    /// <summary>A certificate that its issuer does not know is dropped; one that only the issuer named is added.</summary>
    public static ImmutableArray<Certification> Certifications(ImmutableArray<SourceRecord> records, LedgerView ledger)
    {
        var held = records.SelectMany(record => record.Certifications).BestPerKey(held => held.Credential, held => held.From)
            .ToDictionary(held => held.Credential);
        foreach (var (reference, check) in ledger.NewestByReference(VerificationAspect.Certification))
        {
            if (!Code<Credential>.TryParse(reference, out var code))
                continue;
            var stated = held.GetValueOrDefault(code);
            if (check.Outcome == VerificationOutcome.Confirmed)
                held[code] = new Certification(
                    code, stated?.Number, stated?.IssuedOn, check.ValidUntil ?? stated?.ExpiresOn, check.CheckedOn, LedgerView.ProvenanceOf(check));
            else if (check.Outcome == VerificationOutcome.Refuted)
                held.Remove(code);
        }

        return [.. held.Values.OrderBy(held => held.Credential)];
    }

    public static Sourced<int>? DocumentedHours(LedgerView ledger) =>
        ledger.Of(VerificationAspect.TrainingHours).FirstOrDefault() is { Outcome: VerificationOutcome.Confirmed, Hours: { } hours } newest
            ? new Sourced<int>(hours, LedgerView.ProvenanceOf(newest))
            : null;

    /// <summary>A documented training in a modality that no list mentions shows that it is offered.</summary>
    public static ImmutableArray<OfferedModality> Modalities(ImmutableArray<SourceRecord> records, LedgerView ledger)
    {
        var offered = records.SelectMany(record => record.Modalities).BestPerKey(offer => offer.Modality, offer => offer.From)
            .ToDictionary(offer => offer.Modality, offer => offer with { DocumentedHours = null });
        foreach (var (reference, check) in ledger.NewestByReference(VerificationAspect.Training))
        {
            if (check is { Outcome: VerificationOutcome.Confirmed, Hours: { } hours } && Code<Modality>.TryParse(reference, out var code))
                offered[code] = offered.TryGetValue(code, out var stated)
                    ? stated with { DocumentedHours = hours }
                    : new OfferedModality(code, TrainingLevel.Course, StatedHours: null, hours, LedgerView.ProvenanceOf(check));
        }

        return [.. offered.Values.OrderBy(offer => offer.Modality)];
    }
}

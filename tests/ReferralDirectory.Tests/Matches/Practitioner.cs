using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Tests.Matches;

/// <summary>Therapists of Syracuse who are licensed, checked and in Aetna's network, to be changed in one respect.</summary>
internal static class Practitioner
{
    private static readonly Provenance Board = new("NY State Education Department", FactMethod.PrimarySource, new DateOnly(2026, 11, 1));
    private static readonly Provenance File = new("aetna-directory", FactMethod.InsurerFile, new DateOnly(2026, 11, 1));

    public static TherapistProfile Offering(long id, params ImmutableArray<string> modalities) => new()
    {
        Id = new TherapistId(id),
        Revision = 7,
        Synthetic = true,
        IdentityConflict = false,
        Name = new Sourced<PersonName>(new PersonName("Ana", $"Ortiz{id}"), Board),
        LiabilityCover = new Sourced<bool>(true, Board),
        DocumentedTrainingHours = new Sourced<int>(1000, Board),
        Exclusion = new ExclusionCheck(ExclusionStatus.Clear, Board),
        Licences = [LicenceOf(LicenceStatus.Active, new DateOnly(2027, 3, 31))],
        Modalities = [.. modalities.Select(modality => new OfferedModality(Code<Modality>.Parse(modality), TrainingLevel.Listed, null, null, Board))],
        Networks = [new NetworkFact(Code<Insurer>.Parse("aetna"), null, true, new DateOnly(2026, 1, 1), null, null, null, File)],
        Listings = [Some.Place with { Id = new ListingId(id) }],
    };

    public static Licence LicenceOf(LicenceStatus status, DateOnly expires) =>
        new(Some.NewYork, "Licensed Massage Therapist", "012345-1", status, new DateOnly(2020, 1, 1), expires, Board.AsOf, Board);

    public static Certification Certified(string credential) =>
        new(Code<Credential>.Parse(credential), "C-1", new DateOnly(2024, 1, 1), new DateOnly(2028, 1, 1), Board.AsOf, Board);
}

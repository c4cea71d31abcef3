using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Packing;

/// <summary>A therapist's profile as a few hundred bytes, and back, the same in every field. What is written stands beside what reads it.</summary>
internal static class ProfileCodec
{
    public static void Write(PackWriter to, TherapistProfile profile)
    {
        to.Number(profile.Id.Value);
        to.Number(profile.Revision);
        to.YesNo(profile.Synthetic);
        to.YesNo(profile.IdentityConflict);
        to.Sourced(profile.Name, WriteName);
        to.OptionalSourced(profile.Npi, static (to, npi) => to.Number(npi.Value));
        to.OptionalSourced(profile.Gender, static (to, gender) => to.Number((int)gender));
        to.Each(profile.Languages, static (to, language) => to.Sourced(language, static (to, tag) => to.Word(tag)));
        to.OptionalSourced(profile.Email, static (to, email) => to.ShownText(email));
        to.OptionalSourced(profile.Website, static (to, website) => to.ShownText(website));
        to.OptionalSourced(profile.StatedTrainingHours, static (to, hours) => to.Number(hours));
        to.OptionalSourced(profile.DocumentedTrainingHours, static (to, hours) => to.Number(hours));
        to.OptionalSourced(profile.LiabilityCover, static (to, cover) => to.YesNo(cover));
        to.OptionalDay(profile.LiabilityCoverUntil);
        WriteExclusion(to, profile.Exclusion);
        to.Each(profile.Licences, FactCodec.WriteLicence);
        to.Each(profile.Certifications, FactCodec.WriteCertification);
        to.Each(profile.Modalities, FactCodec.WriteModality);
        to.Each(profile.Networks, FactCodec.WriteNetwork);
        to.EachShown(profile.Memberships, FactCodec.WriteMembership);
        WriteReferrals(to, profile.Referrals);
        to.Each(profile.Listings, PlaceCodec.WriteListing);
        to.Each(profile.Doubts, FactCodec.WriteDoubt);
    }

    public static TherapistProfile Read(PackReader from) => new()
    {
        Id = new TherapistId(from.Number()),
        Revision = from.Number(),
        Synthetic = from.YesNo(),
        IdentityConflict = from.YesNo(),
        Name = from.Sourced(ReadName),
        Npi = from.OptionalSourced(static from => new Npi(from.Number())),
        Gender = from.OptionalSourced(static from => (Gender)from.Count()),
        Languages = from.Each(static from => from.Sourced(static from => from.Word())),
        Email = from.OptionalSourced(static from => from.ShownText()),
        Website = from.OptionalSourced(static from => from.ShownText()),
        StatedTrainingHours = from.OptionalSourced(static from => from.Count()),
        DocumentedTrainingHours = from.OptionalSourced(static from => from.Count()),
        LiabilityCover = from.OptionalSourced(static from => from.YesNo()),
        LiabilityCoverUntil = from.OptionalDay(),
        Exclusion = ReadExclusion(from),
        Licences = from.Each(FactCodec.ReadLicence),
        Certifications = from.Each(FactCodec.ReadCertification),
        Modalities = from.Each(FactCodec.ReadModality),
        Networks = from.Each(FactCodec.ReadNetwork),
        Memberships = from.EachShown(FactCodec.ReadMembership),
        Referrals = ReadReferrals(from),
        Listings = from.Each(PlaceCodec.ReadListing),
        Doubts = from.Each(FactCodec.ReadDoubt),
    };

    private static void WriteName(PackWriter to, PersonName name)
    {
        to.ShownText(name.Given);
        to.ShownText(name.Family);
        to.OptionalShownText(name.Middle);
        to.OptionalShownText(name.Suffix);
    }

    private static PersonName ReadName(PackReader from) => new(from.ShownText(), from.ShownText(), from.OptionalShownText(), from.OptionalShownText());

    private static void WriteExclusion(PackWriter to, ExclusionCheck? exclusion)
    {
        to.OptionalNumber((int?)exclusion?.Status);
        if (exclusion is null)
            return;
        to.From(exclusion.From);
        to.OptionalDay(exclusion.ValidUntil);
    }

    private static ExclusionCheck? ReadExclusion(PackReader from) =>
        from.OptionalCount() is { } status ? new ExclusionCheck((ExclusionStatus)status, from.From(), from.OptionalDay()) : null;

    private static void WriteReferrals(PackWriter to, ReferralRecord? referrals)
    {
        to.OptionalNumber(referrals?.Sent);
        if (referrals is null)
            return;
        to.Number(referrals.Accepted);
        to.Number(referrals.ReportedBack);
    }

    private static ReferralRecord? ReadReferrals(PackReader from) =>
        from.OptionalCount() is { } sent ? new ReferralRecord(sent, from.Count(), from.Count()) : null;
}

using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Packing;

/// <summary>How a therapist's facts are packed: licences, certificates, modalities, networks, memberships, doubts.</summary>
internal static class FactCodec
{
    public static void WriteLicence(PackWriter to, Licence licence)
    {
        to.State(licence.State);
        to.Word(licence.Title);
        to.Text(licence.Number);
        to.Number((int)licence.Status);
        to.OptionalDay(licence.IssuedOn);
        to.OptionalDay(licence.ExpiresOn);
        to.OptionalDay(licence.CheckedOn);
        to.From(licence.From);
    }

    public static Licence ReadLicence(PackReader from) => new(
        from.State(), from.Word(), from.Text(), (LicenceStatus)from.Count(), from.OptionalDay(), from.OptionalDay(), from.OptionalDay(), from.From());

    public static void WriteCertification(PackWriter to, Certification certification)
    {
        to.Code(certification.Credential);
        to.OptionalShownText(certification.Number);
        to.OptionalDay(certification.IssuedOn);
        to.OptionalDay(certification.ExpiresOn);
        to.OptionalDay(certification.ConfirmedOn);
        to.From(certification.From);
    }

    public static Certification ReadCertification(PackReader from) => new(
        from.Code<Credential>(), from.OptionalShownText(), from.OptionalDay(), from.OptionalDay(), from.OptionalDay(), from.From());

    public static void WriteModality(PackWriter to, OfferedModality offered)
    {
        to.Code(offered.Modality);
        to.Number((int)offered.Level);
        to.OptionalNumber(offered.StatedHours);
        to.OptionalNumber(offered.DocumentedHours);
        to.From(offered.From);
    }

    public static OfferedModality ReadModality(PackReader from) => new(
        from.Code<Modality>(), (TrainingLevel)from.Count(), from.OptionalCount(), from.OptionalCount(), from.From());

    public static void WriteNetwork(PackWriter to, NetworkFact fact)
    {
        to.Code(fact.Insurer);
        to.OptionalCode(fact.Network);
        to.YesNo(fact.InNetwork);
        to.OptionalDay(fact.From);
        to.OptionalDay(fact.To);
        to.OptionalYesNo(fact.Accepting);
        to.OptionalZip(fact.ListingZip);
        to.From(fact.Source);
    }

    public static NetworkFact ReadNetwork(PackReader from) => new(
        from.Code<Insurer>(), from.OptionalCode<Network>(), from.YesNo(), from.OptionalDay(), from.OptionalDay(), from.OptionalYesNo(), from.OptionalZip(), from.From());

    public static void WriteMembership(PackWriter to, Membership membership)
    {
        to.Code(membership.Organization);
        to.ShownText(membership.MemberKey);
        to.Number((int)membership.Status);
        to.OptionalDay(membership.ExpiresOn);
        to.From(membership.From);
    }

    public static Membership ReadMembership(PackReader from) => new(
        from.Code<Organization>(), from.ShownText(), (MembershipStatus)from.Count(), from.OptionalDay(), from.From());

    public static void WriteDoubt(PackWriter to, Doubt doubt)
    {
        to.Number((int)doubt.Kind);
        to.Number((int)doubt.Aspect);
        to.Word(doubt.Reference);
        to.OptionalZip(doubt.Zip);
        to.Day(doubt.Since);
    }

    public static Doubt ReadDoubt(PackReader from) => new(
        (DoubtKind)from.Count(), (VerificationAspect)from.Count(), from.Word(), from.OptionalZip(), from.Day());
}

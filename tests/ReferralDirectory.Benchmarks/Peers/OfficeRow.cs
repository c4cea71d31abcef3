using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Benchmarks.Peers;

/// <summary>
/// A listing with an office as a peer's table keeps it, as of one day: numbers that a query filters and scores by. Made of the profile
/// by the gates and rules themselves. Whoever no query of that day can show has no row, which is a present to the peers.
/// </summary>
internal sealed record OfficeRow
{
    /// <summary>Counted from 0.</summary>
    public required int Number { get; init; }

    public required long Therapist { get; init; }

    public required GeoPoint Point { get; init; }

    public required UnitVector At { get; init; }

    /// <summary>0 … 3: without a specialty that the order can use.</summary>
    public required int Tier { get; init; }

    /// <summary>The modalities that are offered and may be practised.</summary>
    public required ulong Usable { get; init; }

    /// <summary>Of <see cref="Usable"/>, with documented hours.</summary>
    public required ulong Documented { get; init; }

    /// <summary>Of <see cref="Usable"/>, with a confirmed certificate.</summary>
    public required ulong Certified { get; init; }

    /// <summary>The modalities of specialties, where one that the order can use lifts the tier above 3.</summary>
    public required ulong Specialties { get; init; }

    /// <summary>What such a specialty adds to the raw value of the vetting.</summary>
    public required int Lift { get; init; }

    /// <summary>The credential requirements that are met, a bit for each in the tables.</summary>
    public required ulong Met { get; init; }

    /// <summary>The part of the score that only depends on who asks: vetting without the specialty, availability, record, preferences.</summary>
    public required long PhysicianBase { get; init; }

    public required long PatientBase { get; init; }

    /// <summary>Null: no query of that day can show it.</summary>
    public static OfficeRow? Of(int number, CompiledTherapist compiled, Listing listing, DateOnly day, KnowledgeTables knowledge, RankingOptions options)
    {
        var (therapist, place) = (compiled.Profile, listing.Place);
        var state = place.Address.State;
        if (!VisitModes.HasOffice(place) || therapist.IdentityConflict || !LicensedGate.Holds(therapist, state, day, knowledge)
            || !NotExcludedGate.Passes(therapist) || !AcceptingGate.TakesPatients(place))
        {
            return null;
        }

        var facts = TierFacts.Of(therapist, state, day, knowledge, ModalitySet.Empty);
        var (vetting, lifted) = (VettingRule.Raw(facts, facts.Tier, day), VettingRule.Raw(facts, 4, day));
        var (availability, record) = (AvailabilityRule.Raw(place, day), RecordRule.Raw(therapist.Referrals));
        var met = MetBy(therapist, day, knowledge);
        var usable = UsableBy(compiled, met, day, knowledge);
        return new OfficeRow
        {
            Number = number,
            Therapist = therapist.Id.Value,
            Point = place.Point,
            At = UnitVector.Of(place.Point),
            Tier = facts.Tier,
            Usable = usable,
            Documented = usable & compiled.Documented.Bits,
            Certified = usable & compiled.CertifiedOn(day).Bits,
            Specialties = facts.Tier == 3 ? TierFacts.SpecialtiesOf(therapist, day, knowledge).Bits : 0,
            Lift = lifted - vetting,
            Met = met,
            PhysicianBase = BaseFor(options.Physician),
            PatientBase = BaseFor(options.Patient),
        };

        long BaseFor(RuleWeights weights) =>
            ((long)weights.Vetting * vetting) + ((long)weights.Availability * availability) + ((long)weights.Record * record)
            + ((long)weights.Preferences * PreferencesRule.Raw(0, 0));
    }

    private static ulong MetBy(TherapistProfile therapist, DateOnly day, KnowledgeTables knowledge)
    {
        var requirements = knowledge.Rows.CredentialRequirements;
        var met = 0UL;
        for (var i = 0; i < requirements.Length; i++)
            met |= CredentialedGate.Meets(requirements[i], therapist, day) ? 1UL << i : 0;
        return met;
    }

    /// <summary>Without what stands behind a requirement that is not met; the questions insist on no modality.</summary>
    private static ulong UsableBy(CompiledTherapist compiled, ulong met, DateOnly day, KnowledgeTables knowledge)
    {
        var requirements = knowledge.Rows.CredentialRequirements;
        var usable = compiled.Offered;
        for (var i = 0; i < requirements.Length; i++)
        {
            if (requirements[i].EffectiveFrom <= day && (met >> i & 1) == 0)
                usable = usable.Except(knowledge.SetOf(requirements[i].Modalities));
        }

        return usable.Bits;
    }
}

using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Demo;

/// <summary>What an invented person has learned, and how much of it is on paper.</summary>
internal sealed class DemoTraining(KnowledgeTables knowledge)
{
    private const int HoursOfBoardCertified = 750;

    // How many in a hundred offer it.
    private static readonly (string Code, int Percent)[] Offered =
    [
        ("swedish", 92), ("deep-tissue", 70), ("myofascial-release", 38), ("trigger-point", 40), ("medical-massage", 28), ("sports", 25), ("mld", 12), ("cdt", 2),
        ("lymphatic-post-surgical", 5), ("oncology", 6), ("prenatal", 22), ("geriatric", 8), ("pediatric", 4), ("connective-tissue", 6), ("craniosacral", 9),
        ("shiatsu", 5), ("thai", 5), ("reflexology", 9), ("intra-oral", 4), ("scar", 5), ("hot-cold-pack", 20),
    ];

    // The certificate that lifts someone to tier 4, what it is for, and the hours behind it.
    private static readonly (Specialty Specialty, int Weight)[] Specialties =
    [
        (new("clt", ["cdt", "mld"], 135), 44), (new("clt-lana", ["cdt", "mld"], 160), 26), (new("oncology-massage", ["oncology"], 40), 14),
        (new("prenatal-massage", ["prenatal"], 32), 12), (new("medical-massage", ["medical-massage"], 100), 8), (new("neuromuscular", ["trigger-point"], 80), 6),
        (new("myofascial", ["myofascial-release"], 60), 5), (new("sports-massage", ["sports"], 50), 3),
    ];

    public (ImmutableArray<DemoModality> Modalities, ImmutableArray<DemoCertificate> Certificates, int? Hours, bool Documented) Choose(
        int tier, DemoShortfall shortfall, IEnumerable<StateCode> states, Chance chance)
    {
        var minimum = states.Max(state => knowledge.Rows.StateRules.FirstOrDefault(rule => rule.State == state)?.Hours ?? 500);
        var board = tier >= 3 ? chance.Percent(38) : chance.Percent(tier == 2 ? 0 : 2);
        var (hours, documented) = HoursFor(tier, shortfall, minimum, chance);
        var specialty = tier == 4 || chance.Percent(2) ? chance.Of(Specialties.AsSpan()) : null;
        var certificates = ImmutableArray.CreateBuilder<DemoCertificate>();
        if (board)
            certificates.Add(new DemoCertificate("bctmb", chance.Between(30, 700), Confirmed: tier >= 3));
        else if (tier <= 2 && chance.Percent(4))
            certificates.Add(new DemoCertificate("bctmb", -chance.Between(30, 700), Confirmed: false));
        if (specialty is not null)
            certificates.Add(new DemoCertificate(specialty.Certificate, chance.Between(60, 900), Confirmed: tier is 2 or 4));
        return (Modalities(tier, specialty, chance), certificates.ToImmutable(), hours, documented);
    }

    private static (int? Hours, bool Documented) HoursFor(int tier, DemoShortfall shortfall, int minimum, Chance chance)
    {
        if (shortfall == DemoShortfall.TooFewHours)
            return (minimum - (chance.Between(1, 8) * 25), false);
        if (tier >= 3)
            return (Math.Max(minimum, HoursOfBoardCertified) + (chance.Below(19) * 25), true);
        return chance.Percent(tier == 2 ? 35 : 45) ? (null, false) : (minimum + (chance.Below(13) * 25), false);
    }

    private static ImmutableArray<DemoModality> Modalities(int tier, Specialty? specialty, Chance chance)
    {
        var offered = ImmutableArray.CreateBuilder<DemoModality>();
        foreach (var (code, percent) in Offered)
        {
            if (specialty?.Modalities.Contains(code) == true)
                offered.Add(new DemoModality(code, TrainingLevel.Certified, specialty.Hours, chance.Percent(30) ? specialty.Hours : null));
            else if (chance.Percent(percent))
                offered.Add(Offer(code, tier, chance));
        }

        return offered.Count == 0 ? [new DemoModality("swedish", TrainingLevel.Listed, null, null)] : offered.ToImmutable();
    }

    private static DemoModality Offer(string code, int tier, Chance chance)
    {
        var level = chance.Of((TrainingLevel.Listed, 72), (TrainingLevel.Course, 28));
        int? hours = level == TrainingLevel.Course && chance.Percent(60) ? chance.Between(2, 12) * 8 : null;
        var documented = tier >= 2 && hours is not null && chance.Percent(25) ? hours : null;
        return new DemoModality(code, level, hours, documented);
    }

    private sealed record Specialty(string Certificate, string[] Modalities, int Hours);
}

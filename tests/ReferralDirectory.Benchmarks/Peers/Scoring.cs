using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Benchmarks.Peers;

/// <summary>The filters and the score of a question over flat rows, for those who keep their rows in memory.</summary>
internal readonly struct Scoring(PeerQuestion question, Miles radius)
{
    private static readonly RankingOptions Options = new();

    private readonly Reach reach = new(radius);

    /// <summary>Null: a gate keeps it away.</summary>
    public long? Of(OfficeRow office, int evidence)
    {
        if (office.Tier < question.MinTier || (office.Usable & question.Fit.Supported) == 0 || (office.Met & question.Required) != question.Required)
            return null;
        var squaredChord = office.At.SquaredChordTo(question.Place);
        return reach.Contains(squaredChord) ? (question.ByPatient ? office.PatientBase : office.PhysicianBase)
            + ((long)question.Weights.NetworkEvidence * evidence) + DistancePart(question, squaredChord)
            + FitPart(question, office.Usable, office.Documented, office.Certified) + LiftPart(question, office.Specialties, office.Lift) : null;
    }

    public static long DistancePart(PeerQuestion question, double squaredChord) => DistancePart(question, UnitVector.MilesOfSquaredChord(squaredChord));

    public static long DistancePart(PeerQuestion question, Miles distance) => (long)question.Weights.Distance * DistanceRule.Raw(distance.Value, Options);

    public static long FitPart(PeerQuestion question, ulong usable, ulong documented, ulong certified) =>
        (long)question.Weights.ModalityFit * question.Fit.Of(usable, documented, certified);

    public static long LiftPart(PeerQuestion question, ulong specialties, int lift) =>
        (specialties & question.Relevant) == 0 ? 0 : (long)question.Weights.Vetting * lift;
}

using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Matching.Ranking.Rules;

/// <summary>
/// How earlier referrals went: the mean of the acceptance rate and the report-back rate, each smoothed with five imagined referrals of
/// which half went well. Fewer than five real ones: neutral, .5.
/// </summary>
public static class RecordRule
{
    public const int Enough = 5;
    public const double Neutral = .5;

    internal static int Raw(in Candidate candidate) => Raw(candidate.Therapist.Referrals);

    internal static RuleScore Explain(in Candidate candidate, MatchQuery query) =>
        new(RuleId.Record, Raw(candidate), query.Weights.Record, new RecordEvidence(candidate.Therapist.Referrals));

    internal static int Raw(ReferralRecord? record) =>
        record is not { Sent: >= Enough } ? Millionths.Of(Neutral) : Millionths.Of((Smoothed(record.Accepted, record.Sent) + Smoothed(record.ReportedBack, record.Accepted)) / 2);

    private static double Smoothed(int good, int all) => (good + (Enough / 2.0)) / (all + Enough);
}

using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Benchmarks;

/// <summary>
/// Orders as offices send them: patients live near therapists, 40 % ask for 10 miles, 30 % for 25, 20 % for 100 and 10 % name no radius;
/// three of four are insured with somebody whom a therapist nearby names, the fourth with any insurer of the nation; common and rare
/// conditions. The same seed gives the same orders.
/// </summary>
internal static class QueryMix
{
    private static readonly string[] Codes = ["M54.50", "M54.2", "M79.7", "I89.0", "G44.209", "C50.911", "M26.60", "M72.2", "H52.4"];

    public static MatchCriteria[] Of(MatchIndex index, DateOnly today, int count)
    {
        var random = new Random(20261121);
        var therapists = index.Therapists.Where(therapist => !therapist.Listings.IsEmpty).ToArray();
        var insurers = index.Knowledge.Rows.Insurers;
        return [.. Enumerable.Range(0, count).Select(_ => One())];

        MatchCriteria One()
        {
            var neighbour = therapists[random.Next(therapists.Length)];
            var place = neighbour.Listings[0].Place;
            var insurer = neighbour.Networks.IsEmpty || random.Next(4) == 0
                ? insurers[random.Next(insurers.Length)].Id : neighbour.Networks[random.Next(neighbour.Networks.Length)].Insurer;
            _ = Icd10Code.TryParse(Codes[random.Next(Codes.Length)], out var code);
            return new MatchCriteria
            {
                Audience = random.Next(3) == 0 ? Audience.Patient : Audience.Physician,
                Place = place.Point,
                PatientState = place.Address.State,
                Coverage = new Coverage(CoverageKind.HealthPlan, insurer),
                Order = new Order { Diagnoses = [Diagnosis.Of(code)], ScreeningAnswers = [Matching.Knowledge.ScreeningAnswer.None] },
                Preferences = new Preferences { Radius = RadiusOf(random.Next(10)) },
                AsOf = today,
                ServiceDate = today,
            };
        }
    }

    private static Miles? RadiusOf(int tenth) => tenth switch
    {
        < 4 => new Miles(10),
        < 7 => new Miles(25),
        < 9 => new Miles(100),
        _ => null,
    };
}

using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Indexing;

/// <summary>What is unkind about a random world.</summary>
public enum Adversity { Towns, OneSpot, Poles, Antimeridian, Twins, StateBorder, RareInsurer, Sparse }

/// <summary>Therapists and orders drawn from few values, so that ties, edges and near misses are frequent. The same seed, the same world.</summary>
internal sealed class RandomWorld(Adversity adversity, int seed)
{
    private static readonly string[] Diagnoses =
        ["M54.50", "M54.50", "M54.6", "M54.6", "M54.16", "M79.7", "I89.0", "R60.9", "R60", "C50.911", "M26.62", "O26.891", "S39.012A", "G62.9", "I82.401", "L03.90", "Z99.9", "M79.71"];

    private static readonly string[] Named = ["lymphedema", "fibromyalgia", "muscle-strain", "edema"];
    private static readonly string[] States = ["NY", "NY", "NY", "NJ", "PA", "VT", "MN"];
    private static readonly DateOnly?[] Ends = [null, null, Today, Today.AddDays(-1), Today.AddDays(30), Today.AddDays(400)];
    private static readonly Miles?[] Reaches = [null, null, null, new(0), new(3), new(25), new(60), new(200)];

    private readonly Random random = new(seed);

    public ImmutableArray<TherapistProfile> Therapists(int count) => [.. Enumerable.Range(1, count).Select(i => Therapist(i).Build())];

    public OrderBuilder Order()
    {
        var order = An.Order([.. Some(3, Diagnoses, Named)]).From(Point()).InState(Pick(States)).Top(Pick(1, 2, 3, 10, 100));
        if (Chance(.15))
            order.WithoutDiagnosis();
        if (Chance(.25))
            order.Insisting([.. Some(2, "swedish", "deep-tissue", "myofascial-release", "trigger-point", "mld", "cdt", "shiatsu", "intra-oral", "oncology")]);
        if (Chance(.5))
            order.Acknowledged();
        if (Chance(.2))
            order.Unscreened();
        else if (Chance(.3))
            order.Answering(Pick("none", "fever", "anticoagulants", "pregnancy", "dvt-suspected"));
        if (Chance(.3))
            order.ForPatient();
        if (Chance(.3))
            order.AtTier(random.Next(5));
        if (Chance(.2))
            order.ByDistance();
        if (Chance(.2))
            order.For(Today.AddDays(Pick(1, 30, 41, 365)));
        return Prefer(Cover(order)).Preferring(p => p with { Radius = Chance(.4) ? null : new Miles(Pick<double>(1, 5, 7, 10, 25, 60, 100, 249, 250)) });
    }

    private TherapistBuilder Therapist(int id)
    {
        var draws = adversity == Adversity.Twins && id > 2 ? 0 : 1;
        var therapist = A.Therapist(id);
        if (adversity == Adversity.Twins && Chance(.8))
            return therapist.Offers("cdt", 135).Offers("mld").HomeVisitsWithin(10 * draws);
        if (Chance(.15))
            therapist.Unlicensed();
        for (var i = random.Next(3); i > 0; i--)
        {
            var status = Chance(.7) ? LicenceStatus.Active : Pick(Enum.GetValues<LicenceStatus>());
            therapist.LicensedIn(Pick(States), status, Pick(Ends), Pick<DateOnly?>(null, null, Today, Today.AddDays(1)), Pick("LMT", "LMT", "Cosmetologist"));
        }

        therapist.CheckedDaysAgo(Pick<int?>(0, 30, 30, 30, 119, 120, 121, null));
        if (Chance(.3))
            therapist.Excluded(Chance(.6) ? ExclusionStatus.Clear : Pick(Enum.GetValues<ExclusionStatus>()), Pick(0, 31, 32));
        therapist.Hours(Pick<int?>(null, 480, 550, 750, 1000), Pick<int?>(null, null, 499, 700));
        return Placed(Trained(Insured(therapist)), id).With(p => p with
        {
            IdentityConflict = Chance(.05),
            Exclusion = Chance(.1) ? null : p.Exclusion,
            LiabilityCoverUntil = Pick<DateOnly?>(null, null, null, Today, Today.AddDays(-1)),
            Referrals = Pick<ReferralRecord?>(null, new ReferralRecord(4, 4, 4), new ReferralRecord(10, 9, 5)),
        });
    }

    private TherapistBuilder Trained(TherapistBuilder therapist)
    {
        foreach (var modality in SmallKnowledge.Tables.Rows.Modalities.Where(_ => Chance(.35)))
        {
            if (modality.Code.Value != "swedish")
                therapist.Offers(modality.Code.Value, Pick<int?>(null, null, 39, 40, 134, 135));
        }

        foreach (var credential in SmallKnowledge.Tables.Rows.Credentials.Where(_ => Chance(.2)))
            therapist.Certified(credential.Code.Value, Pick<int?>(null, 10, 400), expires: Pick(Ends));
        return therapist;
    }

    private TherapistBuilder Insured(TherapistBuilder therapist)
    {
        if (Chance(.25) || adversity == Adversity.RareInsurer)
            therapist.TakesNoInsurance();
        if (adversity == Adversity.RareInsurer && Chance(.1))
            therapist.Takes(RareHealth);
        for (var i = random.Next(4); i > 0; i--)
        {
            var (insurer, network) = Pick<(Code<Insurer>, Code<Network>?)>(
                (Aetna, null), (Aetna, AetnaChoice), (Aetna, AetnaSelect), (Cigna, null), (Cigna, CignaOne), (StateFund, null), (CommunityCare, null), (RoadMutual, null));
            var zip = Pick(null, null, "13202", "10001");
            var method = Pick(FactMethod.InsurerFile, FactMethod.Organization, FactMethod.SelfReported);
            if (Chance(.75))
                therapist.Takes(insurer, network, method, Pick(-1, 0, 30, 200), Pick<bool?>(null, true, false), zip, Pick<DateOnly?>(null, Today.AddDays(30)), Pick(Ends));
            else
                therapist.IsOutOf(insurer, network, method, Pick(0, 30, 200), zip);
        }

        return therapist;
    }

    private TherapistBuilder Placed(TherapistBuilder therapist, int id)
    {
        if (Chance(.1))
            return therapist.Nowhere();
        var listings = random.Next(1, 4);
        for (var i = 0; i < listings; i++)
        {
            if (i > 0)
                therapist.AlsoAt((id * 100) + i);
            var from = TherapistBuilder.Said(Pick(0, 30, 31, 90, 91));
            therapist.At(Point()).InState(Pick(States)).InZip(Pick("13202", "10001")).Place(place => place with
            {
                HomeVisitRadius = Pick(Reaches),
                Setting = Pick<CareSetting?>(null, CareSetting.Clinic, CareSetting.HomeVisitOnly),
                EveningHours = Pick<bool?>(null, true, false),
                WheelchairAccessible = Pick<bool?>(null, true),
                Accepting = new Sourced<AcceptingPatients>(Chance(.7) ? AcceptingPatients.Yes : Pick(Enum.GetValues<AcceptingPatients>()), from),
                NextOpening = Pick<DateOnly?>(null, null, Today.AddDays(7), Today.AddDays(8)),
            });
        }

        return therapist.Speaks(Pick("en", "es", "es-MX")).Is(Pick(Enum.GetValues<Gender>()));
    }

    private OrderBuilder Cover(OrderBuilder order) => Pick(0, 0, 0, 1, 2, 3, 4, 5, 6, 7) switch
    {
        1 => order.On(Open),
        2 => order.On(Narrow),
        3 => order.CoveredBy(CoverageKind.SelfPay),
        4 => order.CoveredBy(Pick(CoverageKind.AutoPip, CoverageKind.WorkersComp, CoverageKind.Va)),
        5 => order.CoveredBy(CoverageKind.HealthPlan, Pick(Cigna, RareHealth)),
        6 => order.CoveredBy(CoverageKind.WorkersComp, StateFund),
        _ => adversity == Adversity.RareInsurer ? order.CoveredBy(CoverageKind.HealthPlan, RareHealth) : order,
    };

    private OrderBuilder Prefer(OrderBuilder order) => Chance(.4) ? order : order.Preferring(p => p with
    {
        Languages = Chance(.4) ? ["es"] : [],
        TherapistGender = Chance(.3) ? Pick(Enum.GetValues<Gender>()) : null,
        Settings = Chance(.2) ? [CareSetting.Clinic] : [],
        HomeVisit = Pick<bool?>(null, null, true, false),
        EveningHours = Chance(.3),
        WheelchairAccessible = Chance(.2),
        Required = Chance(.4) ? [.. Some(2, Enum.GetValues<Preference>())] : [],
    });

    private GeoPoint Point()
    {
        var spread = adversity == Adversity.Sparse ? 6.0 : .5;
        var (latitude, longitude) = adversity switch
        {
            Adversity.OneSpot or Adversity.Twins => (43.05, -76.15),
            Adversity.Poles => ((Chance(.5) ? 1 : -1) * (90 - (random.NextDouble() * .8)), (random.NextDouble() * 360) - 180),
            Adversity.Antimeridian => (-14 + random.NextDouble(), Chance(.5) ? 179.5 + (random.NextDouble() / 2) : -180 + (random.NextDouble() / 2)),
            _ => (43.05 + (spread * (random.NextDouble() - .5)), -76.15 + (spread * (random.NextDouble() - .5))),
        };
        return GeoPoint.Create(latitude, longitude);
    }

    private bool Chance(double probability) => random.NextDouble() < probability;

    private T Pick<T>(params ReadOnlySpan<T> values) => values[random.Next(values.Length)];

    private IEnumerable<T> Some<T>(int most, params T[] values) => Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => values[random.Next(values.Length)]).Distinct();

    private IEnumerable<string> Some(int most, string[] often, string[] rarely) => Some(most, Chance(.2) ? rarely : often);
}

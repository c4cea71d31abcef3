using System.Collections.Immutable;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Screening;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;
using Known = ReferralDirectory.Tests.Matches.Some;

namespace ReferralDirectory.Tests.Matches.Responses;

/// <summary>Answers as the matcher could give them, with every member there and not there, and with text that JSON must escape. The same seed gives the same ones.</summary>
internal sealed class RandomAnswers(int seed)
{
    private static readonly string[] Texts =
    [
        "", "a", "Main Street", "12 \"Rose\" Lane", "C:\\Clinic", "Núñez", "O'Brien & Sons <b>", "北京", "😀 well", "tab\there", "\u007f\u0001", "seven77", "eight888",
        "exactly sixteen!", "a longer text that is plain, and goes on for more than thirty-two characters", "a longer text that ends with a quotation mark\"",
    ];

    private readonly Random random = new(seed);

    public MatchAnswer Next() => new()
    {
        Screening = new ScreeningResult(Any<ScreeningOutcome>(), Some(Finding), Some(() => Any(Known.Cdt, Known.Swedish)), Some(() => Known.Requirement)),
        Total = random.Next(4) == 0 ? null : random.Next(1000),
        Results = Some(Hit),
        Funnel = Some(() => new FunnelStep(random.Next(4) == 0 ? null : Any<GateId>(), random.Next(9999), random.Next(9999))),
        Relaxations = Some(() => new Relaxation(RelaxationKind.RadiusMiles, Miles(), null, null, null, random.Next(9))),
        Radius = Maybe(Miles),
        RadiusChosen = Flip(),
        MinTier = random.Next(5),
    };

    private MatchHit Hit() => Known.Hit with
    {
        Rank = random.Next(1, 101),
        Therapist = Known.Therapist with
        {
            Id = new TherapistId(random.NextInt64(1, 1L << 40)),
            Synthetic = Flip(),
            Name = Sourced(new PersonName(Text(), Text(), MaybeText(), MaybeText())),
            Languages = Some(() => Sourced(Text())),
            Website = Flip() ? Sourced(Text()) : null,
        },
        Listing = Listing(),
        Mode = Any<VisitMode>(),
        Distance = Miles(),
        Score = random.Next(100_000_001),
        Components = Some(() => new RuleScore(Any<RuleId>(), Any(0, 1, 350_000, 1_000_000, random.Next(1_000_001)), random.Next(101), Evidence())),
        Gates = Some(() => new GateOutcome(Any<GateId>(), Flip(), Any("within-radius", "active-licence", "indicated", "other-network", "tier-too-low", "never-heard-of"), Evidence())),
        Vetting = Assessment(),
        Network = Flip() ? Network() : null,
        Cautions = Some(() => Any("accepting-unknown", "plan-not-confirmed", "never-heard-of")),
    };

    private Listing Listing() => new(new ListingId(random.NextInt64(1, 1L << 40)), Known.Place.Place with
    {
        Address = new PostalAddress(Text(), MaybeText(), Text(), Any([.. StateCode.All]), Known.Place.Place.Address.Zip),
        Point = GeoPoint.Create(Degrees(90), Degrees(180)),
        Phone = Flip() ? Known.Place.Place.Phone : null,
        Setting = Maybe(Any<CareSetting>),
        WheelchairAccessible = Maybe(Flip),
        SelfPayPriceUsd = Maybe(() => Any(125.0m, 125m, 99.95m, 0m, 1_000_000m)),
        Accepting = Sourced(Any<AcceptingPatients>()),
        NextOpening = Maybe(Day),
    });

    private Evidence Evidence() => random.Next(9) switch
    {
        0 => new FitEvidence(Some(Pair), [], []),
        1 => new TierEvidence(Assessment(), random.Next(5)),
        2 => Network(),
        3 => new DistanceEvidence(Miles(), Miles(), Any<VisitMode>()),
        4 => new AcceptingEvidence(Sourced(Any<AcceptingPatients>()), Maybe(Day), Maybe(Age)),
        5 => new RecordEvidence(Flip() ? new ReferralRecord(random.Next(99), random.Next(99), random.Next(99)) : null),
        6 => new PreferenceEvidence(Some(Any<Preference>), Some(Any<Preference>)),
        7 => new LicenceEvidence(Flip() ? Known.Licence with { Number = Text(), ExpiresOn = Maybe(Day), CheckedOn = Maybe(Day) } : null, Known.NewYork, Flip()),
        _ => new ExclusionEvidence(Flip() ? new ExclusionCheck(ExclusionStatus.Clear, Source()) : null),
    };

    private PairEvidence Pair() => new(
        Flip() ? Known.Lymphedema : null, Any(Known.Cdt, Known.Swedish), Maybe(Any<EvidenceGrade>), Any<TrainingEvidence>(), 1, MaybeText(),
        Any("ACP2017", "unlisted", null));

    private VettingAssessment Assessment() => new(
        random.Next(5), Known.NewYork, Some(Any<VettingGap>), Maybe(Day), Maybe(Day), Maybe(Age), Flip(), Maybe(Age), Any<Confidence>());

    private NetworkEvidence Network() => new(
        Any<NetworkStatus>(), Any<NetworkScope>(), Flip() ? Known.Fact with { Network = Flip() ? Known.Fact.Network : null, Source = Source() } : null, Maybe(Age));

    private Finding Finding() => new(Text(), Any<FindingLevel>(), Any<FindingScope>(), [], MaybeText(), MaybeText(), MaybeText(), MaybeText());

    private Provenance Source() => new(Text(), Any<FactMethod>(), Day());

    private Sourced<T> Sourced<T>(T value) => new(value, Source());

    private Miles Miles() => new(Any(0, 1, .95, 1.04, 2.25, 8, 250, random.NextDouble() * 250, Math.Round(random.NextDouble() * 250, 2)));

    private double Degrees(int most) => Any(Math.Round((random.NextDouble() - .5) * most, 4), Math.Round((random.NextDouble() - .5) * most, 2), (random.NextDouble() - .5) * most, 0, 1e-5, -1e-7);

    private DateOnly Day() => new DateOnly(2026, 1, 1).AddDays(random.Next(-700, 700));

    private int Age() => random.Next(2000);

    private string Text() => Any(Texts);

    private string? MaybeText() => Flip() ? Text() : null;

    private bool Flip() => random.Next(2) == 0;

    private T? Maybe<T>(Func<T> make)
        where T : struct => Flip() ? make() : null;

    private T Any<T>(params ReadOnlySpan<T> values) => values[random.Next(values.Length)];

    private T Any<T>()
        where T : struct, Enum => Any<T>(Enum.GetValues<T>());

    private ImmutableArray<T> Some<T>(Func<T> make) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => make())];
}

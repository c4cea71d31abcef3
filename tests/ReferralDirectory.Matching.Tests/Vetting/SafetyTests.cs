using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;
using static ReferralDirectory.Matching.Tests.Vetting.Records;

namespace ReferralDirectory.Matching.Tests.Vetting;

/// <summary>From what sources say to the answer: whom no order of imports and no weaker or routine word may bring back.</summary>
public sealed class SafetyTests
{
    private const string Npi = "npi:2000000010";
    private const string Licence = "licence:US-NY/12345";
    private const string OtherLicence = "licence:US-NJ/77";
    private const string Member = "member:a/1";
    private const string List = "exclusion list";
    private const string Listed = "entry";
    private const int Found = 50;

    private static readonly string[] Subjects = [Npi, Licence, Member];

    // The board's own "active" would be a stronger word, and is left out.
    private static readonly VerificationOutcome[] NotReinstated =
        [VerificationOutcome.Interim, VerificationOutcome.Inactive, VerificationOutcome.Expired, VerificationOutcome.Refuted];

    public static TheoryData<VerificationOutcome> Disqualifying { get; } =
    [
        VerificationOutcome.Refuted, VerificationOutcome.Expired, VerificationOutcome.Inactive, VerificationOutcome.Suspended, VerificationOutcome.Revoked,
        VerificationOutcome.Excluded, VerificationOutcome.PossibleMatch,
    ];

    [Theory]
    [MemberData(nameof(Disqualifying))]
    public void Whoever_is_unlicensed_disciplined_excluded_or_under_review_never_appears(VerificationOutcome outcome) => Holds(random =>
    {
        var flaw = outcome switch
        {
            VerificationOutcome.Excluded or VerificationOutcome.PossibleMatch =>
                Check(random.Pick(Subjects), VerificationAspect.Exclusion, outcome, reference: random.Pick("", Listed), daysLater: Found, source: List),

            // Discipline in another state keeps a good licence from being shown.
            VerificationOutcome.Suspended or VerificationOutcome.Revoked =>
                Check(random.Pick(Licence, OtherLicence), VerificationAspect.Licence, outcome, daysLater: Found),
            _ => Check(Licence, VerificationAspect.Licence, outcome, daysLater: Found),
        };
        return !Appears(random, flaw);
    });

    /// <summary>So that the property above cannot hold for want of people who would appear.</summary>
    [Fact]
    public void Whoever_is_none_of_these_appears() => Holds(random => Appears(random, flaw: null));

    private static bool Appears(Chance random, Verification? flaw)
    {
        var records = random.Some(random.ClaimedRecord).Append(Claim(Record("a", "1", npi: AnasNpi), LicenceStatus.Active)).ToArray();
        Verification[] sound =
        [
            Check(Licence, VerificationAspect.Licence, VerificationOutcome.Active, daysLater: Found - 10),
            Check(Npi, VerificationAspect.Exclusion, VerificationOutcome.Clear, daysLater: Found - 10, source: List),
        ];
        Verification[] ledger = [.. sound, .. flaw is null ? Array.Empty<Verification>() : [flaw, .. random.Some(() => random.Excuse(flaw))]];
        random.Shuffle(records);
        random.Shuffle(ledger);
        var therapists = IdentityGrouper.Group(records).Select((group, i) => Resolved(group, ledger, i + 1));
        var answer = Ranker.Match(Town.Compile(therapists), An.Order().AtTier(random.Next(2)).Build(), Town.Options);
        return answer.Total > 0;
    }

    private static TherapistProfile Resolved(IdentityGroup group, Verification[] ledger, int id)
    {
        var keys = group.Records.SelectMany(IdentityGrouper.KeysOf).Select(subject => subject.Key).ToHashSet(StringComparer.Ordinal);
        return TherapistResolver.Resolve(
            group, [.. ledger.Where(entry => keys.Contains(entry.Subject.Key))], new TherapistId(id), 1, key => new ListingId((id * 100) + key.Length));
    }

    private static SourceRecord Claim(SourceRecord record, LicenceStatus status) =>
        record.Holding("NY", "012345", status).Holding("NJ", "77").Offering("swedish").Taking("aetna").At("12 Main St", accepting: AcceptingPatients.Yes) with { LiabilityCover = true };

    private static void Holds(Func<Chance, bool> property) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(2026, 1121), FSharpOption<int>.None))),
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed => property(new Chance(seed))));

    private sealed class Chance(int seed)
    {
        private readonly Random random = new(seed);

        public int Next(int below) => random.Next(below);

        public T Pick<T>(params T[] values) => values[random.Next(values.Length)];

        public void Shuffle<T>(T[] values) => random.Shuffle(values);

        public ImmutableArray<T> Some<T>(Func<T> make) => [.. Enumerable.Range(0, random.Next(6)).Select(_ => make())];

        /// <summary>Another list that knows the same person, by licence and perhaps by NPI.</summary>
        public SourceRecord ClaimedRecord() => Claim(
            Record(Pick("b", "c", "d"), $"{random.Next(1_000_000)}", npi: Pick<Npi?>(AnasNpi, null), asOf: AnyDay()),
            Pick(LicenceStatus.Active, LicenceStatus.Active, LicenceStatus.ActiveWithConditions));

        /// <summary>An entry that sounds good, or milder than the flaw, and has no right to lift it.</summary>
        public Verification Excuse(Verification flaw) => flaw.Aspect == VerificationAspect.Licence ? LicenceExcuse(flaw.Subject.Key) : ExclusionExcuse(flaw);

        private Verification LicenceExcuse(string licence) => Pick(true, false)
            ? Entry(licence, VerificationAspect.Licence, Pick([VerificationOutcome.Active, .. NotReinstated]), WeakMethod())
            : Entry(licence, VerificationAspect.Licence, Pick(NotReinstated), FactMethod.PrimarySource);

        private Verification ExclusionExcuse(Verification flaw) => (Pick(1, 2, 3, 4), flaw.Outcome) switch
        {
            // Under the key of a confirmed exclusion only another list's word is weaker.
            (1, VerificationOutcome.Excluded) => ListedAsClear(flaw.Subject.Key, "another list"),

            // Of an entry it would say that it is no longer listed.
            (1, _) when flaw.Reference.Length > 0 => ListedAsClear(flaw.Subject.Key, List) with { CheckedOn = Day.AddDays(random.Next(Found + 1)) },
            (1, _) => ListedAsClear(Pick(Subjects), List),
            (2, _) => ListedAsClear(Pick(Subjects.Where(key => key != flaw.Subject.Key).ToArray()), List),
            (3, _) when flaw.Reference.Length > 0 => NamedDecision(flaw),
            (_, VerificationOutcome.Excluded) => Decision(FactMethod.Organization, AnyDay()),
            _ => Pick(Decision(FactMethod.SelfReported, AnyDay()), Decision(FactMethod.Organization, Day.AddDays(random.Next(Found + 1)))),
        };

        private Verification ListedAsClear(string subject, string list) =>
            Entry(subject, VerificationAspect.Exclusion, VerificationOutcome.Clear, FactMethod.PrimarySource) with { Source = list };

        private Verification Decision(FactMethod method, DateOnly day) =>
            Entry(Pick(Subjects), VerificationAspect.Exclusion, VerificationOutcome.Clear, method) with { Reference = Verification.Decision, CheckedOn = day };

        /// <summary>About another entry, one's own word, or about names alone where the match is exact.</summary>
        private Verification NamedDecision(Verification flaw)
        {
            var another = ExclusionDecisions.ReferenceOf(flaw with { Reference = "other" });
            var namesAlone = ExclusionDecisions.ReferenceOf(flaw with { Outcome = VerificationOutcome.PossibleMatch });
            return flaw.Outcome == VerificationOutcome.Excluded
                ? Decision(FactMethod.Organization, AnyDay()) with { Reference = Pick(another, namesAlone) }
                : Pick(Decision(FactMethod.Organization, AnyDay()) with { Reference = another }, Decision(FactMethod.SelfReported, AnyDay()) with { Reference = namesAlone });
        }

        private Verification Entry(string subject, VerificationAspect aspect, VerificationOutcome outcome, FactMethod method) =>
            Check(subject, aspect, outcome, method: method) with { CheckedOn = AnyDay() };

        private DateOnly AnyDay() => Day.AddDays(random.Next(3 * Found));

        private FactMethod WeakMethod() => Pick(FactMethod.InsurerFile, FactMethod.Organization, FactMethod.SelfReported, FactMethod.PublicReport);
    }
}

using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Screening;

/// <summary>
/// Reads an order against the safety rows, before any therapist is looked at. Every row that matches speaks. An absolute row of the
/// whole order blocks it; one of modalities strikes them out, and the order is blocked when that leaves nothing to do.
/// </summary>
public static class Screener
{
    public static ScreeningResult Screen(Order order, DateOnly serviceDate, KnowledgeTables knowledge) => ScreenWithPairs(order, serviceDate, knowledge).Result;

    /// <summary>With the modalities that are left for each diagnosis.</summary>
    internal static (ScreeningResult Result, AdmissiblePairs Pairs) ScreenWithPairs(Order order, DateOnly serviceDate, KnowledgeTables knowledge)
    {
        var spoken = RowsFor(order, knowledge).Where(row => row.EffectiveFrom <= serviceDate).Select(row => Speak(row, order, knowledge)).OfType<SpokenRow>().ToList();
        var findings = spoken.Select(row => row.Finding).ToList();
        var struckOut = knowledge.SetOf(findings.Where(f => f is { Level: FindingLevel.Absolute, Scope: FindingScope.Modalities }).SelectMany(f => f.Modalities));
        var acknowledged = order.AcknowledgesAdvisedAgainst && !order.Modalities.IsEmpty;
        var pairs = AdmissiblePairs.Of(order, serviceDate, knowledge, struckOut);
        var requirements = RequirementsOf(order, spoken, knowledge, serviceDate);
        var insistedIsStruckOut = knowledge.SetOf(order.Modalities).Overlaps(struckOut);
        var isStopped = OutcomeOf(findings, pairs, insistedIsStruckOut) is var soFar
            && (soFar == ScreeningOutcome.Blocked || (soFar == ScreeningOutcome.AdvisedAgainst && !acknowledged));
        findings.AddRange(OwnFindings(order, pairs, isStopped));

        var result = new ScreeningResult(
            OutcomeOf(findings, pairs, insistedIsStruckOut), [.. findings.OrderBy(f => f.Level)],
            [.. knowledge.CodesOf(struckOut)], requirements)
        {
            AdvisedAgainstAcknowledged = acknowledged,
        };
        return (result, pairs);
    }

    /// <summary>The rows that may speak.</summary>
    private static IEnumerable<ScreeningRow> RowsFor(Order order, KnowledgeTables knowledge) => knowledge.Screening.Touched(
        order.ScreeningAnswers is { IsDefault: false } answers ? answers : [],
        order.Diagnoses.SelectMany(diagnosis => diagnosis.Code is { } code ? [code.Value] : PrefixesOf(diagnosis, knowledge)));

    private static ScreeningOutcome OutcomeOf(List<Finding> findings, AdmissiblePairs pairs, bool insistedIsStruckOut)
    {
        if (insistedIsStruckOut || pairs.NothingLeft || findings.Any(f => f is { Level: FindingLevel.Absolute, Scope: FindingScope.Order }))
            return ScreeningOutcome.Blocked;
        if (findings.Any(f => f.Level == FindingLevel.AdvisedAgainst))
            return ScreeningOutcome.AdvisedAgainst;
        return findings.Any(f => f.Level == FindingLevel.Clearance) ? ScreeningOutcome.ClearanceRequired : ScreeningOutcome.Clear;
    }

    private static SpokenRow? Speak(ScreeningRow row, Order order, KnowledgeTables knowledge)
    {
        if (order.ScreeningAnswers is { IsDefaultOrEmpty: false } answers && row.Answers.FirstOrDefault(answers.Contains) is { } answer)
            return SpokenRow.For(row, answer);
        if (order.Diagnoses.FirstOrDefault(diagnosis => diagnosis.Code is { } code && Covers(row, code)) is { } coded)
            return SpokenRow.For(row, coded.ToString());

        // A condition named in words stands for all of its codes: the row speaks in full when it covers them all, as a caution when some.
        var named = order.Diagnoses.Where(diagnosis => diagnosis.Condition is not null).ToList();
        if (named.FirstOrDefault(diagnosis => PrefixesOf(diagnosis, knowledge) is { IsEmpty: false } all && all.All(prefix => CoversWhole(row, prefix))) is { } covered)
            return SpokenRow.For(row, covered.ToString());
        return named.FirstOrDefault(diagnosis => PrefixesOf(diagnosis, knowledge).Any(prefix => CoversSome(row, prefix))) is { } touched
            ? SpokenRow.Perhaps(row, touched.ToString()) : null;
    }

    /// <summary>A category or another code too short to bill may mean any code below it: the stricter reading counts.</summary>
    private static bool Covers(ScreeningRow row, Icd10Code code) =>
        CoversSome(row, code.Value)
        && (row.SeventhCharacters.Length == 0 || code.Value.Length < 7 || row.SeventhCharacters.Contains(code.Value[6], StringComparison.Ordinal));

    private static bool CoversWhole(ScreeningRow row, string prefix) =>
        row.SeventhCharacters.Length == 0 && row.Icd10Prefixes.Any(covered => prefix.StartsWith(covered, StringComparison.Ordinal));

    private static bool CoversSome(ScreeningRow row, string prefix) =>
        row.Icd10Prefixes.Any(covered => prefix.StartsWith(covered, StringComparison.Ordinal) || covered.StartsWith(prefix, StringComparison.Ordinal));

    private static ImmutableArray<string> PrefixesOf(Diagnosis diagnosis, KnowledgeTables knowledge) =>
        diagnosis.Condition is { } named && knowledge.Find(named) is { } condition ? condition.Icd10Prefixes : [];

    /// <param name="isStopped">Nothing is offered, so nothing is said of what would be.</param>
    private static IEnumerable<Finding> OwnFindings(Order order, AdmissiblePairs pairs, bool isStopped)
    {
        if (order.ScreeningAnswers is null or { IsDefaultOrEmpty: true })
            yield return Own(Finding.ScreeningNotAnswered, FindingLevel.Clearance, null);
        foreach (var unknown in pairs.All.Where(pair => !pair.Known && !isStopped))
            yield return Own(Finding.NoKnownIndication, FindingLevel.Info, unknown.Diagnosis?.ToString());
        yield return Own(Finding.NetworkIsNotABenefit, FindingLevel.Info, null);
    }

    private static Finding Own(string code, FindingLevel level, string? trigger) => new(code, level, FindingScope.Order, [], null, trigger, null, null);

    private static ImmutableArray<CredentialRequirement> RequirementsOf(Order order, List<SpokenRow> spoken, KnowledgeTables knowledge, DateOnly day)
    {
        var conditions = order.Diagnoses.SelectMany(diagnosis => PossibleConditionsOf(diagnosis, knowledge)).Select(condition => condition.Code).ToHashSet();
        var findings = spoken.Where(row => row.IsCertain).Select(row => row.Finding.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. knowledge.Rows.CredentialRequirements.Where(requirement => requirement.EffectiveFrom <= day
                && (requirement.Conditions.Any(conditions.Contains) || requirement.Findings.Any(findings.Contains) || requirement.Modalities.Any(order.Modalities.Contains))),
        ];
    }

    /// <summary>With those that a code too short to bill may mean.</summary>
    private static IEnumerable<Condition> PossibleConditionsOf(Diagnosis diagnosis, KnowledgeTables knowledge) =>
        AdmissiblePairs.ConditionsOf(diagnosis, knowledge).Concat(diagnosis.Code is { } code
            ? knowledge.Rows.Conditions.Where(condition => condition.Icd10Prefixes.Any(prefix => prefix.StartsWith(code.Value, StringComparison.Ordinal)))
            : []);

    /// <summary>A row that matches.</summary>
    /// <param name="IsCertain">False: it may apply, so it warns at most and asks for no credential.</param>
    private sealed record SpokenRow(Finding Finding, bool IsCertain)
    {
        public static SpokenRow For(ScreeningRow row, string trigger) => new(FindingOf(row, row.Level, trigger), true);

        public static SpokenRow Perhaps(ScreeningRow row, string trigger) =>
            new(FindingOf(row, row.Level == FindingLevel.Info ? FindingLevel.Info : FindingLevel.Caution, trigger), false);

        private static Finding FindingOf(ScreeningRow row, FindingLevel level, string trigger) =>
            new(row.Code, level, row.Scope, row.Modalities, row.Site, trigger, row.Text, row.Source);
    }
}

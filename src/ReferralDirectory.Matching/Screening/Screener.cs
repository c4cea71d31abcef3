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
    public static ScreeningResult Screen(Order order, DateOnly serviceDate, KnowledgeTables knowledge)
    {
        var findings = knowledge.Rows.Screening.Where(row => row.EffectiveFrom <= serviceDate).Select(row => Speak(row, order, knowledge)).OfType<Finding>().ToList();
        var struckOut = knowledge.SetOf(findings.Where(f => f is { Level: FindingLevel.Absolute, Scope: FindingScope.Modalities }).SelectMany(f => f.Modalities));
        var acknowledged = order.AcknowledgesAdvisedAgainst && !order.Modalities.IsEmpty;
        var pairs = AdmissiblePairs.Of(order, serviceDate, knowledge, struckOut);
        var requirements = RequirementsOf(order, findings, knowledge, serviceDate);
        findings.AddRange(OwnFindings(order, pairs));

        return new ScreeningResult(
            OutcomeOf(findings, pairs, knowledge.SetOf(order.Modalities).Overlaps(struckOut)), [.. findings.OrderBy(f => f.Level)],
            [.. knowledge.CodesOf(struckOut)], requirements)
        {
            AdvisedAgainstAcknowledged = acknowledged,
        };
    }

    private static ScreeningOutcome OutcomeOf(List<Finding> findings, AdmissiblePairs pairs, bool insistedIsStruckOut)
    {
        if (insistedIsStruckOut || pairs.NothingLeft || findings.Any(f => f is { Level: FindingLevel.Absolute, Scope: FindingScope.Order }))
            return ScreeningOutcome.Blocked;
        if (findings.Any(f => f.Level == FindingLevel.AdvisedAgainst))
            return ScreeningOutcome.AdvisedAgainst;
        return findings.Any(f => f.Level == FindingLevel.Clearance) ? ScreeningOutcome.ClearanceRequired : ScreeningOutcome.Clear;
    }

    private static Finding? Speak(ScreeningRow row, Order order, KnowledgeTables knowledge)
    {
        if (order.ScreeningAnswers is { } answers && row.Answers.FirstOrDefault(answers.Contains) is { } answer)
            return FindingOf(row, row.Level, answer);
        if (order.Diagnoses.FirstOrDefault(diagnosis => diagnosis.Code is { } code && Covers(row, code)) is { } coded)
            return FindingOf(row, row.Level, coded.ToString());

        // A condition named in words stands for all of its codes: the row speaks in full when it covers them all, as a caution when some.
        foreach (var named in order.Diagnoses.Where(diagnosis => diagnosis.Condition is not null && row.SeventhCharacters.Length == 0))
        {
            var prefixes = knowledge.Find(named.Condition!.Value)?.Icd10Prefixes ?? [];
            var covered = prefixes.Count(prefix => row.Icd10Prefixes.Any(rowPrefix => prefix.StartsWith(rowPrefix, StringComparison.Ordinal)));
            if (covered > 0)
                return FindingOf(row, covered == prefixes.Length ? row.Level : FindingLevel.Caution, named.ToString());
        }

        return null;
    }

    /// <summary>A category or another code too short to bill may mean any code below it: the stricter reading counts.</summary>
    private static bool Covers(ScreeningRow row, Icd10Code code) =>
        row.Icd10Prefixes.Any(prefix => code.StartsWith(prefix) || prefix.StartsWith(code.Value, StringComparison.Ordinal))
        && (row.SeventhCharacters.Length == 0 || code.Value.Length < 7 || row.SeventhCharacters.Contains(code.Value[6], StringComparison.Ordinal));

    private static Finding FindingOf(ScreeningRow row, FindingLevel level, string trigger) =>
        new(row.Code, level, row.Scope, row.Modalities, row.Site, trigger, row.Text, row.Source);

    private static IEnumerable<Finding> OwnFindings(Order order, AdmissiblePairs pairs)
    {
        if (order.ScreeningAnswers is null)
            yield return Own(Finding.ScreeningNotAnswered, FindingLevel.Clearance, null);
        foreach (var unknown in pairs.All.Where(pair => !pair.Known))
            yield return Own(Finding.NoKnownIndication, FindingLevel.Info, unknown.Diagnosis?.ToString());
        yield return Own(Finding.NetworkIsNotABenefit, FindingLevel.Info, null);
    }

    private static Finding Own(string code, FindingLevel level, string? trigger) => new(code, level, FindingScope.Order, [], null, trigger, null, null);

    private static ImmutableArray<CredentialRequirement> RequirementsOf(Order order, List<Finding> findings, KnowledgeTables knowledge, DateOnly day)
    {
        var conditions = order.Diagnoses.SelectMany(diagnosis => AdmissiblePairs.ConditionsOf(diagnosis, knowledge)).Select(condition => condition.Code).ToHashSet();

        // A row that only may apply (a caution made of a stricter row) asks for nothing.
        var codes = findings.Where(f => knowledge.Rows.Screening.Any(row => row.Code == f.Code && row.Level == f.Level)).Select(f => f.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. knowledge.Rows.CredentialRequirements.Where(requirement => requirement.EffectiveFrom <= day
                && (requirement.Conditions.Any(conditions.Contains) || requirement.Findings.Any(codes.Contains) || requirement.Modalities.Any(order.Modalities.Contains))),
        ];
    }
}

using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matches.Validation;

/// <summary>Whether the words of a request are known to the knowledge tables; what was perhaps meant, when they are not.</summary>
/// <param name="knowledge">The tables.</param>
/// <param name="release">Of ICD-10-CM; none when none was imported.</param>
/// <param name="clock">Says whether the release is that of the year.</param>
internal sealed class VocabularyChecks(KnowledgeTables knowledge, Icd10Release release, TimeProvider clock)
{
    /// <summary>The whole list of a year has about 75,000 codes: one of this size is taken as complete.</summary>
    private const int CompleteIcd10List = 50_000;

    public Flaw? Diagnosis(string text)
    {
        if (!Icd10Code.TryParse(text, out var code))
            return new Flaw("malformed-icd10", $"{Flaw.Quote(text)} is not an ICD-10-CM code: write a letter, a digit, and up to five more, such as M54.50.");
        return IsKnown(code) ? null : new Flaw("unknown-icd10", $"{Flaw.Quote(text)} is well formed, but ICD-10-CM has no such code. GET /v1/icd10?q= finds codes.");
    }

    public Flaw? Condition(string text) =>
        Code<Condition>.TryParse(text, out var code) && knowledge.Find(code) is not null ? null
            : Unknown("condition", text, "/v1/conditions", knowledge.Rows.Conditions.Select(row => (row.Code.Value, row.Name)));

    public Flaw? Modality(string text) =>
        Code<Modality>.TryParse(text, out var code) && knowledge.Find(code) is not null ? null
            : Unknown("modality", text, "/v1/modalities", knowledge.Rows.Modalities.Select(row => (row.Code.Value, row.Name)));

    public Flaw? ScreeningAnswer(string text) =>
        text == Matching.Knowledge.ScreeningAnswer.None || knowledge.Rows.ScreeningAnswers.Any(row => row.Code == text) ? null
            : Unknown("screening-answer", text, "/v1/knowledge", knowledge.Rows.ScreeningAnswers.Select(row => (row.Code, row.Text)));

    public Flaw? Insurer(string text)
    {
        var found = InsurerLookup.FindAll(knowledge, text);
        return found switch
        {
            [_] => null,
            [] => Unknown("insurer", text, "/v1/insurers", knowledge.Rows.Insurers.SelectMany(
                insurer => InsurerLookup.NamesOf(insurer).Select(name => (insurer.Id.Value, name)))),
            _ => new Flaw(
                "ambiguous-insurer",
                $"{Flaw.Quote(text)} is a name of several insurers: write one of {string.Join(", ", found.Take(5).Select(insurer => $"'{insurer.Id}'"))}."),
        };
    }

    public Flaw? Plan(Insurer insurer, string text)
    {
        if (InsurerLookup.FindPlan(knowledge, insurer, text) is not null)
            return null;
        var plans = knowledge.Rows.Plans.Where(plan => plan.Insurer == insurer.Id).ToList();
        return plans.Count == 0
            ? new Flaw("unknown-plan", $"No plans of {insurer.Name} are known: leave the plan out to match on the insurer.")
            : Unknown("plan", text, $"/v1/insurers/{insurer.Id}/plans", plans.Select(plan => (plan.Id.Value, plan.Name)));
    }

    /// <summary>A word of a closed list, such as the kinds of coverage.</summary>
    public static Flaw? OneOf(string text, IReadOnlyCollection<string> known) =>
        known.Contains(text, StringComparer.Ordinal) ? null
            : new Flaw("unknown-value", $"{Flaw.Quote(text)} is not one of {string.Join(", ", known)}.{NearNames.Suggest(text, known)}");

    /// <summary>
    /// The release of the year says what exists, and so does a whole list among the tables. A short list says what it knows, and a release of
    /// another year misses what came or went: there, a code in a chapter of ICD-10-CM is believed, so that an order with a valid but uncommon
    /// code is answered.
    /// </summary>
    private bool IsKnown(Icd10Code code) =>
        knowledge.TitleOf(code) is not null
        || !knowledge.ConditionsOf(code).IsEmpty
        || (release.IsInForceOn(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)) ? release.Holds(code)
            : knowledge.Rows.Icd10Titles.Length < CompleteIcd10List ? Icd10Chapters.Hold(code)
            : knowledge.Rows.Icd10Titles.Any(row => row.Code.StartsWith(code.Value)));

    private static Flaw Unknown(string what, string text, string route, IEnumerable<(string, string)> known)
    {
        var names = known.ToList();
        var either = names.Concat(names.Select(name => (name.Item1, name.Item1)));
        return new Flaw($"unknown-{what}", $"{Flaw.Quote(text)} is not a known {what.Replace('-', ' ')}.{NearNames.Suggest(text, either)} GET {route} lists all.");
    }
}

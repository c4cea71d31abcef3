using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>Reads the sources, the modalities, and what is known of conditions, diagnoses and dangers.</summary>
internal static class ClinicalRows
{
    private const char GroupSign = '@';

    private static readonly ImmutableArray<string> ModalityGroups = [Modality.MassageGroup, "lymphatic", "bodywork", "specialty", "adjunct"];

    public static ImmutableArray<KnowledgeSource> Sources(KnowledgeDirectory tables) => tables.Read(
        KnowledgeFile.Sources,
        cells => new KnowledgeSource(cells.Text("id"), cells.Text("citation"), cells.Text("kind"), cells.Text("licence"), cells.Sureness()));

    public static ImmutableArray<Modality> Modalities(KnowledgeDirectory tables) => tables.Read(
        KnowledgeFile.Modalities,
        cells => new Modality(cells.OwnCode<Modality>("code"), cells.Text("name"), Group(cells), cells.Text("description"), cells.Source()));

    public static ImmutableArray<Condition> Conditions(KnowledgeDirectory tables) => tables.Read(
        KnowledgeFile.Conditions,
        cells => new Condition(cells.OwnCode<Condition>("code"), cells.Text("name"), cells.Icd10Prefixes("icd10Prefixes"), cells.TextOrNull("notes")));

    public static ImmutableArray<Icd10Title> Icd10Titles(KnowledgeDirectory tables) => tables.Read(
        KnowledgeFile.Icd10Titles,
        cells => new Icd10Title(cells.Icd10("code"), cells.Text("title")));

    public static ImmutableArray<Indication> Indications(KnowledgeDirectory tables, ImmutableArray<Modality> modalities) =>
        [.. tables.Read(KnowledgeFile.Indications, cells => IndicationsOf(cells, modalities)).SelectMany(indications => indications)];

    public static ImmutableArray<ScreeningAnswer> ScreeningAnswers(KnowledgeDirectory tables) => tables.Read(
        KnowledgeFile.ScreeningAnswers,
        cells => new ScreeningAnswer(cells.OwnCode<ScreeningAnswer>("code").Value, cells.Text("question"), cells.Text("text")));

    public static ImmutableArray<ScreeningRow> Screening(KnowledgeDirectory tables) => tables.Read(KnowledgeFile.Screening, cells =>
    {
        var row = new ScreeningRow(
            cells.OwnCode<ScreeningRow>("code").Value, cells.Word<FindingLevel>("level"), cells.Word<FindingScope>("scope"),
            cells.Icd10Prefixes("icd10Prefixes"), SeventhCharacters(cells), cells.Names("answers", KnowledgeFile.ScreeningAnswers),
            cells.References<Modality>("modalities", KnowledgeFile.Modalities), cells.TextOrNull("site"), cells.Text("text"), cells.Source(),
            cells.Sureness(), cells.Date("effectiveFrom"));
        CheckScreening(row, cells);
        return row;
    });

    private static string Group(KnowledgeCells cells)
    {
        var group = cells.Text("group");
        if (!ModalityGroups.Contains(group, StringComparer.Ordinal))
            cells.Refuse("group", "unknown-group", group, $"Write one of: {string.Join(", ", ModalityGroups)}.");
        return group;
    }

    /// <summary>The row as it stands, or one row for each modality of the group that it names.</summary>
    private static IEnumerable<Indication> IndicationsOf(KnowledgeCells cells, ImmutableArray<Modality> modalities)
    {
        var direction = cells.Word<IndicationDirection>("direction");
        var isGroup = cells.Text("modality").StartsWith(GroupSign);
        var row = new Indication(
            cells.Reference<Condition>("condition", KnowledgeFile.Conditions),
            isGroup ? default : cells.Reference<Modality>("modality", KnowledgeFile.Modalities), direction, Grade(cells, direction),
            cells.TextOrNull("limits"), isGroup, cells.Source(), cells.Sureness(), cells.Date("effectiveFrom"));
        return isGroup ? MembersOf(cells, modalities).Select(member => row with { Modality = member }) : [row];
    }

    private static IEnumerable<Code<Modality>> MembersOf(KnowledgeCells cells, ImmutableArray<Modality> modalities)
    {
        var group = cells.Text("modality").TrimStart(GroupSign);
        if (!ModalityGroups.Contains(group, StringComparer.Ordinal))
            cells.Refuse("modality", "unknown-modality", cells.Text("modality"), $"After {GroupSign} write one of: {string.Join(", ", ModalityGroups)}.");
        return modalities.Where(modality => modality.Group == group).Select(modality => modality.Code);
    }

    private static EvidenceGrade? Grade(KnowledgeCells cells, IndicationDirection direction)
    {
        var text = cells.TextOrNull("grade");
        if (direction != IndicationDirection.Benefit)
        {
            if (text is not null)
                cells.Refuse("grade", "grade-without-benefit", text, "Only a benefit has a grade: empty the cell.");
            return null;
        }

        if (text is "A" or "B" or "C" or "D")
            return Enum.Parse<EvidenceGrade>(text);
        cells.Refuse("grade", "bad-grade", text, "Write the grade of the benefit: A, B, C or D.");
        return null;
    }

    private static string SeventhCharacters(KnowledgeCells cells)
    {
        var characters = cells.List("seventhCharacter");
        foreach (var bad in characters.Where(item => item is not [>= 'A' and <= 'Z' or >= '0' and <= '9']))
            cells.Refuse("seventhCharacter", "bad-seventh-character", bad, "Write single capital letters or digits with spaces between them: A B C.");
        return string.Concat(characters);
    }

    private static void CheckScreening(ScreeningRow row, KnowledgeCells cells)
    {
        if (row.Icd10Prefixes.IsEmpty && row.Answers.IsEmpty)
            cells.Refuse("icd10Prefixes", "row-without-trigger", null, "The row would never speak: name prefixes or answers.");
        if (row.SeventhCharacters.Length > 0 && row.Icd10Prefixes.IsEmpty)
            cells.Refuse("seventhCharacter", "bad-seventh-character", row.SeventhCharacters, "It narrows prefixes: name some or empty the cell.");
        if (row.Answers.Contains(ScreeningAnswer.None, StringComparer.Ordinal))
            cells.Refuse("answers", "unknown-screening-answer", ScreeningAnswer.None, "'None of these' triggers nothing: remove it.");
        if (row.Scope == FindingScope.Modalities == row.Modalities.IsEmpty)
            cells.Refuse("modalities", "scope-mismatch", null, "Name modalities when, and only when, the scope is modalities.");
        if (row.Scope == FindingScope.Site == row.Site is null)
            cells.Refuse("site", "scope-mismatch", row.Site, "Name the site when, and only when, the scope is site.");
    }
}

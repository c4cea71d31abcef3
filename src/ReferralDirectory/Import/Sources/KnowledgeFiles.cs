using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>
/// Reads a directory of reference tables: the seed data, or an operator's own files of the same shape. The tables replace the old ones
/// whole, so all files must be there; all that is wrong in any of them is reported at once.
/// </summary>
internal static class KnowledgeFiles
{
    public static StagedImport Read(string directory, ImportErrors errors)
    {
        var tables = new KnowledgeDirectory(directory);
        var rows = RowsOf(tables);
        CheckWhole(tables, rows);

        var before = errors.Count;
        foreach (var file in KnowledgeFile.All)
            errors.Merge(tables.ErrorsOf(file));
        return new StagedImport { Rows = tables.Count, Knowledge = errors.Count > before ? null : rows };
    }

    private static KnowledgeRows RowsOf(KnowledgeDirectory tables)
    {
        var modalities = ClinicalRows.Modalities(tables);
        var networks = InsurerRows.Networks(tables);
        return new KnowledgeRows
        {
            Version = KnowledgeVersion.Of(tables),
            Sources = ClinicalRows.Sources(tables),
            Modalities = modalities,
            Conditions = ClinicalRows.Conditions(tables),
            Icd10Titles = ClinicalRows.Icd10Titles(tables),
            Indications = ClinicalRows.Indications(tables, modalities),
            Screening = ClinicalRows.Screening(tables),
            ScreeningAnswers = ClinicalRows.ScreeningAnswers(tables),
            Credentials = CredentialRows.Credentials(tables),
            CredentialRequirements = CredentialRows.Requirements(tables),
            StateRules = CredentialRows.StateRules(tables),
            StateZones = CredentialRows.StateZones(tables),
            Insurers = InsurerRows.Insurers(tables),
            Networks = networks,
            Plans = InsurerRows.Plans(tables, networks),
        };
    }

    /// <summary>What no single row shows: what is missing, never used, or too much.</summary>
    private static void CheckWhole(KnowledgeDirectory tables, KnowledgeRows rows)
    {
        if (rows.Modalities.Length > ModalitySet.Capacity)
        {
            tables.ErrorsOf(KnowledgeFile.Modalities).Add(
                null, "code", "too-many-modalities", $"{rows.Modalities.Length}", $"At most {ModalitySet.Capacity} are supported: merge some.");
        }

        foreach (var state in StateCode.All.Where(state => !tables.Defines(KnowledgeFile.StateZones, state.ToString())))
            tables.ErrorsOf(KnowledgeFile.StateZones).Add(null, "state", "missing-state", state.ToString(), "Every state needs its time zone: add a row.");
        CheckAnswers(tables, rows);
    }

    private static void CheckAnswers(KnowledgeDirectory tables, KnowledgeRows rows)
    {
        var errors = tables.ErrorsOf(KnowledgeFile.ScreeningAnswers);
        if (!tables.Defines(KnowledgeFile.ScreeningAnswers, ScreeningAnswer.None))
            errors.Add(null, "code", "missing-row", ScreeningAnswer.None, "Offices must be able to say that nothing applies: add the answer.");
        if (!tables.IsReadable(KnowledgeFile.Screening))
            return;

        var used = rows.Screening.SelectMany(row => row.Answers).Append(ScreeningAnswer.None).ToHashSet(StringComparer.Ordinal);
        foreach (var row in tables.RowsOf(KnowledgeFile.ScreeningAnswers).Where(row => !used.Contains(row["code"])))
            errors.Add(row.Line, "code", "unused-screening-answer", row["code"], "No screening row names it, so ticking it would do nothing: name it in one.");
    }
}

using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Screening;

/// <summary>
/// Which modalities the tables support for each diagnosis of an order. Of several rows about one modality, one written for it beats one
/// for its group, the stricter direction beats the milder, and the weaker grade the stronger. Without a diagnosis there is one entry
/// that stands for "no condition named".
/// </summary>
internal sealed record AdmissiblePairs(ImmutableArray<DiagnosisPairs> All)
{
    /// <summary>The first diagnosis: the one that the gate asks about.</summary>
    public DiagnosisPairs Primary => All[0];

    /// <summary>Something would have helped the first diagnosis, and screening struck out all of it.</summary>
    public bool NothingLeft => Primary.Supported.IsEmpty && Primary.LostToScreening;

    public static AdmissiblePairs Of(Order order, DateOnly day, KnowledgeTables knowledge, ModalitySet struckOut) =>
        new(order.Diagnoses.IsEmpty
            ? [Neutral(null, order, knowledge, struckOut)]
            : [.. order.Diagnoses.Select(diagnosis => Of(diagnosis, order, day, knowledge, struckOut))]);

    public static IEnumerable<Condition> ConditionsOf(Diagnosis diagnosis, KnowledgeTables knowledge) =>
        diagnosis.Code is { } code ? knowledge.ConditionsOf(code)
        : diagnosis.Condition is { } named && knowledge.Find(named) is { } condition ? [condition] : [];

    /// <summary>One row of each modality: the one that rules for the conditions together.</summary>
    public static IReadOnlyCollection<Indication> RulingRows(IEnumerable<Code<Condition>> conditions, DateOnly day, KnowledgeTables knowledge)
    {
        var ruling = new Dictionary<Code<Modality>, Indication>();
        foreach (var condition in conditions)
        {
            var own = new Dictionary<Code<Modality>, Indication>();
            foreach (var row in knowledge.IndicationsOf(condition, day))
                Keep(own, row, IsMoreSpecific);
            foreach (var row in own.Values)
                Keep(ruling, row, IsStricter);
        }

        return ruling.Values;
    }

    private static DiagnosisPairs Of(Diagnosis diagnosis, Order order, DateOnly day, KnowledgeTables knowledge, ModalitySet struckOut)
    {
        var rows = RulingRows(ConditionsOf(diagnosis, knowledge).Select(condition => condition.Code), day, knowledge)
            .Where(row => knowledge.OrdinalOf(row.Modality) >= 0)
            .ToList();
        if (rows.Count == 0)
            return Neutral(diagnosis, order, knowledge, struckOut);

        var byOrdinal = new Indication?[ModalitySet.Capacity];
        var supported = ModalitySet.Empty;
        foreach (var row in rows)
        {
            // What is done against advice is worth the neutral fit: no grade speaks for it.
            var insistedAnyway = order.AcknowledgesAdvisedAgainst && row.Direction == IndicationDirection.Against && order.Modalities.Contains(row.Modality);
            var ordinal = knowledge.OrdinalOf(row.Modality);
            byOrdinal[ordinal] = insistedAnyway ? row with { Direction = IndicationDirection.Benefit, Grade = null } : row;
            if (insistedAnyway || row.Direction == IndicationDirection.Benefit)
                supported |= ModalitySet.Of(ordinal);
        }

        return new DiagnosisPairs(diagnosis, true, supported.Except(struckOut), struckOut, supported.Overlaps(struckOut), [.. byOrdinal]);
    }

    private static DiagnosisPairs Neutral(Diagnosis? diagnosis, Order order, KnowledgeTables knowledge, ModalitySet struckOut)
    {
        var wanted = order.Modalities.IsEmpty ? knowledge.SetOfGroup(Modality.MassageGroup) : knowledge.SetOf(order.Modalities);
        return new DiagnosisPairs(diagnosis, false, wanted.Except(struckOut), struckOut, wanted.Overlaps(struckOut), []);
    }

    private static void Keep(Dictionary<Code<Modality>, Indication> rows, Indication row, Func<Indication, Indication, bool> rulesBefore)
    {
        if (!rows.TryGetValue(row.Modality, out var held) || rulesBefore(row, held))
            rows[row.Modality] = row;
    }

    private static bool IsMoreSpecific(Indication row, Indication held) => row.FromGroup != held.FromGroup ? held.FromGroup : IsStricter(row, held);

    private static bool IsStricter(Indication row, Indication held) =>
        row.Direction != held.Direction ? row.Direction > held.Direction : Comparer<EvidenceGrade?>.Default.Compare(row.Grade, held.Grade) > 0;
}

/// <summary>The modalities for one diagnosis.</summary>
/// <param name="Diagnosis">Null: no condition was named.</param>
/// <param name="Known">False: no row speaks of it; the supported modalities are then the neutral ones.</param>
/// <param name="Supported">Of benefit and not struck out.</param>
/// <param name="LostToScreening">Screening took at least one that would have been of benefit.</param>
/// <param name="RowByOrdinal">The ruling row of each modality in the catalogue; empty when not known.</param>
internal sealed record DiagnosisPairs(
    Diagnosis? Diagnosis, bool Known, ModalitySet Supported, ModalitySet StruckOut, bool LostToScreening, ImmutableArray<Indication?> RowByOrdinal);

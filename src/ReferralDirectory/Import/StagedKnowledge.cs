using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Store;

namespace ReferralDirectory.Import;

/// <summary>Stores knowledge tables, all or none of them: their rows refer to each other.</summary>
internal static class StagedKnowledge
{
    public static RowCounts Store(WriteUnit unit, KnowledgeRows? staged, int rows)
    {
        if (staged is null)
            return default;
        if (string.Equals(staged.Version, unit.State.KnowledgeVersion, StringComparison.Ordinal))
            return new RowCounts(0, 0, rows);
        var isFirst = string.Equals(unit.State.KnowledgeVersion, KnowledgeStore.NoVersion, StringComparison.Ordinal);
        KnowledgeStore.Replace(unit.Context, staged);
        unit.State.KnowledgeVersion = staged.Version;
        unit.NoteKnowledge();
        return isFirst ? new RowCounts(rows, 0, 0) : new RowCounts(0, rows, 0);
    }
}

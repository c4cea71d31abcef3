using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Packing;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// Unpacks and compiles therapists. Whoever was asked for lately is remembered, each in a place that its id tells, until another takes
/// it: the people who are shown over and over cost nothing. Thread-safe; an index and those that follow it share one.
/// </summary>
internal sealed class TherapistUnpacker(KnowledgeTables knowledge)
{
    /// <summary>The most that are remembered.</summary>
    public const int Places = Row * Row;

    /// <summary>Rows of places come into being as ids need them.</summary>
    private const int RowBits = 8;
    private const int Row = 1 << RowBits;

    private readonly Remembered?[]?[] rows = new Remembered?[Row][];

    public KnowledgeTables Knowledge { get; } = knowledge;

    /// <summary>For one of few: remembered.</summary>
    public CompiledTherapist Recall(PackedTherapist therapist)
    {
        var row = rows[(therapist.Id.Value >> RowBits) & (Row - 1)] ??= new Remembered?[Row];
        ref var place = ref row[therapist.Id.Value & (Row - 1)];
        if (place is { } remembered && ReferenceEquals(remembered.Packed, therapist))
            return remembered.Compiled;
        var compiled = new CompiledTherapist(therapist.Unpack(), Knowledge);
        place = new Remembered(therapist, compiled);
        return compiled;
    }

    /// <summary>For one of thousands, to make columns from: not remembered, and without what is only shown.</summary>
    public CompiledTherapist UnpackForColumns(PackedTherapist therapist) => new(therapist.UnpackForColumns(), Knowledge);

    private sealed record Remembered(PackedTherapist Packed, CompiledTherapist Compiled);
}

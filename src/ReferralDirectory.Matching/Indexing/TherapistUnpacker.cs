using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Packing;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>
/// Unpacks and compiles therapists. Whoever is asked for again is remembered, on a shelf with a few others that its id tells, until
/// newer ones have taken the places there: the people who are shown over and over cost nothing, and those who are shown once are no
/// burden to the collector. Thread-safe; an index and those that follow it share one.
/// </summary>
internal sealed class TherapistUnpacker(KnowledgeTables knowledge)
{
    /// <summary>The most that are remembered.</summary>
    public const int Places = Shelves * PerShelf;

    private const int Shelves = 1 << 14;

    /// <summary>With one place, two people who are both shown often would take it from each other, however many places stand empty.</summary>
    private const int PerShelf = 4;

    private readonly Remembered?[]?[] shelves = new Remembered?[Shelves][];

    /// <summary>The ids of those who were asked for once, each in a place that it tells.</summary>
    private readonly long[] askedOnce = new long[Places];

    public KnowledgeTables Knowledge { get; } = knowledge;

    /// <summary>For one of few: remembered from the second time on.</summary>
    public CompiledTherapist Recall(PackedTherapist therapist)
    {
        var shelf = shelves[therapist.Id.Value & (Shelves - 1)] ??= new Remembered?[PerShelf];
        foreach (var remembered in shelf)
        {
            if (remembered is not null && ReferenceEquals(remembered.Packed, therapist))
                return remembered.Compiled;
        }

        var compiled = new CompiledTherapist(therapist.Unpack(), Knowledge);
        ref var asked = ref askedOnce[therapist.Id.Value & (Places - 1)];
        if (asked != therapist.Id.Value)
        {
            asked = therapist.Id.Value;
            return compiled;
        }

        // The newest stands first. Where two threads do this at once, somebody may be forgotten, or stand there twice.
        for (var place = PerShelf - 1; place > 0; place--)
            shelf[place] = shelf[place - 1];
        shelf[0] = new Remembered(therapist, compiled);
        return compiled;
    }

    /// <summary>For one of thousands, to make columns from: not remembered, and without what is only shown.</summary>
    public CompiledTherapist UnpackForColumns(PackedTherapist therapist) => new(therapist.UnpackForColumns(), Knowledge);

    private sealed record Remembered(PackedTherapist Packed, CompiledTherapist Compiled);
}

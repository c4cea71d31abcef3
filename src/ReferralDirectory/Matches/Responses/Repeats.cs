using ReferralDirectory.Platform;

namespace ReferralDirectory.Matches.Responses;

/// <summary>
/// Members of an array, written again as they were written before when the same is to be said: the therapists of an answer share most of
/// the reasons that are about the order.
/// </summary>
/// <param name="json">Where both times are.</param>
/// <param name="kinds">What is compared only with its own kind.</param>
/// <param name="write">One object, a function of nothing but the values of what it is given.</param>
internal sealed class Repeats<T>(JsonText json, int kinds, Action<T> write)
    where T : class, IEquatable<T>
{
    /// <summary>Of a kind, an answer seldom says more than a few different things about the order.</summary>
    private const int Kept = 4;

    private readonly (T Said, int Start, int Length)[] before = new (T, int, int)[kinds * Kept];
    private readonly int[] counts = new int[kinds];

    public void Write(int kind, T said)
    {
        var ofKind = before.AsSpan(kind * Kept, Kept);
        foreach (ref readonly var known in ofKind[..Math.Min(counts[kind], Kept)])
        {
            if (said.Equals(known.Said))
            {
                json.Again(known.Start, known.Length);
                return;
            }
        }

        var start = json.Position;
        write(said);
        ofKind[counts[kind]++ % Kept] = (said, start, json.Position - start);
    }
}

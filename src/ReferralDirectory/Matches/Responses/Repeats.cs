using ReferralDirectory.Platform;

namespace ReferralDirectory.Matches.Responses;

/// <summary>
/// Members of an array, written again as they were written last when the same is to be said: neighbours in an answer share most of
/// their reasons.
/// </summary>
/// <param name="json">Where both times are.</param>
/// <param name="kinds">What is compared only with its own kind.</param>
/// <param name="write">One object, a function of nothing but the values of what it is given.</param>
internal sealed class Repeats<T>(JsonText json, int kinds, Action<T> write)
    where T : class, IEquatable<T>
{
    private readonly (T? Said, Range Where)[] last = new (T?, Range)[kinds];

    public void Write(int kind, T said)
    {
        ref var before = ref last[kind];
        if (said.Equals(before.Said))
        {
            json.Again(before.Where);
            return;
        }

        json.Separate();
        var start = json.Length;
        write(said);
        before = (said, start..json.Length);
    }
}

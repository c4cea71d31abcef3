namespace ReferralDirectory.Benchmarks.Peers;

/// <summary>Holds an engine's answers to those of brute force.</summary>
internal static class Agreement
{
    /// <summary>Millionths of a point by which a score may differ that was computed in another language's doubles.</summary>
    private const int Tolerance = 20;

    /// <exception cref="InvalidOperationException">An answer differs by more than rounding.</exception>
    public static void Check(IEngine engine, PeerQuestion[] questions, Hit[][] judged)
    {
        for (var i = 0; i < questions.Length; i++)
        {
            var answer = engine.Answer(questions[i]);
            if (!Agree(judged[i], answer))
                throw new InvalidOperationException($"{engine.Name} answers question {i} otherwise than brute force: {Text(answer)} instead of {Text(judged[i])}.");
        }
    }

    private static bool Agree(Hit[] judged, Hit[] answer)
    {
        if (answer.Length != judged.Length)
            return false;
        for (var i = 0; i < judged.Length; i++)
        {
            if (answer[i] != judged[i] && !(Math.Abs(answer[i].Score - judged[i].Score) <= Tolerance && (answer[i].Therapist == judged[i].Therapist || IsNearTie(judged, i))))
                return false;
        }

        return true;
    }

    /// <summary>Scores that rounding could bring into another order; the last may tie with one that was left out.</summary>
    private static bool IsNearTie(Hit[] judged, int place) =>
        judged[place].Score - judged[^1].Score <= Tolerance
        || (place > 0 && IsUnequalTie(judged[place - 1], judged[place])) || IsUnequalTie(judged[place], judged[place + 1]);

    /// <summary>Equal scores are put in order by the draw, which everybody computes alike.</summary>
    private static bool IsUnequalTie(Hit left, Hit right) => left.Score - right.Score is > 0 and <= Tolerance;

    private static string Text(Hit[] hits) => string.Join(' ', hits.Select(hit => $"{hit.Therapist}:{hit.Score}"));
}

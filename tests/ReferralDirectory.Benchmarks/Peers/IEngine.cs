namespace ReferralDirectory.Benchmarks.Peers;

/// <summary>Whatever can answer a question: ours, or what somebody would use instead.</summary>
internal interface IEngine
{
    string Name { get; }

    /// <summary>What it keeps of the listings, in memory or on disk.</summary>
    long Bytes { get; }

    /// <summary>The best therapists in the order of results, as many as were asked for.</summary>
    Hit[] Answer(PeerQuestion question);
}

/// <param name="Therapist">The id.</param>
/// <param name="Score">In millionths of a point.</param>
internal readonly record struct Hit(long Therapist, long Score);

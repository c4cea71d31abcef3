using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.LiveIndex;

/// <summary>The days for which an index has to be ready.</summary>
internal static class DaysInUse
{
    /// <summary>How long before its first midnight a day is made ready: a million listings take half a minute.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromHours(1);

    /// <summary>Today, in every state, and what it will be soon: two days for most of the time, since a day begins in Guam while it is the morning before in New York.</summary>
    public static DateOnly[] At(DateTimeOffset now, KnowledgeTables knowledge) =>
        [.. new[] { now, now + Ahead }.SelectMany(moment => StateCode.All.Select(state => knowledge.DayIn(state, moment))).Distinct().Order()];
}

using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import;

/// <summary>What the caller says of a register's file that the file itself does not tell.</summary>
internal sealed record FeedOptions
{
    /// <summary>The day of which the file is true; null: as its name says, else the day on which it was last written.</summary>
    public DateOnly? AsOf { get; init; }

    public FeedMode Mode { get; init; } = FeedMode.Full;

    public Code<Insurer>? Insurer { get; init; }

    public StateCode? State { get; init; }

    /// <summary>A code of the NUCC taxonomy, where the file holds many professions.</summary>
    public string? Taxonomy { get; init; }

    public NpiPolicy Npi { get; init; } = NpiPolicy.Lenient;
}

/// <summary>A whole file says by silence that somebody is no longer there; a supplement says nothing of those it does not name.</summary>
internal enum FeedMode { Full, Supplement }

/// <summary>What becomes of a file with numbers whose check digit is wrong: refused, or read without those rows and with a warning for each.</summary>
internal enum NpiPolicy { Lenient, Strict }

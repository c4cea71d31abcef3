namespace ReferralDirectory.Matching.Vetting.Linkage;

/// <summary>Where the three zones end, and how much is compared.</summary>
public sealed record LinkageOptions
{
    public static LinkageOptions Default { get; } = new();

    /// <summary>From this probability on, two records are merged, when nothing else stands against it.</summary>
    public double MergeFrom { get; init; } = .99;

    /// <summary>From this probability on, a person should look.</summary>
    public double ReviewFrom { get; init; } = .5;

    /// <summary>A second candidate of the same organisation that has no more than so many bits less makes a link ambiguous.</summary>
    public double MarginBits { get; init; } = 6;

    /// <summary>A blocking key that more records share is not used.</summary>
    public int MostOfABlock { get; init; } = 150;
}

namespace ReferralDirectory.Matching.Vetting.Linkage;

/// <summary>Numbers that look random and follow from a seed (Steele, Lea, Flood 2014): the same records give the same sample.</summary>
internal struct SplitMix(ulong seed)
{
    private ulong state = seed;

    /// <summary>0 … <paramref name="below"/> − 1.</summary>
    public long Next(long below)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (long)Math.BigMul(mixed ^ (mixed >> 31), (ulong)below, out _);
    }
}

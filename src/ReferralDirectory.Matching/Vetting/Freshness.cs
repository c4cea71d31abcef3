namespace ReferralDirectory.Matching.Vetting;

/// <summary>How a fact stands to its clock (see <see cref="FactClock"/>).</summary>
public enum Freshness
{
    Current,

    /// <summary>Past its date: it is marked as due.</summary>
    Due,

    /// <summary>So long past its date that less is held of it.</summary>
    Lowered,

    /// <summary>A directory fact that nobody confirmed for so long that it is shown only to those who ask for it.</summary>
    Hidden,
}

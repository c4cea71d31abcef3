using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Profiles;

/// <summary>Something that speaks against a fact of the directory without changing what is stated.</summary>
/// <param name="Aspect">Of the fact: address, phone, accepting or network.</param>
/// <param name="Reference"><c>insurer</c> or <c>insurer/network</c> where the aspect is a network; else empty.</param>
/// <param name="Zip">Null: at every listing.</param>
public sealed record Doubt(DoubtKind Kind, VerificationAspect Aspect, string Reference, ZipCode? Zip, DateOnly Since);

public enum DoubtKind
{
    /// <summary>Independent reports by the public say otherwise, nobody has answered or checked since, and the directory still says the same.</summary>
    Disputed,

    /// <summary>Two sources of about the same time state different things, and no check has settled it.</summary>
    SourcesDisagree,

    /// <summary>Mail came back from the address, and nobody has confirmed it since.</summary>
    ReturnedMail,
}

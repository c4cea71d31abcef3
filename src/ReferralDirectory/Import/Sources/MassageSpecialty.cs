using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>Tells massage therapists from other providers by what an insurer calls their specialty: in words, by title or by the NUCC code.</summary>
internal static class MassageSpecialty
{
    private const string Taxonomy = "225700000x";

    public static bool Is(string specialty) => FoldedText.Words(specialty).Any(word => word is "massage" or "lmt" or Taxonomy);
}

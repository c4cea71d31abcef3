namespace ReferralDirectory.Quality;

/// <summary>The answer about the demonstration data on 21 November 2026 that the OpenAPI document shows.</summary>
internal static class QualityExamples
{
    public const string Quality = """
        {}
        """;
}

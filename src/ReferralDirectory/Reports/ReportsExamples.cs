namespace ReferralDirectory.Reports;

/// <summary>The report that the OpenAPI document shows, and what was answered on Saturday, 21 November 2026.</summary>
internal static class ReportsExamples
{
    public const string File = """
        {
          "therapistId": "thr_000001",
          "kind": "wrong-phone",
          "comment": "A recording says that the number is no longer in service."
        }
        """;

    public const string Filed = """
        {
          "id": "rep_000001",
          "dueOn": "2026-11-23",
          "whatHappens": "Whoever publishes this therapist is asked to answer by 23 November 2026. Until then what is shown stays as it is; when another household reports the same, it is marked as disputed."
        }
        """;
}

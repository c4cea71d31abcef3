namespace ReferralDirectory.Reports;

/// <summary>A report that is kept.</summary>
/// <param name="Id">To quote when asking about it. The same report again, while it waits, has the same one.</param>
/// <param name="DueOn">By when whoever publishes the therapist owes an answer: one business day.</param>
/// <param name="WhatHappens">With the report, in a few sentences.</param>
internal sealed record ReportResponse(string Id, DateOnly DueOn, string WhatHappens);

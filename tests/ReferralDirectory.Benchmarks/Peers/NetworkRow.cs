namespace ReferralDirectory.Benchmarks.Peers;

/// <summary>An office is in network for a question and takes new patients of it.</summary>
/// <param name="Office">Its row.</param>
/// <param name="Question">The number of the question.</param>
/// <param name="Evidence">The raw value of the network evidence, as of the day.</param>
internal readonly record struct NetworkRow(OfficeRow Office, int Question, int Evidence);

using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Profiles;

/// <summary>Where a fact comes from: who said it, how it was learned, and on which day it was said or checked.</summary>
/// <param name="Source">An organisation's or a register's name: <c>demo-massage-alliance</c>, <c>NY State Education Department</c>.</param>
public sealed record Provenance(string Source, FactMethod Method, DateOnly AsOf);

/// <summary>A value with its provenance.</summary>
public sealed record Sourced<T>(T Value, Provenance From);

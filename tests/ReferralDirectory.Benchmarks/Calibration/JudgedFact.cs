using ReferralDirectory.Matching.Vetting;

namespace ReferralDirectory.Benchmarks.Calibration;

/// <summary>What the directory would say of a fact, and whether it is so.</summary>
internal sealed record JudgedFact(FactKind Kind, FactConfidence Confidence, bool IsTrue);

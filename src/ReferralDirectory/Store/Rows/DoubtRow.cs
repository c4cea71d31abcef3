using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Store.Rows;

internal sealed record DoubtRow : ITherapistFactRow
{
    public required long TherapistId { get; init; }
    public required int Position { get; init; }
    public required DoubtKind Kind { get; init; }
    public required VerificationAspect Aspect { get; init; }
    public required string Reference { get; init; }
    public ZipCode? Zip { get; init; }
    public required DateOnly Since { get; init; }
}

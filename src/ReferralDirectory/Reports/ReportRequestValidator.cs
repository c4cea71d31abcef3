using FluentValidation;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Platform;

namespace ReferralDirectory.Reports;

/// <summary>Whether a report can be looked into, against the index that shows what is reported.</summary>
internal sealed class ReportRequestValidator : AbstractValidator<ReportRequest>
{
    public const int LongestComment = 4_000;

    public ReportRequestValidator(MatchIndex index)
    {
        RuleFor(r => r.TherapistId).Must(id => ReportedTherapists.Find(id, index) is not null)
            .Because("unknown-therapist", "There is no therapist with this id. Ids look like thr_000001.");
        RuleFor(r => r.ListingId).Must((r, id) => id is null || ReportedTherapists.Find(r.TherapistId, index) is not { } therapist || ReportedTherapists.ListingOf(therapist, id) is not null)
            .Because("unknown-listing", "The therapist has no such place: take an id of the therapist's listings.");
        RuleFor(r => r.ListingId).Must((r, id) => id is not null || !ReportedTherapists.IsOfPlace(r.Kind) || ReportedTherapists.Find(r.TherapistId, index) is not { Listings.Length: not 1 })
            .Because("needs-listing", "Say which place: add listingId. Where the therapist has none, write the kind other.");
        RuleFor(r => r.Insurer).Must((r, text) => r.Kind != ReportKind.NotInNetwork || text is not null).Because("needs-insurer", "Say in whose network: add insurer.");
        RuleFor(r => r.Insurer).Must((r, text) => r.Kind == ReportKind.NotInNetwork || text is null).Because("unexpected-insurer", "Only not-in-network is about an insurer: leave it out.");
        RuleFor(r => r.Insurer).Must(text => text is null || InsurerLookup.Find(index.Knowledge, text) is not null)
            .Because("unknown-insurer", "No insurer, or more than one, goes by this: take an id of /v1/insurers.");
        RuleFor(r => r.Comment).Must((r, text) => r.Kind != ReportKind.Other || !string.IsNullOrWhiteSpace(text)).Because("needs-comment", "Say what is wrong: add comment.");
        RuleFor(r => r.Comment).Must(text => text is null or { Length: <= LongestComment }).Because("too-long", "Write at most 4,000 characters.");
    }
}

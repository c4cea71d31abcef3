using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>A therapist with its modalities turned into sets, so that a candidate is judged by a few bit operations.</summary>
internal sealed class CompiledTherapist
{
    /// <summary>Documented hours from which training in a modality counts as documented.</summary>
    public const int DocumentedModalityHours = 40;

    private readonly ImmutableArray<CertifiedSpan> certified;

    public CompiledTherapist(TherapistProfile profile, KnowledgeTables knowledge)
    {
        Profile = profile;
        foreach (var offered in profile.Modalities)
        {
            var modality = knowledge.SetOf(offered.Modality);
            Offered |= modality;
            if (offered.DocumentedHours >= DocumentedModalityHours)
                Documented |= modality;
        }

        certified =
        [
            .. profile.Certifications
                .Where(certification => certification.ConfirmedOn is not null)
                .Select(certification => new CertifiedSpan(knowledge.ModalitiesOf(certification.Credential), certification.IssuedOn, certification.ExpiresOn))
                .Where(span => !span.Modalities.IsEmpty),
        ];
    }

    public TherapistProfile Profile { get; }

    public TherapistId Id => Profile.Id;

    public ModalitySet Offered { get; }

    /// <summary>With at least <see cref="DocumentedModalityHours"/> hours in the ledger.</summary>
    public ModalitySet Documented { get; }

    /// <summary>With a confirmed certificate that is valid on the day.</summary>
    public ModalitySet CertifiedOn(DateOnly day)
    {
        var result = ModalitySet.Empty;
        foreach (var span in certified)
        {
            if (!(span.From > day) && !(span.To < day))
                result |= span.Modalities;
        }

        return result;
    }

    private readonly record struct CertifiedSpan(ModalitySet Modalities, DateOnly? From, DateOnly? To);
}

/// <summary>One therapist at one listing, in one way of visiting, as one query sees it.</summary>
internal readonly record struct Candidate(CompiledTherapist Compiled, Listing Listing, VisitMode Mode, Miles Distance)
{
    public TherapistProfile Therapist => Compiled.Profile;

    public PracticePlace Place => Listing.Place;
}

using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Packing;

/// <summary>A therapist as an index keeps it: where its profile is packed, and what is asked of many at a glance.</summary>
internal sealed class PackedTherapist
{
    private readonly int start;

    /// <summary>The states of which there is a massage licence of any status, a bit for each ordinal.</summary>
    private readonly ulong licensedStates;

    public PackedTherapist(ProfilePage page, int start, TherapistProfile profile)
    {
        (Page, this.start, Id) = (page, start, profile.Id);
        foreach (var licence in profile.Licences)
            licensedStates |= licence.IsForMassage ? 1UL << licence.State.Ordinal : 0;
    }

    public TherapistId Id { get; }

    public ProfilePage Page { get; }

    /// <summary>Has a massage licence of the state, whatever its status: without one only a state without a licence law can be practised in.</summary>
    public bool HasLicenceOf(StateCode state) => (licensedStates >> state.Ordinal & 1) != 0;

    /// <summary>Made anew by every call.</summary>
    public TherapistProfile Unpack() => Page.Unpack(start);
}

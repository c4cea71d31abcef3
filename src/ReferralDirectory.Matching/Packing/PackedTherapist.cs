using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Packing;

/// <summary>A therapist as an index keeps it: where its profile is packed, and what is asked of many at a glance.</summary>
/// <param name="page">On which it is packed.</param>
/// <param name="start">Where on the page.</param>
/// <param name="length">In bytes.</param>
/// <param name="id">The therapist's.</param>
/// <param name="licensedStates">As by <see cref="StatesOf"/>.</param>
internal sealed class PackedTherapist(ProfilePage page, int start, int length, TherapistId id, ulong licensedStates)
{
    public TherapistId Id => id;

    public ProfilePage Page => page;

    public ulong LicensedStates => licensedStates;

    /// <summary>Its profile.</summary>
    public ReadOnlySpan<byte> Bytes => page.Slice(start, length);

    /// <summary>The states of which there is a massage licence of any status, a bit for each ordinal.</summary>
    public static ulong StatesOf(ImmutableArray<Licence> licences)
    {
        var states = 0UL;
        foreach (var licence in licences)
            states |= licence.IsForMassage ? 1UL << licence.State.Ordinal : 0;
        return states;
    }

    /// <summary>Has a massage licence of the state, whatever its status: without one only a state without a licence law can be practised in.</summary>
    public bool HasLicenceOf(StateCode state) => (licensedStates >> state.Ordinal & 1) != 0;

    /// <summary>Made anew by every call.</summary>
    public TherapistProfile Unpack() => page.Unpack(start);

    /// <summary>The same without name, contacts, address line, hours and memberships, which no gate and no rule asks for.</summary>
    public TherapistProfile UnpackForColumns() => page.UnpackForColumns(start);
}

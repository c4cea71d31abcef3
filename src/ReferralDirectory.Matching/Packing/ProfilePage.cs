using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Matching.Packing;

/// <summary>The packed profiles of up to a thousand therapists, one after the other in one array. Immutable.</summary>
internal sealed class ProfilePage
{
    public const int Capacity = 1024;

    private readonly SharedParts shared;
    private readonly byte[] bytes;

    private ProfilePage(SharedParts shared, byte[] bytes) => (this.shared, this.bytes) = (shared, bytes);

    /// <summary>In bytes.</summary>
    public int Length => bytes.Length;

    /// <param name="profiles">At most <see cref="Capacity"/>.</param>
    /// <param name="shared">Of the index that they are for.</param>
    public static PackedTherapist[] Pack(IReadOnlyList<TherapistProfile> profiles, SharedParts shared)
    {
        using var writer = new PackWriter(shared);
        var starts = new int[profiles.Count];
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = writer.Length;
            ProfileCodec.Write(writer, profiles[i]);
        }

        var page = new ProfilePage(shared, writer.ToArray());
        return [.. profiles.Select((profile, i) => new PackedTherapist(page, starts[i], profile))];
    }

    public TherapistProfile Unpack(int start) => ProfileCodec.Read(new PackReader(shared, bytes, start));
}

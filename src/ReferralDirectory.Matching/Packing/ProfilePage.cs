using System.Buffers;
using ReferralDirectory.Matching.Images;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

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
        var ends = new int[profiles.Count];
        for (var i = 0; i < ends.Length; i++)
        {
            ProfileCodec.Write(writer, profiles[i]);
            ends[i] = writer.Length;
        }

        return Therapists(
            new ProfilePage(shared, writer.ToArray()), ends,
            [.. profiles.Select(profile => profile.Id)], [.. profiles.Select(profile => PackedTherapist.StatesOf(profile.Licences))]);
    }

    /// <summary>Writes therapists, from whichever pages, as one page.</summary>
    public static void Write(PackedTherapist[] therapists, ImageWriter to)
    {
        to.Column<TherapistId>(Array.ConvertAll(therapists, therapist => therapist.Id));
        to.Column<ulong>(Array.ConvertAll(therapists, therapist => therapist.LicensedStates));
        var (ends, bytes) = (new int[therapists.Length], new ArrayBufferWriter<byte>());
        for (var i = 0; i < ends.Length; i++)
        {
            bytes.Write(therapists[i].Bytes);
            ends[i] = bytes.WrittenCount;
        }

        to.Column<int>(ends);
        to.Column(bytes.WrittenSpan);
    }

    public static PackedTherapist[] Read(ImageReader from, SharedParts shared)
    {
        var (ids, licensedStates, ends) = (from.Column<TherapistId>(), from.Column<ulong>(), from.Column<int>());
        return Therapists(new ProfilePage(shared, from.Column<byte>()), ends, ids, licensedStates);
    }

    public TherapistProfile Unpack(int start) => ProfileCodec.Read(new PackReader(shared, bytes, start, isForColumns: false));

    /// <inheritdoc cref="PackedTherapist.UnpackForColumns"/>
    public TherapistProfile UnpackForColumns(int start) => ProfileCodec.Read(new PackReader(shared, bytes, start, isForColumns: true));

    public ReadOnlySpan<byte> Slice(int start, int length) => bytes.AsSpan(start, length);

    private static PackedTherapist[] Therapists(ProfilePage page, int[] ends, TherapistId[] ids, ulong[] licensedStates)
    {
        var therapists = new PackedTherapist[ids.Length];
        for (var (i, start) = (0, 0); i < therapists.Length; start = ends[i++])
            therapists[i] = new PackedTherapist(page, start, ends[i] - start, ids[i], licensedStates[i]);
        return therapists;
    }
}

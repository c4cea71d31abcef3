using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Reports;

/// <summary>
/// Tells reporters of one therapist apart without keeping who they are: a keyed hash of household and therapist. What one household says of
/// two therapists cannot be told to be from one, so the id of the therapist stands before the hash: where two turn out to be one person,
/// reports under different ids may be one household's.
/// </summary>
internal static class Reporters
{
    private const int KeyBytes = 32;
    private const int HashBytes = 16;
    private const char Before = ':';

    /// <param name="household">Whose report it is.</param>
    /// <param name="therapist">Who is reported.</param>
    /// <param name="state">Has the key, or is given one.</param>
    public static string Of(string household, TherapistId therapist, StoreStateRow state)
    {
        var key = Convert.FromBase64String(state.ReporterKey ??= Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)));
        var who = Encoding.UTF8.GetBytes(household);
        var message = new byte[sizeof(long) + who.Length];
        BinaryPrimitives.WriteInt64LittleEndian(message, therapist.Value);
        who.CopyTo(message, sizeof(long));
        return $"{therapist}{Before}{Convert.ToBase64String(HMACSHA256.HashData(key, message).AsSpan(0, HashBytes))}";
    }

    /// <summary>The therapist under whose id a reporter is known.</summary>
    public static TherapistId TherapistOf(string reporter) =>
        TherapistId.TryParse(reporter.Split(Before)[0], out var therapist) ? therapist : throw new FormatException("A reporter begins with the id of a therapist.");

    /// <summary>Are they surely two households?</summary>
    public static bool AreIndependent(string? one, string? other) =>
        one is not null && other is not null && one != other && TherapistOf(one) == TherapistOf(other);
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Reports;

/// <summary>
/// Tells reporters of one therapist apart without keeping who they are: a keyed hash of household and therapist. What one household says of
/// two therapists cannot be told to be from one.
/// </summary>
internal static class Reporters
{
    private const int KeyBytes = 32;
    private const int HashBytes = 16;

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
        return Convert.ToBase64String(HMACSHA256.HashData(key, message).AsSpan(0, HashBytes));
    }
}

using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace ReferralDirectory.Platform;

/// <summary>
/// Opaque places in an ordered list, bound to the query that made them. The checksum is no secret: a cursor opens nothing that the
/// query would not; it tells a cursor that was cut, edited or carried over to another query from one that is ours.
/// </summary>
internal static class Cursors
{
    private const int ChecksumBytes = 9;
    private const char Separator = '\u001f';

    /// <param name="query">All that decides which rows there are and in which order.</param>
    /// <param name="position">The sort key of the last row that was shown.</param>
    public static string Write(string query, params ReadOnlySpan<string> position)
    {
        var payload = Encoding.UTF8.GetBytes(string.Join(Separator, position!));
        return Base64Url.EncodeToString([.. Checksum(query, payload), .. payload]);
    }

    public static bool TryRead(string query, string cursor, [NotNullWhen(true)] out string[]? position)
    {
        position = null;
        if (!Base64Url.IsValid(cursor) || Base64Url.DecodeFromChars(cursor) is not { Length: > ChecksumBytes } bytes)
            return false;
        var payload = bytes.AsSpan(ChecksumBytes);
        if (!bytes.AsSpan(0, ChecksumBytes).SequenceEqual(Checksum(query, payload)))
            return false;
        position = Encoding.UTF8.GetString(payload).Split(Separator);
        return true;
    }

    private static byte[] Checksum(string query, ReadOnlySpan<byte> payload) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes(query), 0, .. payload])[..ChecksumBytes];
}

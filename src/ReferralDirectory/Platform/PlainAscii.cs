using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ReferralDirectory.Platform;

/// <summary>Text that is the same in JSON as outside: printable ASCII without the quotation mark and the backslash. Nearly all that is written.</summary>
internal static class PlainAscii
{
    /// <summary>Looks and copies in one pass, eight characters at a time.</summary>
    /// <param name="text">What is copied.</param>
    /// <param name="target">At least as long; what stands in it after a refusal means nothing.</param>
    /// <returns>False: the text needs escapes or more than a byte for a character.</returns>
    public static bool TryCopy(ReadOnlySpan<char> text, Span<byte> target)
    {
        if (text.Length < Vector128<ushort>.Count)
            return TryCopyShort(text, target);
        ref var from = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text));
        ref var to = ref MemoryMarshal.GetReference(target[..text.Length]);
        var last = text.Length - Vector128<ushort>.Count;
        var special = Vector128<ushort>.Zero;
        for (var i = 0; i < last; i += Vector128<ushort>.Count)
            special |= Copy(ref from, ref to, i);
        // The last eight, some of them once more.
        return (special | Copy(ref from, ref to, last)) == Vector128<ushort>.Zero;
    }

    private static Vector128<ushort> Copy(ref ushort from, ref byte to, int at)
    {
        var characters = Vector128.LoadUnsafe(ref from, (nuint)at);
        Vector128.Narrow(characters, characters).GetLower().StoreUnsafe(ref to, (nuint)at);
        return Vector128.GreaterThan(characters - Vector128.Create((ushort)' '), Vector128.Create((ushort)('~' - ' ')))
            | Vector128.Equals(characters, Vector128.Create((ushort)'"'))
            | Vector128.Equals(characters, Vector128.Create((ushort)'\\'));
    }

    private static bool TryCopyShort(ReadOnlySpan<char> text, Span<byte> target)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is < ' ' or > '~' or '"' or '\\')
                return false;
            target[i] = (byte)text[i];
        }

        return true;
    }
}

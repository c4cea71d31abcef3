using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace ReferralDirectory.LiveIndex;

/// <summary>
/// A file with the image of an index: its parts, then what the file says of itself, then how long that is. Every byte is covered by a
/// checksum. It appears whole or not at all.
/// </summary>
internal sealed class IndexFile : IDisposable
{
    /// <summary>The last word of the file. On a machine with the other order of bytes it is another.</summary>
    private const long Magic = 0x3158444E_49524452;

    /// <summary>The length of the contents, their checksum, the last word.</summary>
    private const int EndLength = sizeof(int) + IndexPart.ChecksumLength + sizeof(long);
    private const string TemporaryMark = ".writing-";

    private readonly SafeFileHandle handle;

    /// <summary>A part is used up before its thread asks for another.</summary>
    private readonly ThreadLocal<byte[]> buffers = new(() => []);

    private IndexFile(SafeFileHandle handle) => (this.handle, Contents) = (handle, ReadContents(handle));

    public IndexContents Contents { get; }

    public long Length => RandomAccess.GetLength(handle);

    /// <exception cref="InvalidDataException">The file is no index, or damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IndexFile Open(string path)
    {
        var opened = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        try
        {
            return new IndexFile(opened);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Puts a new file in the place of the one that is there. Two processes may do so at once: one of the files stays.</summary>
    /// <param name="path">Where.</param>
    /// <param name="contents">Without parts.</param>
    /// <param name="parts">Each is written before the next is asked for.</param>
    /// <param name="cancellationToken">Leaves the file that is there.</param>
    /// <returns>The length of the file.</returns>
    public static long Write(string path, IndexContents contents, IEnumerable<ReadOnlyMemory<byte>> parts, CancellationToken cancellationToken)
    {
        RemoveLeftOver(path);
        var temporary = FormattableString.Invariant($"{path}{TemporaryMark}{Guid.NewGuid():N}");
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                WriteTo(file, contents, parts, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
            return new FileInfo(path).Length;
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>A part of the image. Thread-safe; what it answers is to be used before the same thread asks again.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public ReadOnlyMemory<byte> PartAt(int number)
    {
        var part = Contents.Parts[number];
        var buffer = buffers.Value!;
        if (buffer.Length < part.Length)
            buffers.Value = buffer = GC.AllocateUninitializedArray<byte>(part.Length);
        var bytes = buffer.AsMemory(0, part.Length);
        Fill(handle, bytes.Span, part.Offset);
        Check(bytes.Span, part.Checksum.AsSpan());
        return bytes;
    }

    public void Dispose()
    {
        buffers.Dispose();
        handle.Dispose();
    }

    private static void WriteTo(FileStream file, IndexContents contents, IEnumerable<ReadOnlyMemory<byte>> parts, CancellationToken cancellationToken)
    {
        var written = contents.Parts.ToBuilder();
        foreach (var part in parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            written.Add(new IndexPart(file.Position, part.Length, [.. SHA256.HashData(part.Span)]));
            file.Write(part.Span);
        }

        var bytes = (contents with { Parts = written.DrainToImmutable() }).ToBytes();
        file.Write(bytes);
        file.Write(BitConverter.GetBytes(bytes.Length));
        file.Write(SHA256.HashData(bytes));
        file.Write(BitConverter.GetBytes(Magic));
    }

    private static IndexContents ReadContents(SafeFileHandle handle)
    {
        var (fileLength, end) = (RandomAccess.GetLength(handle), new byte[EndLength]);
        Fill(handle, end, fileLength - EndLength);
        var length = BitConverter.ToInt32(end);
        if (BitConverter.ToInt64(end, EndLength - sizeof(long)) != Magic || length < 0 || length > fileLength - EndLength)
            throw Damaged();
        var bytes = new byte[length];
        Fill(handle, bytes, fileLength - EndLength - length);
        Check(bytes, end.AsSpan(sizeof(int), IndexPart.ChecksumLength));
        return IndexContents.Read(bytes);
    }

    private static void Fill(SafeFileHandle handle, Span<byte> bytes, long offset)
    {
        if (offset < 0)
            throw Damaged();
        for (var filled = 0; filled < bytes.Length;)
        {
            var count = RandomAccess.Read(handle, bytes[filled..], offset + filled);
            if (count == 0)
                throw Damaged();
            filled += count;
        }
    }

    private static void Check(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> checksum)
    {
        if (!SHA256.HashData(bytes).AsSpan().SequenceEqual(checksum))
            throw Damaged();
    }

    private static InvalidDataException Damaged() => new("it is no index, or damaged");

    /// <summary>What writers left behind that were killed. A file that is being written is locked.</summary>
    private static void RemoveLeftOver(string path)
    {
        foreach (var left in Directory.GetFiles(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(path) + TemporaryMark + "*"))
        {
            try
            {
                using var file = new FileStream(left, FileMode.Open, FileAccess.Read, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
            }
            catch (Exception inUse) when (inUse is IOException or UnauthorizedAccessException)
            {
                // Its writer lives, or it is not ours.
            }
        }
    }
}

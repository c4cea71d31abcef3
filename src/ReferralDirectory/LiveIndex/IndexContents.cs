using System.Collections.Immutable;
using System.Text;

namespace ReferralDirectory.LiveIndex;

/// <summary>What an index file says of itself.</summary>
/// <param name="Build">Of the program that wrote it.</param>
/// <param name="Revision">Of the store.</param>
/// <param name="Stamp">Of the revision.</param>
/// <param name="KnowledgeVersion">Of the tables by which the index was compiled.</param>
/// <param name="Days">For which the index is ready.</param>
internal sealed record IndexContents(Guid Build, long Revision, long Stamp, string KnowledgeVersion, ImmutableArray<DateOnly> Days)
{
    /// <summary>In the order in which they lie in the file.</summary>
    public ImmutableArray<IndexPart> Parts { get; init; } = [];

    public static IndexContents Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        return new IndexContents(
            new Guid(reader.ReadBytes(16)), reader.ReadInt64(), reader.ReadInt64(), reader.ReadString(), Each(reader, () => DateOnly.FromDayNumber(reader.ReadInt32())))
        {
            Parts = Each(reader, () => new IndexPart(reader.ReadInt64(), reader.ReadInt32(), [.. reader.ReadBytes(IndexPart.ChecksumLength)])),
        };
    }

    public byte[] ToBytes()
    {
        var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8))
        {
            writer.Write(Build.ToByteArray());
            writer.Write(Revision);
            writer.Write(Stamp);
            writer.Write(KnowledgeVersion);
            Each(writer, Days, day => writer.Write(day.DayNumber));
            Each(writer, Parts, part =>
            {
                writer.Write(part.Offset);
                writer.Write(part.Length);
                writer.Write(part.Checksum.AsSpan());
            });
        }

        return bytes.ToArray();
    }

    private static ImmutableArray<T> Each<T>(BinaryReader reader, Func<T> read) => [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => read())];

    private static void Each<T>(BinaryWriter writer, ImmutableArray<T> values, Action<T> write)
    {
        writer.Write(values.Length);
        foreach (var value in values)
            write(value);
    }
}

/// <summary>A part of the index's image, as it lies in the file.</summary>
/// <param name="Checksum">SHA-256 of its bytes.</param>
internal sealed record IndexPart(long Offset, int Length, ImmutableArray<byte> Checksum)
{
    public const int ChecksumLength = 32;
}

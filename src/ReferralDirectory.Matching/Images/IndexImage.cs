using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Packing;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Matching.Images;

/// <summary>
/// A compiled index as bytes, with which another process goes on where this one stood: packed profiles and columns as they lie in memory,
/// in parts that are read side by side. The tables, organisations and redirects are not in it: they come with the state that it is read for.
/// </summary>
public static class IndexImage
{
    /// <summary>Only the very build of this library that wrote an image may read it: another may lay out, or judge, something differently.</summary>
    public static Guid Build { get; } = typeof(IndexImage).Module.ModuleVersionId;

    /// <summary>The parts, one after the other, each to be used before the next is asked for: the same memory serves all.</summary>
    /// <param name="index">Whose image it is.</param>
    /// <param name="days">Whoever reads the image is ready for these.</param>
    public static IEnumerable<ReadOnlyMemory<byte>> Write(MatchIndex index, IReadOnlyCollection<DateOnly> days)
    {
        var shelves = index.Shelves.Shelves.Where(shelf => shelf.Length > 0);
        var buffer = new ArrayBufferWriter<byte>();
        var pages = 0;
        foreach (var shelf in shelves)
        {
            yield return Part(to => ProfilePage.Write(shelf, to));
            pages++;
        }

        foreach (var block in index.Blocks.Blocks)
            yield return Part(to => block.Write(to, days));

        yield return Part(to =>
        {
            to.Value(pages);
            to.Value(index.Blocks.Capacity);
            index.Shared.Write(to);
        });

        ReadOnlyMemory<byte> Part(Action<ImageWriter> write)
        {
            buffer.ResetWrittenCount();
            write(new ImageWriter(buffer));
            return buffer.WrittenMemory;
        }
    }

    /// <param name="stateOf">The state of the revision of which the image is; asked for once the profiles are read, which need none.</param>
    /// <param name="parts">How many <see cref="Write"/> has made.</param>
    /// <param name="partAt">One of them; called from several threads.</param>
    /// <exception cref="AggregateException">What <paramref name="partAt"/> threw.</exception>
    public static MatchIndex Read(Func<DirectoryState> stateOf, int parts, Func<int, ReadOnlyMemory<byte>> partAt)
    {
        var last = new ImageReader(partAt(parts - 1));
        var (pages, capacity, shared) = (last.Value<int>(), last.Value<int>(), SharedParts.Read(last));
        var therapists = TherapistShelves.Of(InParallel(0, pages, part => ProfilePage.Read(part, shared)));
        var state = stateOf();
        var (unpacker, keys) = (new TherapistUnpacker(state.Knowledge), new NetworkKeys(state.Knowledge));
        var blocks = InParallel(pages, parts - 1 - pages, part => Block.Read(part, therapists, unpacker, keys));
        return new MatchIndex(state, shared, unpacker, therapists, new BlockRow(ImmutableCollectionsMarshal.AsImmutableArray(blocks), unpacker, keys, capacity), keys);

        T[] InParallel<T>(int first, int count, Func<ImageReader, T> read)
        {
            var made = new T[count];
            Partitioner.Create([.. Enumerable.Range(0, count)], loadBalance: true).AsParallel().ForAll(part => made[part] = read(new ImageReader(partAt(first + part))));
            return made;
        }
    }
}

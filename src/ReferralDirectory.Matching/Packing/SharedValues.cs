using System.Collections.Concurrent;

namespace ReferralDirectory.Matching.Packing;

/// <summary>Values that many profiles repeat, numbered in the order in which they were first seen. Only grows. Thread-safe.</summary>
internal sealed class SharedValues<T>
    where T : notnull
{
    private readonly ConcurrentDictionary<T, int> numbers = new();
    private readonly Lock adding = new();
    private volatile T[] values = new T[16];
    private int count;

    /// <summary>In the order of their numbers.</summary>
    public T[] All
    {
        get
        {
            lock (adding)
                return values[..count];
        }
    }

    /// <param name="number">One that <see cref="NumberOf"/> has told.</param>
    public T this[int number] => values[number];

    public int NumberOf(T value) => numbers.TryGetValue(value, out var number) ? number : Add(value);

    private int Add(T value)
    {
        lock (adding)
        {
            if (numbers.TryGetValue(value, out var known))
                return known;

            // Who has a number finds its value: the value is there before the number is told.
            var room = values;
            if (count == room.Length)
                Array.Resize(ref room, count * 2);
            room[count] = value;
            values = room;
            numbers[value] = count;
            return count++;
        }
    }
}

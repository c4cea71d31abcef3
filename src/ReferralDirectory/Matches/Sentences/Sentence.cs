using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matches.Sentences;

/// <summary>
/// A sentence as it is being said, in a buffer that the next one uses again: three hundred of them explain twenty therapists. Days,
/// distances and sources stand in it in the words that all sentences use.
/// </summary>
internal sealed class Sentence
{
    private const int FirstSize = 256;
    private const int MostCharactersOfNumber = 32;

    private char[] text = new char[FirstSize];
    private int length;

    public ReadOnlySpan<char> Text => text.AsSpan(0, length);

    /// <summary>Begins the next one.</summary>
    public Sentence Anew()
    {
        length = 0;
        return this;
    }

    public Sentence Say(string words)
    {
        Add(words);
        return this;
    }

    /// <param name="words">Said already, while the compiler put them together.</param>
    public Sentence Say([InterpolatedStringHandlerArgument("")] Words words)
    {
        _ = words;
        return this;
    }

    /// <summary>"a", "a and b", "a, b and c".</summary>
    /// <param name="items">What is listed.</param>
    /// <param name="with">What is needed to say it.</param>
    /// <param name="say">Says one.</param>
    public Sentence List<T, TWith>(ImmutableArray<T> items, TWith with, Func<Sentence, T, TWith, Sentence> say)
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0)
                Add(i == items.Length - 1 ? " and " : ", ");
            say(this, items[i], with);
        }

        return this;
    }

    public Sentence List<T>(ImmutableArray<T> items, Func<T, string> of) => List(items, of, static (sentence, item, of) => sentence.Say(of(item)));

    /// <summary>Its first letter, whatever it is, as a capital.</summary>
    public Sentence Capitalized()
    {
        if (length > 0)
            text[0] = char.ToUpperInvariant(text[0]);
        return this;
    }

    public override string ToString() => Text.ToString();

    private void Add(ReadOnlySpan<char> words)
    {
        words.CopyTo(Free(words.Length));
        length += words.Length;
    }

    private void Add(int number)
    {
        number.TryFormat(Free(MostCharactersOfNumber), out var written, provider: CultureInfo.InvariantCulture);
        length += written;
    }

    private void Add(DateOnly day)
    {
        day.TryFormat(Free(MostCharactersOfNumber), out var written, "o", CultureInfo.InvariantCulture);
        length += written;
    }

    /// <summary>To a tenth: <c>0.4 miles</c>, <c>1 mile</c>, <c>12 miles</c>.</summary>
    private void Add(Miles distance)
    {
        var start = length;
        AddTenths(distance.Value);
        Add(text.AsSpan(start, length - start) is "1" ? " mile" : " miles");
    }

    /// <summary>As the format <c>0.#</c> writes it, which alone decides, and takes its time, halfway between two tenths.</summary>
    private void AddTenths(double value)
    {
        const double Half = .5, Doubt = 1e-6, Most = 1e6;
        var (whole, rest) = (Math.Floor(value * 10), (value * 10) - Math.Floor(value * 10));
        if (value is < 0 or > Most || Math.Abs(rest - Half) < Doubt)
        {
            value.TryFormat(Free(MostCharactersOfNumber), out var written, "0.#", CultureInfo.InvariantCulture);
            length += written;
            return;
        }

        var (miles, tenth) = Math.DivRem((int)whole + (rest > Half ? 1 : 0), 10);
        Add(miles);
        if (tenth > 0)
            Add(['.', (char)('0' + tenth)]);
    }

    private Span<char> Free(int count)
    {
        if (text.Length - length < count)
            Array.Resize(ref text, Math.Max(text.Length * 2, length + count));
        return text.AsSpan(length);
    }

    /// <summary>What an interpolated string says, part by part, without being made.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Words
    {
        private readonly Sentence sentence;

        /// <summary>The first two are what the compiler knows of the lengths.</summary>
        public Words(int literalLength, int formattedCount, Sentence sentence) => this.sentence = sentence;

        public void AppendLiteral(string words) => sentence.Add(words);

        public void AppendFormatted(string? words) => sentence.Add(words);

        public void AppendFormatted(int number) => sentence.Add(number);

        public void AppendFormatted(DateOnly day) => sentence.Add(day);

        public void AppendFormatted(Miles distance) => sentence.Add(distance);

        public void AppendFormatted(Provenance from)
        {
            sentence.Add(Phrases.Of(from.Method));
            sentence.Add(" of ");
            sentence.Add(from.AsOf);
        }
    }
}

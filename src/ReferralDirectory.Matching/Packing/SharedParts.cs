using ReferralDirectory.Matching.Images;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Packing;

/// <summary>What packed profiles name by a number, because many of them repeat it: an index and those that follow it share one.</summary>
internal sealed class SharedParts
{
    /// <summary>Codes, cities, ZIPs, titles, languages: never what belongs to one person.</summary>
    public SharedValues<string> Words { get; } = new();

    public SharedValues<Provenance> Provenances { get; } = new();

    public static SharedParts Read(ImageReader from)
    {
        var parts = new SharedParts();
        for (var count = from.Value<int>(); count > 0; count--)
            parts.Words.NumberOf(from.Text());
        for (var count = from.Value<int>(); count > 0; count--)
            parts.Provenances.NumberOf(new Provenance(from.Text(), from.Value<FactMethod>(), from.Day()));
        return parts;
    }

    public void Write(ImageWriter to)
    {
        var (words, provenances) = (Words.All, Provenances.All);
        to.Value(words.Length);
        foreach (var word in words)
            to.Text(word);
        to.Value(provenances.Length);
        foreach (var (source, method, asOf) in provenances)
        {
            to.Text(source);
            to.Value(method);
            to.Day(asOf);
        }
    }
}

using System.Collections.Immutable;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Demo;

/// <summary>Languages beside English, more often where many speak them.</summary>
internal static class DemoLanguages
{
    private static readonly string[] SpanishStates = ["CA", "TX", "NM", "AZ", "FL", "NV", "NY", "NJ", "CO", "IL"];

    // The tags after Spanish, and how many in a thousand speak each.
    private static readonly (string Tag, int PerMille)[] Others =
        [("zh", 25), ("vi", 14), ("tl", 12), ("fr", 14), ("ru", 12), ("ko", 12), ("ar", 10), ("pt", 10), ("pl", 8), ("ja", 8), ("ase", 8), ("de", 8)];

    public static ImmutableArray<string> Choose(StateCode state, Chance chance)
    {
        var tags = ImmutableArray.CreateBuilder<string>();
        tags.Add("en");
        if (chance.Percent(SpanishStates.Contains(state.PostalCode) ? 28 : 9))
            tags.Add("es");
        foreach (var (tag, perMille) in Others)
        {
            if (chance.Percent(perMille / 10.0))
                tags.Add(tag);
        }

        return tags.ToImmutable();
    }
}

using System.Collections.Immutable;
using System.Globalization;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>What all plans of one network, or of an insurer as a whole, say of one provider.</summary>
internal sealed class QhpContract
{
    private const int FirstYear = 2014;
    private const int LastYear = 2099;

    private readonly SortedSet<int> years = [];
    private readonly HashSet<string> answers = new(StringComparer.Ordinal);
    private bool isWithoutEnd;

    /// <summary>The years of a plan; a plan without any holds until further notice.</summary>
    public void Add(ImmutableArray<string> stated, Action<string> refuse)
    {
        var any = false;
        foreach (var text in stated)
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < FirstYear or > LastYear)
            {
                refuse(text);
                continue;
            }

            years.Add(year);
            any = true;
        }

        isWithoutEnd |= !any;
    }

    /// <summary>Whether the provider takes new patients of a plan; null: not said.</summary>
    public void Add(string? stated, Action<string> refuse)
    {
        if (stated?.ToLowerInvariant() is not { } answer)
            return;
        if (answer is "accepting" or "not accepting" or "accepting in some locations")
            answers.Add(answer);
        else
            refuse(stated);
    }

    /// <summary>
    /// From the first to the last of consecutive years: of those around the day, else the next ones, else the last. Without years from the
    /// day of the entry on: both null.
    /// </summary>
    public (DateOnly? From, DateOnly? Until) Period(DateOnly day)
    {
        if (isWithoutEnd)
            return (null, null);
        var first = years.FirstOrDefault(year => year >= day.Year, years.Max);
        while (years.Contains(first - 1))
            first--;
        var last = first;
        while (years.Contains(last + 1))
            last++;
        return (new DateOnly(first, 1, 1), new DateOnly(last, 12, 31));
    }

    /// <param name="places">"In some locations" of one is there.</param>
    public VerificationOutcome? Accepting(int places) => answers.Count switch
    {
        0 => null,
        1 => answers.Single() switch
        {
            "accepting" => VerificationOutcome.Yes,
            "not accepting" => VerificationOutcome.No,
            _ => places > 1 ? VerificationOutcome.Partly : VerificationOutcome.Yes,
        },
        _ => VerificationOutcome.Partly,
    };
}

using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>
/// Finds whose name <see cref="NameComparison.AreAlike"/> may call alike: words are compared one by one and joined (<c>O BRIEN</c>,
/// <c>DelaCruz</c>), and two that are one typing error apart are the same when one letter of each, or of one, is left out.
/// </summary>
internal sealed class NameForms<T>
    where T : class
{
    private const int LettersForOneTypo = 4;

    private readonly ILookup<string, T> byForm;
    private readonly ILookup<string, string> formsByTrace;

    public NameForms(IEnumerable<T> people, Func<T, PersonName> nameOf)
    {
        byForm = people.SelectMany(person => FormsOfEither(nameOf(person)).Distinct(StringComparer.Ordinal).Select(form => (form, person)))
            .ToLookup(pair => pair.form, pair => pair.person, StringComparer.Ordinal);
        formsByTrace = byForm.SelectMany(forms => TracesOf(forms.Key).Select(trace => (trace, form: forms.Key)))
            .ToLookup(pair => pair.trace, pair => pair.form, StringComparer.Ordinal);
    }

    /// <summary>Everybody whose family or given name is like the family name: names are exchanged in some files.</summary>
    public IEnumerable<T> Near(PersonName name) => Forms(FoldedText.Words(name.Family)).SelectMany(TracesOf)
        .SelectMany(trace => formsByTrace[trace]).Distinct(StringComparer.Ordinal).SelectMany(form => byForm[form]).Distinct();

    private static IEnumerable<string> FormsOfEither(PersonName name)
    {
        var (given, middle) = (FoldedText.Words(name.Given), FoldedText.Words(name.Middle ?? ""));
        return Forms(FoldedText.Words(name.Family)).Concat(Forms([.. given, .. middle.Where(word => word.Length > 1)]));
    }

    private static IEnumerable<string> Forms(string[] words) => words.Length > 1 ? words.Append(string.Concat(words)) : words;

    /// <summary>The form, and what is left of it without one letter.</summary>
    private static IEnumerable<string> TracesOf(string form) => form.Length < LettersForOneTypo
        ? [form] : Enumerable.Range(0, form.Length).Select(letter => form.Remove(letter, 1)).Distinct(StringComparer.Ordinal).Append(form);
}

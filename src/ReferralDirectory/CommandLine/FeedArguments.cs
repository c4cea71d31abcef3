using System.CommandLine;
using System.CommandLine.Parsing;
using ReferralDirectory.Import;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.CommandLine;

/// <summary>What <c>import</c> takes for the files of registers.</summary>
internal sealed class FeedArguments
{
    private readonly Option<DateOnly?> asOf = new("--as-of")
    {
        Description = "The day of which a register's file is true; else as its name says, else the day on which it was last written.",
        HelpName = "DAY",
        CustomParser = TypedValues.Day,
    };

    private readonly Option<FeedMode> mode = new("--mode")
    {
        Description = "A whole file (full), or one that adds to the last (supplement).",
        HelpName = string.Join('|', EnumWords.All<FeedMode>()),
        CustomParser = typed => WordOf<FeedMode>("--mode", typed),
    };

    private readonly Option<Code<Insurer>?> insurer = new("--insurer")
    {
        Description = "Whose file it is; needed for qhp and insurer-list.",
        HelpName = "INS",
        CustomParser = InsurerOf,
    };

    private readonly Option<StateCode?> state = new("--state")
    {
        Description = "Whose roster it is; needed for roster. For nppes: only people of the state.",
        HelpName = "ST",
        CustomParser = StateOf,
    };

    private readonly Option<string?> taxonomy = new("--taxonomy")
    {
        Description = "Only people with this NUCC code; for nppes, 225700000X unless another is named.",
        HelpName = "CODE",
    };

    private readonly Option<NpiPolicy> npi = new("--npi")
    {
        Description = "What becomes of wrong NPIs in a register's file: a warning (lenient), or an error (strict).",
        HelpName = string.Join('|', EnumWords.All<NpiPolicy>()),
        CustomParser = typed => WordOf<NpiPolicy>("--npi", typed),
    };

    private static readonly ImportFormat[] Rosters = [ImportFormat.RosterTx, ImportFormat.RosterMo, ImportFormat.RosterWa, ImportFormat.Roster];
    private static readonly ImportFormat[] OfInsurers = [ImportFormat.Qhp, ImportFormat.InsurerList];
    private static readonly ImportFormat[] Published = [ImportFormat.Leie, ImportFormat.Nppes, .. Rosters, .. OfInsurers, ImportFormat.Icd10cm];

    /// <summary>With what an option says something to.</summary>
    private IEnumerable<(Option Option, ImportFormat[] Formats)> Uses =>
        [(asOf, Published), (mode, Published), (insurer, OfInsurers), (state, [ImportFormat.Nppes, .. Rosters]), (taxonomy, [ImportFormat.Nppes]), (npi, [ImportFormat.Nppes, .. OfInsurers])];

    /// <summary>An option that a format has no use for is refused: whoever wrote it expects something of it.</summary>
    public void AddTo(Command command, Option<ImportFormat> format)
    {
        foreach (var (option, _) in Uses)
            command.Add(option);
        command.Validators.Add(typed =>
        {
            if (typed.GetResult(format)?.Tokens is not [var word] || !EnumWords.TryParse<ImportFormat>(word.Value, out var meant))
                return;
            foreach (var (option, formats) in Uses)
            {
                if (typed.GetResult(option) is { Implicit: false } && !formats.Contains(meant))
                    typed.AddError($"{option.Name}: {EnumWords.Of(meant)} has no use for it, only {string.Join(", ", formats.Select(EnumWords.Of))}: leave it out.");
            }
        });
    }

    public FeedOptions Of(ParseResult parsed) => new()
    {
        AsOf = parsed.GetValue(asOf),
        Mode = parsed.GetValue(mode),
        Insurer = parsed.GetValue(insurer),
        State = parsed.GetValue(state),
        Taxonomy = parsed.GetValue(taxonomy),
        Npi = parsed.GetValue(npi),
    };

    private static T WordOf<T>(string option, ArgumentResult typed)
        where T : struct, Enum
    {
        if (!EnumWords.TryParse<T>(typed.Tokens.Single().Value, out var word))
            typed.AddError($"{option}: write one of {string.Join(", ", EnumWords.All<T>())}.");
        return word;
    }

    private static Code<Insurer>? InsurerOf(ArgumentResult typed)
    {
        if (!Code<Insurer>.TryParse(typed.Tokens.Single().Value, out var insurer))
            typed.AddError("--insurer: a code has lower-case letters, digits and single hyphens.");
        return insurer;
    }

    private static StateCode? StateOf(ArgumentResult typed)
    {
        if (!StateCode.TryParse(typed.Tokens.Single().Value, out var state))
            typed.AddError("--state: write a state, district or territory as NY or US-NY.");
        return state;
    }
}

using System.CommandLine;
using ReferralDirectory.Matches.Requests;

namespace ReferralDirectory.CommandLine;

/// <summary>What can be typed after <c>match</c>, and the request it stands for.</summary>
internal sealed class MatchOptions
{
    private readonly Option<string[]> icd10 = List("--icd10", "ICD-10-CM codes, the primary one first: I89.0,M54.50.", "CODE");
    private readonly Option<string[]> condition = List("--condition", "Conditions by name instead of, or after, codes: lymphedema.", "CODE");
    private readonly Option<string> zip = new("--zip") { Description = "Where the patient lives.", Required = true, HelpName = "ZIP" };
    private readonly Option<string> insurer = new("--insurer") { Description = "The patient's insurer, by id or by a usual name: aetna.", HelpName = "NAME" };
    private readonly Option<string> plan = new("--plan") { Description = "A plan of that insurer.", HelpName = "NAME" };
    private readonly Option<bool> selfPay = new("--self-pay") { Description = "The patient pays; no insurer is asked." };
    private readonly Option<string[]> modality = List("--modality", "Modalities on which the order insists.", "CODE");
    private readonly Option<double?> radius = new("--radius") { Description = "Miles, at most 250. Left out: as far as needed.", HelpName = "MILES", CustomParser = TypedValues.Number };
    private readonly Option<string> audience = new("--audience") { Description = "Whose weights count: physician (default) or patient.", HelpName = "WHO" };
    private readonly Option<string[]> screening = List("--screening", "none, or the codes of all contraindications that apply. Left out: not asked.", "CODE");
    private readonly Option<string[]> acknowledge = List("--acknowledge", "advised-against: known, and insisted on with --modality.", "WHAT");
    private readonly Option<DateOnly?> serviceDate = new("--service-date") { Description = "The day of the first session. Default: today.", HelpName = "DATE", CustomParser = TypedValues.Day };
    private readonly Option<int?> limit = new("--limit") { Description = "How many to show, 1 to 100. Default: 10.", HelpName = "N", CustomParser = TypedValues.Whole };

    public Option<bool> Json { get; } = new("--json") { Description = "Write what POST /v1/matches answers; errors as problem JSON on standard error." };

    public IEnumerable<Option> All =>
        [icd10, condition, zip, insurer, plan, selfPay, modality, radius, audience, screening, acknowledge, serviceDate, limit, DataOption.Instance, Json];

    public MatchRequest RequestOf(ParseResult parsed) => new()
    {
        Audience = parsed.GetValue(audience),
        Patient = new PatientRequest
        {
            Location = new LocationRequest { Zip = parsed.GetValue(zip) },
            Coverage = new CoverageRequest
            {
                Kind = parsed.GetValue(selfPay) ? "self-pay" : null,
                Insurer = parsed.GetValue(insurer),
                Plan = parsed.GetValue(plan),
            },
        },
        Order = new OrderRequest
        {
            Diagnoses = Items(parsed, icd10),
            Conditions = Items(parsed, condition),
            Modalities = Items(parsed, modality),
            Screening = Items(parsed, screening) is { } answers ? new ScreeningRequest { Answers = answers } : null,
            Acknowledged = Items(parsed, acknowledge),
        },
        Preferences = new PreferencesRequest { RadiusMiles = parsed.GetValue(radius) },
        ServiceDate = parsed.GetValue(serviceDate),
        Limit = parsed.GetValue(limit),
    };

    /// <summary>The option that stands for a member of the request.</summary>
    public static string NameOf(string pointer) => pointer.Split('/') switch
    {
        [_, "patient", "location", ..] => "--zip",
        [_, "patient", "coverage", "plan"] => "--plan",
        [_, "patient", "coverage", ..] => "--insurer",
        [_, "order", "diagnoses", ..] => "--icd10",
        [_, "order", "conditions", ..] => "--condition",
        [_, "order", "modalities", ..] => "--modality",
        [_, "order", "screening", ..] => "--screening",
        [_, "order", "acknowledged", ..] => "--acknowledge",
        [_, "order"] => "--icd10",
        [_, "preferences", "radiusMiles"] => "--radius",
        [_, "serviceDate"] => "--service-date",
        [_, var member, ..] => $"--{member}",
        _ => pointer,
    };

    private static Option<string[]> List(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = $"{helpName}[,{helpName}…]", AllowMultipleArgumentsPerToken = true };

    /// <summary>Separated by commas, or the option given several times. Null when it was not given.</summary>
    private static IReadOnlyList<string>? Items(ParseResult parsed, Option<string[]> option) =>
        parsed.GetResult(option) is null ? null
            : [.. parsed.GetValue(option)!.SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
}

using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests;

internal static class An
{
    /// <summary>A physician's order for an Aetna patient in Syracuse, New York, screened with nothing found, for today, within 25 miles.</summary>
    public static OrderBuilder Order(params string[] diagnoses) => new(diagnoses.Length == 0 ? ["M54.50"] : diagnoses);
}

/// <summary>Changes one thing of the standard order per call.</summary>
internal sealed class OrderBuilder
{
    private MatchCriteria criteria;

    /// <param name="diagnoses">ICD-10-CM codes, or conditions of the small tables.</param>
    public OrderBuilder(IEnumerable<string> diagnoses) => criteria = new MatchCriteria
    {
        Audience = Audience.Physician,
        Place = Words.Syracuse,
        PatientState = Words.NewYork,
        Coverage = new Coverage(CoverageKind.HealthPlan, Words.Aetna),
        Order = new Order { Diagnoses = [.. diagnoses.Select(DiagnosisOf)], ScreeningAnswers = ["none"] },
        Preferences = new Preferences { Radius = new Miles(25) },
        AsOf = Words.Today,
        ServiceDate = Words.Today,
    };

    public MatchCriteria Build() => criteria;

    public OrderBuilder With(Func<MatchCriteria, MatchCriteria> change)
    {
        criteria = change(criteria);
        return this;
    }

    public OrderBuilder WithoutDiagnosis() => Ordering(order => order with { Diagnoses = [] });

    public OrderBuilder Insisting(params string[] modalities) => Ordering(order => order with { Modalities = [.. modalities.Select(Words.Modality)] });

    public OrderBuilder Answering(params string[] answers) => Ordering(order => order with { ScreeningAnswers = [.. answers] });

    public OrderBuilder Unscreened() => Ordering(order => order with { ScreeningAnswers = null });

    public OrderBuilder Acknowledged() => Ordering(order => order with { AcknowledgesAdvisedAgainst = true });

    public OrderBuilder On(Code<Plan> plan) => With(c => c with { Coverage = c.Coverage with { Plan = plan } });

    public OrderBuilder CoveredBy(CoverageKind kind, Code<Insurer>? insurer = null) => With(c => c with { Coverage = new Coverage(kind, insurer) });

    public OrderBuilder ForPatient() => With(c => c with { Audience = Audience.Patient });

    public OrderBuilder From(GeoPoint place) => With(c => c with { Place = place });

    public OrderBuilder InState(string state) => With(c => c with { PatientState = StateCode.Parse(state) });

    public OrderBuilder Within(double miles) => Preferring(p => p with { Radius = new Miles(miles) });

    public OrderBuilder WithAnyRadius() => Preferring(p => p with { Radius = null });

    public OrderBuilder AtTier(int tier) => With(c => c with { MinTier = tier });

    public OrderBuilder For(DateOnly serviceDate) => With(c => c with { ServiceDate = serviceDate });

    public OrderBuilder AskedOn(DateOnly day) => With(c => c with { AsOf = day, ServiceDate = day });

    public OrderBuilder Top(int limit) => With(c => c with { Limit = limit });

    public OrderBuilder ByDistance() => With(c => c with { Sort = SortOrder.Distance });

    public OrderBuilder Preferring(Func<Preferences, Preferences> change) => With(c => c with { Preferences = change(c.Preferences) });

    public OrderBuilder Requiring(params Preference[] required) => Preferring(p => p with { Required = [.. required] });

    private OrderBuilder Ordering(Func<Order, Order> change) => With(c => c with { Order = change(c.Order) });

    private static Diagnosis DiagnosisOf(string text) =>
        Icd10Code.TryParse(text, out var code) ? Diagnosis.Of(code) : Diagnosis.Of(Words.Condition(text));
}

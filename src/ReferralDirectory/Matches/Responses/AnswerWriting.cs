using ReferralDirectory.Geocoding;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Platform;

namespace ReferralDirectory.Matches.Responses;

/// <summary>
/// An answer written without its response being made: the same bytes as <see cref="ResponseMapping"/> and the serialiser give, to which
/// a test holds it. The therapists, nearly all of an answer, are written by <see cref="ResultWriting"/>.
/// </summary>
internal static class AnswerWriting
{
    public static void Write(JsonText json, MatchAnswer answer, PlacedCriteria asked, MatchContext world)
    {
        json.BeginObject();
        ScreeningWriting.Write(json, answer.Screening, world.Knowledge);
        json.Member("total"u8, answer.Total);
        Results(json, answer, asked.Included, world);
        Funnel(json, answer, asked.Included);
        if (asked.Included.Relaxations)
            json.Other("relaxations"u8, answer.Relaxations.Select(relaxation => ResponseMapping.ToResponse(relaxation, world.Knowledge)));
        json.Member("radiusMiles"u8, answer.Radius?.Value);
        json.Member("radiusChosen"u8, answer.RadiusChosen);
        json.Member("minTier"u8, answer.MinTier);
        json.Member("sort"u8, EnumWords.Of(asked.Criteria.Sort));
        Geocode(json, asked.Place);
        json.Member("synthetic"u8, answer.Results.Any(hit => hit.Therapist.Synthetic));
        json.Member("serviceDate"u8, asked.Criteria.ServiceDate);
        json.Member("rulesetVersion"u8, RulesetVersion.Of(world.Ranking));
        json.Member("knowledgeVersion"u8, world.Knowledge.Version);
        json.Member("indexRevision"u8, world.Index.Revision);
        json.Member("asOf"u8, asked.Criteria.AsOf);
        json.EndObject();
    }

    private static void Results(JsonText json, MatchAnswer answer, IncludedParts included, MatchContext world)
    {
        var writing = new ResultWriting(json, answer.Screening, included, world);
        json.BeginArray("results"u8);
        foreach (var hit in answer.Results)
            writing.Write(hit);
        json.EndArray();
    }

    private static void Funnel(JsonText json, MatchAnswer answer, IncludedParts included)
    {
        if (!included.Funnel)
            return;
        json.BeginArray("funnel"u8);
        foreach (var step in answer.Funnel)
        {
            var (gate, unit) = ResponseMapping.NamesOf(step);
            json.BeginObject();
            json.Member("gate"u8, gate);
            json.Member("unit"u8, unit);
            json.Member("in"u8, step.In);
            json.Member("out"u8, step.Out);
            json.EndObject();
        }

        json.EndArray();
    }

    private static void Geocode(JsonText json, Place place)
    {
        json.BeginObject("geocode"u8);
        json.Member("precision"u8, EnumWords.Of(place.Precision));
        json.Member("uncertaintyMiles"u8, ResultMapping.Shown(place.Uncertainty));
        json.EndObject();
    }
}

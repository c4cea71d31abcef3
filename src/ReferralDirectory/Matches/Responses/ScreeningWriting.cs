using ReferralDirectory.Matches.Sentences;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Screening;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Platform;

namespace ReferralDirectory.Matches.Responses;

/// <summary>What the safety rows say of an order, member by member as <see cref="ScreeningResponse"/> has it.</summary>
internal static class ScreeningWriting
{
    public static void Write(JsonText json, ScreeningResult screening, KnowledgeTables knowledge)
    {
        json.BeginObject("screening"u8);
        json.Member("outcome"u8, EnumWords.Of(screening.Outcome));
        json.BeginArray("findings"u8);
        foreach (var finding in screening.Findings)
            Finding(json, finding, knowledge);
        json.EndArray();
        json.Texts("struckOut"u8, screening.StruckOut, static modality => modality.Value);
        if (!screening.Requirements.IsEmpty)
        {
            json.BeginArray("requirements"u8);
            foreach (var requirement in screening.Requirements)
                Requirement(json, requirement, knowledge);
            json.EndArray();
        }

        json.EndObject();
    }

    private static void Finding(JsonText json, Finding finding, KnowledgeTables knowledge)
    {
        json.BeginObject();
        json.Member("code"u8, finding.Code);
        json.Member("level"u8, EnumWords.Of(finding.Level));
        json.Member("scope"u8, EnumWords.Of(finding.Scope));
        json.Texts("modalities"u8, finding.Modalities, static modality => modality.Value);
        json.Member("site"u8, finding.Site);
        json.Member("triggeredBy"u8, finding.TriggeredBy);
        json.Member("text"u8, FindingSentences.Of(finding));
        json.Member("source"u8, finding.Source is null ? null : knowledge.CitationOf(finding.Source));
        json.EndObject();
    }

    private static void Requirement(JsonText json, CredentialRequirement requirement, KnowledgeTables knowledge)
    {
        json.BeginObject();
        json.Member("code"u8, requirement.Code);
        json.Member("name"u8, requirement.Name);
        json.Member("text"u8, requirement.Text);
        json.Member("source"u8, knowledge.CitationOf(requirement.Source));
        json.EndObject();
    }
}

using System.Collections.Immutable;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Knowledge;

/// <summary>A publication or body that a row rests on.</summary>
public sealed record KnowledgeSource(string Id, string Citation, string Kind, string Licence, Sureness Sureness);

/// <summary>A way of working that a therapist can offer.</summary>
/// <param name="Group"><c>massage</c>, <c>lymphatic</c>, <c>bodywork</c>, <c>specialty</c> or <c>adjunct</c>.</param>
public sealed record Modality(Code<Modality> Code, string Name, string Group, string Description, string Source)
{
    /// <summary>The group whose members serve where no indication is known.</summary>
    public const string MassageGroup = "massage";
}

/// <summary>A condition, known by prefixes of ICD-10-CM codes (upper case, no dot).</summary>
public sealed record Condition(Code<Condition> Code, string Name, ImmutableArray<string> Icd10Prefixes, string? Notes);

/// <summary>A code of the ICD-10-CM list with its official title.</summary>
public sealed record Icd10Title(Icd10Code Code, string Title);

/// <summary>A credential that an issuer grants.</summary>
/// <param name="Modalities">The modalities it certifies; none for a general board certification.</param>
public sealed record Credential(
    Code<Credential> Code, string Name, string Issuer, CredentialKind Kind, ImmutableArray<Code<Modality>> Modalities, int? MinimumHours, int? RenewYears,
    string Source, Sureness Sureness);

public enum CredentialKind { Board, Specialty, Membership, Permission }

/// <summary>A payer. Aliases are what people type.</summary>
public sealed record Insurer(Code<Insurer> Id, string Name, ImmutableArray<string> Aliases, InsurerKind Kind, ImmutableArray<StateCode> States, string Source);

/// <summary>A set of contracted therapists of an insurer.</summary>
public sealed record Network(Code<Network> Id, Code<Insurer> Insurer, string Name);

/// <summary>A product of an insurer and the networks it uses. Its id is unique within the insurer.</summary>
public sealed record Plan(Code<Insurer> Insurer, Code<Plan> Id, string Name, string Kind, ImmutableArray<Code<Network>> Networks);

using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Store.Rows;

/// <summary>One clinical table as a document: always read and replaced whole, never queried by column.</summary>
internal sealed record KnowledgeTableRow
{
    public required string Name { get; init; }

    /// <summary>The records of the table as JSON (<see cref="StoreJson"/>).</summary>
    public required string Payload { get; init; }
}

internal sealed record InsurerRow
{
    public required Code<Insurer> Id { get; init; }
    public required int Position { get; init; }
    public required string Name { get; init; }
    public required string[] Aliases { get; init; }
    public required InsurerKind Kind { get; init; }

    /// <summary>Postal codes.</summary>
    public required string[] States { get; init; }

    public required string Source { get; init; }
}

internal sealed record NetworkRow
{
    public required Code<Network> Id { get; init; }
    public required int Position { get; init; }
    public required Code<Insurer> Insurer { get; init; }
    public required string Name { get; init; }
}

internal sealed record PlanRow
{
    public required Code<Insurer> Insurer { get; init; }
    public required Code<Plan> Id { get; init; }
    public required int Position { get; init; }
    public required string Name { get; init; }
    public required string Kind { get; init; }
    public required string[] Networks { get; init; }
}

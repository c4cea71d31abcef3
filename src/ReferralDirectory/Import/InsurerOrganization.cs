using System.Diagnostics.CodeAnalysis;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import;

/// <summary>An insurer as the one who says what its files say: <c>insurer-aetna</c>.</summary>
internal static class InsurerOrganization
{
    private const string Prefix = "insurer-";

    public static bool IsOne(Code<Organization> id) => id.Value.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>False where the insurer's code is too long for that.</summary>
    public static bool TryOf(Insurer insurer, [NotNullWhen(true)] out Organization? organization)
    {
        organization = Code<Organization>.TryParse($"{Prefix}{insurer.Id}", out var id) ? new Organization(id, insurer.Name, Registers.InsurerKind, Website: null, Synthetic: false) : null;
        return organization is not null;
    }
}

using System.Collections.Frozen;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import;

/// <summary>Public bodies whose files are read as they publish them. Nobody speaks for them: <c>--organization</c> does not take their ids.</summary>
internal static class Registers
{
    public const string Kind = "register";

    /// <summary>Insurers' files are read in the same way.</summary>
    public const string InsurerKind = "insurer";

    /// <summary>Whoever runs the directory, and decides in its name.</summary>
    public const string OperatorKind = "operator";

    public static readonly Organization Oig = Register("oig", "HHS Office of Inspector General", "https://oig.hhs.gov/exclusions/");

    public static readonly Organization Nppes = Register("nppes", "CMS National Plan and Provider Enumeration System", "https://nppes.cms.hhs.gov/");

    public static readonly Organization TexasTdlr = Register("tx-tdlr", "Texas Department of Licensing and Regulation", "https://www.tdlr.texas.gov/");

    public static readonly Organization MissouriMassageBoard = Register("mo-massage-board", "Missouri Board of Therapeutic Massage", "https://pr.mo.gov/massage.asp");

    public static readonly Organization WashingtonDoh = Register("wa-doh", "Washington State Department of Health", "https://doh.wa.gov/");

    /// <summary>Whoever runs the directory decides in its name.</summary>
    public static readonly Organization Operator =
        new(Code<Organization>.Parse("directory-operator"), "The operator of this directory", OperatorKind, Website: null, Synthetic: false);

    /// <summary>Everybody who reports; nobody's organisation.</summary>
    public static readonly Organization Public = Register("public-reports", "Reports by the public", website: null);

    private const string BoardPrefix = "state-";

    private static readonly FrozenSet<Code<Organization>> Named =
        new[] { Oig, Nppes, TexasTdlr, MissouriMassageBoard, WashingtonDoh, Operator, Public }.Select(body => body.Id).ToFrozenSet();

    /// <summary>Whether the id is a register's, a board's, an insurer's or the directory's own, which no organisation may take or speak for.</summary>
    public static bool Reserve(Code<Organization> id) =>
        Named.Contains(id) || InsurerOrganization.IsOne(id)
        || (id.Value.StartsWith(BoardPrefix, StringComparison.Ordinal) && StateCode.TryParse(id.Value[BoardPrefix.Length..], out _));

    /// <summary>Whether a body of this kind is one whose files are read as it publishes them, or the directory itself.</summary>
    public static bool ReserveKind(string kind) => kind is Kind or InsurerKind or OperatorKind;

    /// <summary>The board of a state whose roster comes in the form that is the same for all.</summary>
    public static Organization BoardOf(StateCode state) =>
        Register($"{BoardPrefix}{FoldedText.Of(state.PostalCode)}", $"Massage licensing board of {state.PostalCode}", website: null);

    private static Organization Register(string id, string name, string? website) => new(Code<Organization>.Parse(id), name, Kind, website, Synthetic: false);
}

using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import;

/// <summary>Public bodies whose files are read as they publish them. Nobody speaks for them: <c>--organization</c> does not take their ids.</summary>
internal static class Registers
{
    public const string Kind = "register";

    public static readonly Organization Oig = Register("oig", "HHS Office of Inspector General", "https://oig.hhs.gov/exclusions/");

    public static readonly Organization Nppes = Register("nppes", "CMS National Plan and Provider Enumeration System", "https://nppes.cms.hhs.gov/");

    private static Organization Register(string id, string name, string website) => new(Code<Organization>.Parse(id), name, Kind, website, Synthetic: false);
}

using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import;

/// <summary>Public bodies whose files are read as they publish them. Nobody speaks for them: <c>--organization</c> does not take their ids.</summary>
internal static class Registers
{
    public const string Kind = "register";

    public static readonly Organization Oig = Register("oig", "HHS Office of Inspector General", "https://oig.hhs.gov/exclusions/");

    private static Organization Register(string id, string name, string website) => new(Code<Organization>.Parse(id), name, Kind, website, Synthetic: false);
}

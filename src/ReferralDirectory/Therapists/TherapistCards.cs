using System.Text;
using System.Text.Json.Nodes;

namespace ReferralDirectory.Therapists;

/// <summary>The same therapist for address books (vCard 4.0, RFC 6350) and for search engines (schema.org in JSON-LD).</summary>
internal static class TherapistCards
{
    public const string VCardType = "text/vcard";
    public const string JsonLdType = "application/ld+json";
    private const int FoldAt = 75;
    private const string SyntheticNote = "An invented person of the demonstration data.";

    public static string VCard(TherapistResponse therapist)
    {
        var name = therapist.LegalName.Value;
        var card = new StringBuilder();
        void Line(string property, params string?[] values) =>
            Fold(card, $"{property}:{string.Join(';', values.Select(value => Escape(value ?? "")))}");

        Line("BEGIN", "VCARD");
        Line("VERSION", "4.0");
        Line("FN", therapist.Name);
        Line("N", name.Family, name.Given, name.Middle, "", name.Suffix);
        Line("ROLE", "Massage therapist");
        foreach (var listing in therapist.Listings)
        {
            var address = listing.Address;
            Line("ADR;TYPE=work", "", address.Line2, address.Line1, address.City, address.State[3..], address.Zip, "US");
            if (listing.Phone is not null)
                Fold(card, $"TEL;TYPE=work;VALUE=uri:tel:{listing.Phone}");
            if (listing.Fax is not null)
                Fold(card, $"TEL;TYPE=fax;VALUE=uri:tel:{listing.Fax}");
        }

        if (therapist.Email is { } email)
            Line("EMAIL", email.Value);
        if (PageOf(therapist) is { } page)
            Fold(card, $"URL:{page}");
        if (therapist.Synthetic)
        {
            Line("NOTE", SyntheticNote);
            Line("X-SYNTHETIC", "TRUE");
        }

        Line("UID", $"urn:referral-directory:{therapist.Id}");
        Line("END", "VCARD");
        return card.ToString();
    }

    public static string JsonLd(TherapistResponse therapist) => new JsonObject
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "Person",
        ["@id"] = $"/v1/therapists/{therapist.Id}",
        ["name"] = therapist.Name,
        ["jobTitle"] = "Massage therapist",
        ["description"] = therapist.Synthetic ? SyntheticNote : null,
        ["additionalProperty"] = therapist.Synthetic ? new JsonObject { ["@type"] = "PropertyValue", ["propertyID"] = "synthetic", ["value"] = true } : null,
        ["identifier"] = therapist.Npi is { } npi ? new JsonObject { ["@type"] = "PropertyValue", ["propertyID"] = "NPI", ["value"] = npi.Value } : null,
        ["email"] = therapist.Email?.Value,
        ["url"] = PageOf(therapist),
        ["knowsLanguage"] = new JsonArray([.. therapist.Languages.Select(language => JsonValue.Create(language.Value))]),
        ["knowsAbout"] = new JsonArray([.. therapist.Modalities.Select(modality => JsonValue.Create(modality.Name))]),
        ["workLocation"] = new JsonArray([.. therapist.Listings.Select(Place)]),
    }.ToJsonString();

    private static JsonObject Place(ListingResponse listing) => new()
    {
        ["@type"] = "Place",
        ["telephone"] = listing.Phone,
        ["faxNumber"] = listing.Fax,
        ["address"] = new JsonObject
        {
            ["@type"] = "PostalAddress",
            ["streetAddress"] = StreetOf(listing.Address),
            ["addressLocality"] = listing.Address.City,
            ["addressRegion"] = listing.Address.State[3..],
            ["postalCode"] = listing.Address.Zip,
            ["addressCountry"] = "US",
        },
        ["geo"] = new JsonObject { ["@type"] = "GeoCoordinates", ["latitude"] = listing.Latitude, ["longitude"] = listing.Longitude },
    };

    private static string? StreetOf(AddressResponse address) => address.Line2 is { } second ? $"{address.Line1}, {second}" : address.Line1;

    /// <summary>A page that a browser opens, percent-encoded, so that it neither ends its line nor runs as a script; else null.</summary>
    private static string? PageOf(TherapistResponse therapist) =>
        Uri.TryCreate(therapist.Website?.Value, UriKind.Absolute, out var page) && (page.Scheme == Uri.UriSchemeHttp || page.Scheme == Uri.UriSchemeHttps)
            ? page.AbsoluteUri : null;

    private static string Escape(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace(",", @"\,", StringComparison.Ordinal)
        .Replace(";", @"\;", StringComparison.Ordinal)
        .ReplaceLineEndings(@"\n");

    /// <summary>Lines of at most 75 octets, CRLF; a line that goes on begins with a space, and no character is cut in two.</summary>
    private static void Fold(StringBuilder card, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > FoldAt)
            {
                card.Append("\r\n ");
                octets = 1;
            }

            card.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        card.Append("\r\n");
    }
}

using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Therapists;

/// <summary>All that the directory holds of one therapist. A missing member was stated by nobody.</summary>
/// <param name="Synthetic">An invented person of the demonstration data.</param>
/// <param name="Vetting">How far the therapist is vetted, for each state with a listing.</param>
/// <param name="IdentityConflict">Another person with a clearly different name uses the same NPI or licence.</param>
/// <param name="TrustSignals">Signs that somebody may stand in the directory without practising any more. They warn; they change no tier and no rank.</param>
/// <param name="Revision">The revision of the directory that last changed this therapist.</param>
/// <param name="HiddenFacts">Directory facts and places that are left out because nobody has said them again for about a year; `include=stale` shows them.</param>
/// <param name="AsOf">The day on which tiers, confidence and freshness were judged.</param>
internal sealed record TherapistResponse(
    string Id, string Name, bool Synthetic, IReadOnlyList<VettingResponse> Vetting, bool IdentityConflict, IReadOnlyList<TrustWarningResponse> TrustSignals,
    FactResponse<PersonName> LegalName,
    FactResponse<string>? Npi, FactResponse<Gender>? Gender, IReadOnlyList<FactResponse<string>> Languages, FactResponse<string>? Email,
    FactResponse<string>? Website, FactResponse<int>? StatedTrainingHours, FactResponse<int>? DocumentedTrainingHours,
    FactResponse<bool>? LiabilityCover, DateOnly? LiabilityCoverUntil, SourceResponse? ExclusionListClear, IReadOnlyList<LicenceResponse> Licences,
    IReadOnlyList<CertificationResponse> Certifications, IReadOnlyList<OfferedModalityResponse> Modalities, IReadOnlyList<NetworkFactResponse> Networks,
    IReadOnlyList<MembershipResponse> Memberships, IReadOnlyList<ListingResponse> Listings, int HiddenFacts, long Revision, string KnowledgeVersion, DateOnly AsOf);

/// <summary>Who said it, how it was learned, on which day it was said or checked, and what may be held of it today.</summary>
/// <param name="Confidence">
/// `high`: at least nine of ten such facts are still true. What it rests on: the kind of fact, how it was learned, its age, and whether other
/// sources say the same.
/// </param>
/// <param name="Freshness">
/// `due` from the day of `dueOn`; `lowered`, with less confidence, when as much time again has passed; `hidden`, for what stands in the
/// directory (places, telephones, hours, new patients, networks, addresses on the web), after four times as much, about a year.
/// </param>
/// <param name="DueOn">The first day on which it is to be said or checked again.</param>
/// <param name="DisputedOn">Since then independent reports by the public deny it, and nobody has answered them; missing: it is not disputed.</param>
internal sealed record SourceResponse(
    string Source, FactMethod Method, DateOnly AsOf, Confidence Confidence, Freshness Freshness, DateOnly DueOn, DateOnly? DisputedOn);

internal sealed record FactResponse<T>(T Value, SourceResponse From)
    where T : notnull;

/// <param name="Meaning">In a sentence.</param>
internal sealed record TrustWarningResponse(TrustSignal Signal, string Meaning);

/// <param name="Tier">0 to 4.</param>
/// <param name="MissingForNextTier">What stands between this tier and the next; empty at tier 4.</param>
internal sealed record VettingResponse(
    string State, int Tier, IReadOnlyList<VettingGap> MissingForNextTier, DateOnly? LicenceCheckedOn, DateOnly? ExclusionCheckedOn, int? KnownHours,
    bool HoursDocumented, int? StateMinimumHours, Confidence Confidence);

/// <param name="CheckedOn">The day its board confirmed the status; missing when only claimed.</param>
internal sealed record LicenceResponse(
    string State, string Title, string Number, LicenceStatus Status, DateOnly? IssuedOn, DateOnly? ExpiresOn, DateOnly? CheckedOn, SourceResponse From);

/// <param name="ConfirmedOn">The day the issuer confirmed it; missing when only claimed.</param>
internal sealed record CertificationResponse(
    string Credential, string Name, string? Number, DateOnly? IssuedOn, DateOnly? ExpiresOn, DateOnly? ConfirmedOn, SourceResponse From);

internal sealed record OfferedModalityResponse(string Modality, string Name, TrainingLevel Level, int? StatedHours, int? DocumentedHours, SourceResponse From);

/// <param name="Network">Missing: the insurer as a whole.</param>
/// <param name="Accepting">Whether new patients of the network are taken; missing: not said.</param>
/// <param name="AppliesTo">Whether the source spoke of one place (`listing`) or of the therapist, wherever (`provider`).</param>
/// <param name="ListingZip">The ZIP code of the place; missing: holds at every listing.</param>
internal sealed record NetworkFactResponse(
    string Insurer, string? Network, bool InNetwork, DateOnly? EffectiveFrom, DateOnly? EffectiveTo, bool? Accepting, NetworkFactSubject AppliesTo,
    string? ListingZip, SourceResponse From);

internal sealed record MembershipResponse(string Organization, string OrganizationName, string MemberKey, MembershipStatus Status, DateOnly? ExpiresOn, SourceResponse From);

/// <summary>One place of practice.</summary>
/// <param name="PointUncertaintyMiles">How far the door may be from the point.</param>
/// <param name="PhoneFrom">The same source as the place's, judged as a telephone number.</param>
/// <param name="Accepting">What is said of new patients; `unknown` is not `no`, and takes the place of what was said too long ago.</param>
/// <param name="HomeVisitMiles">How far the therapist travels to a patient's home; missing: no home visits.</param>
/// <param name="HoursFrom">The same source as the place's, judged as opening hours.</param>
internal sealed record ListingResponse(
    string Id, AddressResponse Address, double Latitude, double Longitude, double PointUncertaintyMiles, string? Phone, SourceResponse? PhoneFrom, string? Fax, CareSetting? Setting,
    bool? WheelchairAccessible, FactResponse<AcceptingPatients> Accepting, DateOnly? NextOpening, double? HomeVisitMiles, decimal? SelfPayPriceUsd,
    bool? EveningHours, bool? WeekendHours, IReadOnlyList<OpeningHoursResponse> Hours, SourceResponse? HoursFrom, SourceResponse From);

/// <param name="Line1">Missing where the therapist only travels: the address may be a home. The point is the ZIP's then.</param>
/// <param name="State">ISO 3166-2, such as `US-NY`.</param>
internal sealed record AddressResponse(string? Line1, string? Line2, string City, string State, string Zip);

internal sealed record OpeningHoursResponse(DayOfWeek Day, TimeOnly Opens, TimeOnly Closes);

namespace ReferralDirectory.Matches.Requests;

/// <summary>Wishes: they change the order of the results. Those named in <c>required</c> also keep others out.</summary>
internal sealed record PreferencesRequest
{
    /// <summary>More than 0, at most 250. Left out: the smallest of 5, 10, 25, 50, 100, 250 that fills the answer.</summary>
    /// <example>25</example>
    public double? RadiusMiles { get; init; }

    /// <summary>BCP 47 tags, any one of which serves.</summary>
    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary><c>female</c>, <c>male</c> or <c>other</c>.</summary>
    public string? TherapistGender { get; init; }

    /// <summary>
    /// <c>clinic</c>, <c>hospital</c>, <c>medical-office</c>, <c>private-practice</c>, <c>sports-facility</c>, <c>home-visit-only</c>;
    /// any one of them serves.
    /// </summary>
    public IReadOnlyList<string>? Settings { get; init; }

    /// <summary>True: at the patient's home is preferred. False: no home visits. Left out: either.</summary>
    public bool? HomeVisit { get; init; }

    public bool? EveningHours { get; init; }
    public bool? WeekendHours { get; init; }
    public bool? WheelchairAccessible { get; init; }

    /// <summary>Names of preferences above that must hold: <c>languages</c>, <c>therapistGender</c>, <c>settings</c>, <c>homeVisit</c>, ….</summary>
    public IReadOnlyList<string>? Required { get; init; }
}

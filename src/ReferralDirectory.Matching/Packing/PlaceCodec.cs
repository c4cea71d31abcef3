using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Packing;

/// <summary>How a listing, that is a place of practice, is packed.</summary>
internal static class PlaceCodec
{
    public static void WriteListing(PackWriter to, Listing listing)
    {
        to.Number(listing.Id.Value);
        WritePlace(to, listing.Place);
    }

    public static Listing ReadListing(PackReader from) => new(new ListingId(from.Number()), ReadPlace(from));

    private static void WritePlace(PackWriter to, PracticePlace place)
    {
        WriteAddress(to, place.Address);
        to.Point(place.Point);
        to.Real(place.PointUncertainty.Value);
        to.OptionalPhone(place.Phone);
        to.OptionalPhone(place.Fax);
        to.OptionalNumber((int?)place.Setting);
        to.OptionalYesNo(place.WheelchairAccessible);
        to.OptionalMiles(place.HomeVisitRadius);
        WritePrice(to, place.SelfPayPriceUsd);
        to.OptionalYesNo(place.EveningHours);
        to.OptionalYesNo(place.WeekendHours);
        to.EachShown(place.Hours, WriteHours);
        to.Sourced(place.Accepting, static (to, accepting) => to.Number((int)accepting));
        to.OptionalDay(place.NextOpening);
        to.From(place.From);
    }

    private static PracticePlace ReadPlace(PackReader from) => new()
    {
        Address = ReadAddress(from),
        Point = from.Point(),
        PointUncertainty = new Miles(from.Real()),
        Phone = from.OptionalPhone(),
        Fax = from.OptionalPhone(),
        Setting = (CareSetting?)from.OptionalCount(),
        WheelchairAccessible = from.OptionalYesNo(),
        HomeVisitRadius = from.OptionalMiles(),
        SelfPayPriceUsd = ReadPrice(from),
        EveningHours = from.OptionalYesNo(),
        WeekendHours = from.OptionalYesNo(),
        Hours = from.EachShown(ReadHours),
        Accepting = from.Sourced(static from => (AcceptingPatients)from.Count()),
        NextOpening = from.OptionalDay(),
        From = from.From(),
    };

    private static void WriteAddress(PackWriter to, PostalAddress address)
    {
        to.ShownText(address.Line1);
        to.OptionalShownText(address.Line2);
        to.Word(address.City);
        to.State(address.State);
        to.Zip(address.Zip);
    }

    private static PostalAddress ReadAddress(PackReader from) => new(from.ShownText(), from.OptionalShownText(), from.Word(), from.State(), from.Zip());

    private static void WritePrice(PackWriter to, decimal? price)
    {
        to.YesNo(price is not null);
        if (price is { } stated)
            to.Amount(stated);
    }

    private static decimal? ReadPrice(PackReader from) => from.YesNo() ? from.Amount() : null;

    private static void WriteHours(PackWriter to, OpeningHours hours)
    {
        to.Number((int)hours.Day);
        WriteTime(to, hours.Opens);
        WriteTime(to, hours.Closes);
    }

    private static OpeningHours ReadHours(PackReader from) => new((DayOfWeek)from.Count(), ReadTime(from), ReadTime(from));

    /// <summary>Almost always whole minutes: then the ticks are not written.</summary>
    private static void WriteTime(PackWriter to, TimeOnly time)
    {
        var (minutes, ticks) = Math.DivRem(time.Ticks, TimeSpan.TicksPerMinute);
        to.Number((minutes << 1) | (ticks == 0 ? 0L : 1L));
        if (ticks != 0)
            to.Number(ticks);
    }

    private static TimeOnly ReadTime(PackReader from)
    {
        var minutes = from.Number();
        var ticks = (minutes & 1) == 0 ? 0 : from.Number();
        return new TimeOnly(((minutes >> 1) * TimeSpan.TicksPerMinute) + ticks);
    }
}

using System.Net;
using System.Net.Sockets;

namespace ReferralDirectory.Platform;

/// <summary>Callers as far as they can be told apart: one household has one IPv4 address or one IPv6 network of 64 bits.</summary>
internal static class Households
{
    /// <summary>An in-process test server has no address.</summary>
    public static string Of(IPAddress? address) => address switch
    {
        null => "no-address",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}

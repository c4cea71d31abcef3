namespace ReferralDirectory.Platform;

/// <summary>Where to listen, as it is typed or configured: addresses with ';' between them.</summary>
internal static class ListenAddresses
{
    /// <summary>What is wrong with them, and the fix; null when a server can be asked to listen there.</summary>
    public static string? FaultOf(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!IsAddress(url))
                return $"'{url}' is no address to listen at: write http://localhost:5080, or http://*:5080 for every network.";
        }

        return null;
    }

    /// <summary>Read as the server reads it.</summary>
    private static bool IsAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { Scheme: "http" or "https", PathBase.Length: 0, Port: >= 0 and <= 65_535 };
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

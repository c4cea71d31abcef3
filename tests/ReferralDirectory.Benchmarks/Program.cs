#if DEBUG
Console.Error.WriteLine("Measure a release build: dotnet run -c Release --project tests/ReferralDirectory.Benchmarks");
return 1;
#else
using ReferralDirectory.Benchmarks;
using ReferralDirectory.Benchmarks.Calibration;
using ReferralDirectory.Benchmarks.Http;
using ReferralDirectory.Benchmarks.Linkage;
using ReferralDirectory.Benchmarks.Peers;

// Measures what README and the issues promise, on a store that the product itself made in a temporary directory, and writes the table
// to RESULTS.md beside this project. Ends only the servers that it started.
var data = Directory.CreateTempSubdirectory("referral-directory-benchmark-").FullName;
try
{
    return args switch
    {
        ["peers", .. var sizes] => await PeersRun.RunAsync(data, sizes),
        [HttpRun.Verb, .. var directories] => await HttpRun.RunAsync(data, directories),
        [AnswerHost.Verb, var url, var store, var body] => await AnswerHost.RunAsync(url, store, body),
        ["import", .. var counts] => await ImportMeasurement.RunAsync(Product.Built, data, counts),
        ["linkage"] => LinkageMeasurement.Run(),
        [CalibrationRun.Verb] => CalibrationRun.Run(),
        ["start", .. var counts] => await StartRun.RunAsync(data, counts),
        ["changes", .. var counts] => await ChangesRun.RunAsync(data, counts),
        _ => await ProductRun.RunAsync(data, args),
    };
}
finally
{
    Directory.Delete(data, recursive: true);
}
#endif

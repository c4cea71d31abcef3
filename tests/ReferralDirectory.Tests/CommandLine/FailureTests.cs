using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ReferralDirectory.CommandLine;
using ReferralDirectory.Store;

namespace ReferralDirectory.Tests.CommandLine;

public sealed class FailureTests
{
    public static TheoryData<Exception, int, string> Known { get; } = new()
    {
        { new StoreException("No room."), ExitCodes.StoreUnusable, "No room." },
        { new SqliteException("database or disk is full", 13), ExitCodes.StoreUnusable, "The disk is full" },
        { new SqliteException("database disk image is malformed", 11), ExitCodes.StoreUnusable, "file is damaged" },
        { new SqliteException("attempt to write a readonly database", 8), ExitCodes.StoreUnusable, "right to write" },
        { new DbUpdateException("wrapped", new SqliteException("database or disk is full", 13)), ExitCodes.StoreUnusable, "The disk is full" },
        { new InvalidDataException("The seed data is damaged."), ExitCodes.HasErrors, "The seed data is damaged." },
        { new OptionsValidationException("Ranking", typeof(object), ["The weights\nare wrong."]), ExitCodes.BadInput, "The weights are wrong." },
        { new IOException("address already in use"), ExitCodes.BadInput, "address already in use" },
        { new SocketException((int)SocketError.AddressNotAvailable), ExitCodes.BadInput, "name one of this machine with --urls" },
        { new UnauthorizedAccessException("Access to the path is denied."), ExitCodes.BadInput, "Access to the path is denied." },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public async Task What_goes_wrong_around_a_verb_is_one_sentence_on_standard_error(Exception failure, int exitCode, string sentence)
    {
        var typed = await Typed.RunAsync(Throwing(failure));

        Assert.Equal((exitCode, ""), (typed.ExitCode, typed.Output));
        Assert.Contains(sentence, Assert.Single(typed.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bug_is_not_hushed_up()
    {
        Assert.Null(Failures.Of(new InvalidOperationException("A bug.")));
        Assert.Null(Failures.Of(new FormatException("Not the store's fault.")));
    }

    [Fact]
    public async Task A_server_that_cannot_start_says_so_on_standard_error()
    {
        using var data = new TemporaryData();
        var file = Path.Combine(data.Path, "a-file");
        await File.WriteAllTextAsync(file, "");

        var typed = await Typed.RunAsync(ServeCommand.Create(), "--data", file);

        Assert.Equal((ExitCodes.StoreUnusable, ""), (typed.ExitCode, typed.Output));
        Assert.Contains(file, Assert.Single(typed.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_whose_address_is_taken_names_it_and_the_fix_and_nothing_else()
    {
        using var data = new TemporaryData();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://{other.LocalEndpoint}";

        var typed = await Typed.RunAsync(ServeCommand.Create(), "--data", data.Path, "--seed", "none", "--urls", address);

        Assert.Equal((ExitCodes.BadInput, ""), (typed.ExitCode, typed.Output));
        Assert.Equal(
            $"Failed to bind to address {address}: address already in use. End the program that listens there, or name another address with --urls.",
            typed.Errors.TrimEnd());
    }

    [Fact]
    public async Task A_server_that_is_stopped_before_it_is_ready_just_ends()
    {
        using var data = new TemporaryData();
        var uncaught = new InvocationConfiguration { EnableDefaultExceptionHandler = false };

        Assert.Equal(ExitCodes.Done, await ServeCommand.Create().Parse(["--data", data.Path]).InvokeAsync(uncaught, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task A_check_of_a_file_that_is_no_store_says_so()
    {
        using var data = new TemporaryData();
        await File.WriteAllTextAsync(data.DatabasePath, new string('x', 8192));

        var typed = await Typed.RunAsync(CheckCommand.Create(SettableClock.AtNoon), "--data", data.Path);

        Assert.Equal(ExitCodes.StoreUnusable, typed.ExitCode);
        Assert.Contains("file is not a database", typed.Errors, StringComparison.Ordinal);
    }

    private static System.CommandLine.Command Throwing(Exception failure)
    {
        var verb = new System.CommandLine.Command("throw");
        verb.SetAction((parsed, _) => Terminal.RunAsync(parsed, () => Task.FromException<int>(failure)));
        return verb;
    }
}

using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ReferralDirectory.Store;

namespace ReferralDirectory.CommandLine;

/// <summary>What the world outside can do to a verb: said in one sentence, with the exit code that the help names. Anything else is a bug.</summary>
internal static class Failures
{
    /// <summary>Null for a bug, and for a verb that was stopped.</summary>
    public static (int ExitCode, string Sentence)? Of(Exception failure) => failure switch
    {
        StoreException => (ExitCodes.StoreUnusable, failure.Message),
        SqliteException database => (ExitCodes.StoreUnusable, SentenceOf(database)),
        DbUpdateException { InnerException: SqliteException database } => (ExitCodes.StoreUnusable, SentenceOf(database)),
        InvalidDataException => (ExitCodes.HasErrors, failure.Message),
        OptionsValidationException => (ExitCodes.BadInput, $"The configuration is wrong: {failure.Message}"),
        IOException { InnerException: AddressInUseException } => (ExitCodes.BadInput, $"{failure.Message} End the program that listens there, or name another address with --urls."),
        SocketException => (ExitCodes.BadInput, $"Nobody can listen at that address ({failure.Message}): name one of this machine with --urls."),
        IOException or UnauthorizedAccessException => (ExitCodes.BadInput, failure.Message),
        _ => null,
    };

    // Primary result codes: https://www.sqlite.org/rescode.html
    private static string SentenceOf(SqliteException failure) => failure.SqliteErrorCode switch
    {
        8 => $"The store cannot be written: give this account the right to write to its file and directory. ({failure.Message})",
        11 or 26 => $"The store's file is damaged: bring back a copy of it. ({failure.Message})",
        13 => $"The disk is full, and nothing was stored: make room and try again. ({failure.Message})",
        _ => $"The store cannot be used: {failure.Message}",
    };
}

using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Import;

/// <summary>Takes what a file says of people, row by row, so that no reader keeps it all.</summary>
internal interface IFileFacts
{
    /// <summary>The answer is the record's position, for those that learn more of it further down.</summary>
    long Add(SourceRecord record);

    /// <summary>The record that was added there.</summary>
    SourceRecord At(long position);

    /// <summary>Puts what a later row added to a record in its place; who it is about stays.</summary>
    void Replace(long position, SourceRecord record);

    void Add(Verification entry);
}

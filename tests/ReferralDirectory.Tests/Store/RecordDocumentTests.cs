using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;

namespace ReferralDirectory.Tests.Store;

public sealed class RecordDocumentTests
{
    private static readonly Provenance Alliance = new("alliance", FactMethod.Organization, new DateOnly(2026, 11, 1));
    private static readonly Provenance Board = new("tx-board", FactMethod.PrimarySource, new DateOnly(2026, 10, 2));

    [Fact]
    public void A_record_comes_back_as_it_was_with_the_provenance_of_each_fact()
    {
        var record = Record(Alliance, Board, Alliance, Board, Board);

        Assert.Equal(StoreJson.Write(record), StoreJson.Write(RecordDocument.Read(RecordDocument.Write(record))));
    }

    [Fact]
    public void What_most_facts_share_stands_once_in_the_document()
    {
        var document = RecordDocument.Write(Record(Alliance, Alliance, Board, Alliance));

        Assert.Single(Parts(document, "\"alliance\",\"Method\""));
        Assert.Single(Parts(document, "tx-board"));
        Assert.Equal(4, Parts(document, "\"From\":\"=\"").Length);
    }

    [Fact]
    public void Equal_records_have_equal_documents_whatever_was_written_before()
    {
        var first = RecordDocument.Write(Record(Alliance, Board));
        RecordDocument.Write(Record(Board, Board));

        Assert.Equal(first, RecordDocument.Write(Record(Alliance, Board)));
    }

    [Fact]
    public void A_document_that_says_every_provenance_in_full_is_read_too()
    {
        var full = StoreJson.Write(Record(Alliance, Board));

        Assert.Equal(full, StoreJson.Write(RecordDocument.Read(full)));
    }

    [Theory]
    [InlineData("""{"From":{"Source":"alliance","Method":"Organization","AsOf":"2026-11-01"}}""")]
    [InlineData("""{"Organization":"alliance","MemberKey":"1","AsOf":"2026-11-01","Synthetic":true,"Name":{"Given":"A","Family":"B"},"Modalities":[{"Modality":"swedish","Level":"Listed","From":"="}]}""")]
    [InlineData("")]
    [InlineData("[]")]
    public void What_is_no_such_document_is_told_by_its_beginning(string document)
    {
        RecordDocument.Write(Record(Alliance));

        var failure = Assert.Throws<StoreException>(() => RecordDocument.Read(document));

        Assert.Contains($"'{document[..Math.Min(40, document.Length)]}", failure.Message, StringComparison.Ordinal);
    }

    private static string[] Parts(string document, string searched) => [.. Enumerable.Range(0, document.Length).Where(at => document.AsSpan(at).StartsWith(searched)).Select(at => document[at..])];

    private static SourceRecord Record(params Provenance[] modalities) => new()
    {
        Organization = Code<Organization>.Parse("alliance"),
        MemberKey = "M1",
        AsOf = new DateOnly(2026, 11, 1),
        Synthetic = true,
        Name = new PersonName("Ana", "Wu", null, null),
        Membership = new Membership(Code<Organization>.Parse("alliance"), "M1", MembershipStatus.Active, null, Alliance),
        Modalities = [.. modalities.Select((from, number) => new OfferedModality(Code<Modality>.Parse($"modality-{number}"), TrainingLevel.Listed, null, null, from))],
    };
}

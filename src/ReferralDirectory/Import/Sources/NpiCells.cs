using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>Reads an NPI and keeps invented people apart from real ones: no list may speak of the other kind.</summary>
internal static class NpiCells
{
    public static Npi? Read(string column, string? text, RowCells cells)
    {
        if (text is null)
            return null;
        if (!Npi.TryParse(text, out var npi))
        {
            cells.Refuse(column, "invalid-npi", text, "An NPI has ten digits, and the last must fit the others (check digit): look it up in NPPES.");
            return null;
        }

        CheckKind(column, npi, cells);
        return npi;
    }

    public static void CheckKind(string column, Npi npi, RowCells cells)
    {
        if (cells.Context.Organization is { Synthetic: true } && !npi.IsInSyntheticRange)
            cells.Refuse(column, "npi-not-synthetic", npi.ToString(), "An invented person's NPI begins with 2: this one may belong to somebody.");
        else if (cells.Context.Organization is { Synthetic: false } && npi.IsInSyntheticRange)
            cells.Warn(column, "npi-synthetic", npi.ToString(), "No NPI that begins with 2 has ever been issued: correct it.");
    }
}

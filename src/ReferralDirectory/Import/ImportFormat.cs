namespace ReferralDirectory.Import;

internal enum ImportFormat { Members, Verifications, Organizations, Knowledge, Leie, Nppes, RosterTx, RosterMo, RosterWa, Roster, Qhp, InsurerList, Icd10cm }

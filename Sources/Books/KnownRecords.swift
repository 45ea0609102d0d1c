public import LedgerEngine
public import Records
import Storage
import Store
import Upkeep
import Vocabulary

/// The records as they were known on a day: units and teams, and the columns that ledgers are made from.
public final class KnownRecords: Sendable {
    public let units: UnitDirectory
    public let columns: RecordColumns
    public let index: UnitIndex
    /// What has been changed since, as it stood then.
    public let former: FormerRecords

    public init(units: UnitDirectory, columns: RecordColumns, former: FormerRecords = FormerRecords()) {
        self.units = units
        self.columns = columns
        self.former = former
        index = UnitIndex(columns)
    }

    /// These, with what stood before in the place of what was changed since.
    func restoring(_ former: FormerRecords, in reading: ReadTransaction) throws -> KnownRecords {
        KnownRecords(
            units: UnitDirectory(units: former.units(units.units), teams: former.teams(units.teams)),
            columns: try columns.restoring(former, in: reading), former: former)
    }
}

/// Why a workbook could not be written. What takes the bytes throws its own errors.
public enum WorkbookUnwritable: Error, Hashable {
    /// A sheet holds 1,048,576 rows.
    case tooManyRows(sheet: String)
    /// More columns than a sheet has, or more cells in a row than there are columns.
    case tooManyColumns(sheet: String)
    /// More than 4 GiB.
    case tooLarge
    case compression(Int32)
}

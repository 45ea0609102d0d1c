/// What whoever reads a sheet should know besides its rows; complete when the last row was handed over.
public struct SheetNotes: Hashable, Sendable {
    /// Cells that are merged: all but the first at the upper left are empty.
    public internal(set) var merged: [SheetArea] = []
    public internal(set) var hiddenColumns: [ClosedRange<Int>] = []
    /// Hidden rows in which something stands.
    public internal(set) var hiddenRows = 0
    /// What a filter covers, and whether it leaves out any rows now.
    public internal(set) var filter: SheetArea?
    public internal(set) var isFiltered = false
    /// Formulas that were never calculated: their cells are empty.
    public internal(set) var uncalculated = 0
    /// Rows and cells in which something stands.
    public internal(set) var rows = 0
    public internal(set) var cells = 0

    public init() {}
}

/// Whether the next row is wanted.
public enum RowAnswer: Sendable {
    case more, enough
}

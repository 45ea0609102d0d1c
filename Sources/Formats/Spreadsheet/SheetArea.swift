/// A rectangle of cells, counted from 1.
public struct SheetArea: Hashable, Sendable {
    /// The last row that a sheet has.
    public static let lastRow = 1_048_576

    public var rows: ClosedRange<Int>
    public var columns: ClosedRange<Int>

    public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        self.rows = rows
        self.columns = columns
    }

    /// `A1:C3`, or one cell; nil for what no sheet has.
    init?(_ utf8: UnsafeBufferPointer<UInt8>) {
        let ends = utf8.split(separator: 0x3A, omittingEmptySubsequences: false)
        guard ends.count <= 2, let first = CellReference(ends[0]), let last = CellReference(ends[ends.count - 1]) else {
            return nil
        }
        guard first.row <= last.row, first.column <= last.column else { return nil }
        self.init(rows: first.row...last.row, columns: first.column...last.column)
    }

    public func contains(row: Int, column: Int) -> Bool { rows.contains(row) && columns.contains(column) }
}

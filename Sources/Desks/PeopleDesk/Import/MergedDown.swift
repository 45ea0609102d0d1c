import Formats

/// Cells that are merged downwards: what stands in the first of them is said of every row that they cover (0143).
struct MergedDown {
    /// In the order of their first rows.
    private let areas: ArraySlice<SheetArea>
    private var next: Int
    /// Those that cover the row met last, each with what stands in it.
    private var open: [(area: SheetArea, cell: SheetCell?)] = []

    /// Those among the headings say nothing of a row.
    init(_ areas: [SheetArea], beneath head: Int) {
        self.areas =
            areas.filter { $0.rows.lowerBound > head && $0.rows.count > 1 }
            .sorted { $0.rows.lowerBound < $1.rows.lowerBound }[...]
        next = self.areas.startIndex
    }

    /// The next row, in order.
    mutating func meet(_ row: SheetRow) {
        guard next < areas.endIndex || !open.isEmpty else { return }
        open.removeAll { !$0.area.rows.contains(row.number) }
        while next < areas.endIndex, areas[next].rows.lowerBound <= row.number {
            let area = areas[next]
            next += 1
            // Where its first row is empty, nothing stands in it.
            let isFirst = area.rows.lowerBound == row.number
            let cell = isFirst ? row.cells.first { $0.column == area.columns.lowerBound } : nil
            if area.rows.contains(row.number) { open.append((area, cell)) }
        }
    }

    /// The row met last, with what merged cells above say of it; how many cells that is.
    func whole(_ row: SheetRow) -> (row: SheetRow, filled: Int) {
        var whole = row
        var filled = 0
        for (area, cell) in open where area.rows.lowerBound < row.number {
            guard let cell, !row.cells.contains(where: { $0.column == cell.column }) else { continue }
            whole.cells.append(cell)
            filled += 1
        }
        if filled > 0 { whole.cells.sort { $0.column < $1.column } }
        return (whole, filled)
    }
}

/// Reads the part of one sheet and hands its rows over one by one; so that a sheet of any length takes the memory of a row.
final class SheetReader: XMLHandler {
    /// Thrown to end the parsing where no more rows are wanted.
    struct Enough: Error {}

    private let cell: CellReader
    private let limits: WorkbookLimits
    private let each: (SheetRow) throws -> RowAnswer

    private(set) var notes = SheetNotes()
    private(set) var isSheet = false
    /// The row that is being read, or the last one; 0 before the first.
    private(set) var row = 0
    private var isHiddenRow = false
    private var cells: [SheetCell] = []
    private var column = 0
    private var kind = CellReader.Kind.number
    private var format = 0
    private var isFormula = false
    private var bytes: [UInt8] = []
    private var hasCells = false
    private var empty = 0
    /// Of all texts handed over.
    private var textBytes = 0
    private var place = Place.outside

    /// Where in the tree of elements.
    private enum Place {
        case outside, sheet, columns, merges, filter, rows, row, cell, value, inline, run, inlineText, runText
    }

    /// As many merged cells, and columns named as hidden, as anybody needs.
    private static let mostAreas = 100_000

    init(_ cell: CellReader, limits: WorkbookLimits, each: @escaping (SheetRow) throws -> RowAnswer) {
        self.cell = cell
        self.limits = limits
        self.each = each
    }

    override func start(_ name: String, _ attributes: XMLAttributes) throws -> Bool {
        guard let next = try next(name, attributes) else { return false }
        place = next
        return true
    }

    /// Where an element leads; nil where it is of no interest.
    private func next(_ name: String, _ attributes: XMLAttributes) throws -> Place? {
        switch (place, name) {
        case (.row, "c"):
            try beginCell(attributes)
            return .cell
        case (.cell, "v"): return .value
        case (.cell, "f"): isFormula = true
        case (.cell, "is"): return .inline
        case (.inline, "t"): return .inlineText
        case (.inline, "r"): return .run
        case (.run, "t"): return .runText
        case (.rows, "row"):
            try beginRow(attributes)
            return .row
        case (.outside, "worksheet"):
            isSheet = true
            return .sheet
        case (.sheet, "sheetData"): return .rows
        case (.sheet, "cols"): return .columns
        case (.sheet, "mergeCells"): return .merges
        case (.sheet, "autoFilter"):
            notes.filter = attributes.bytes("ref").flatMap { SheetArea($0) }
            return .filter
        case (.columns, "col"): try column(attributes)
        case (.merges, "mergeCell"): try merge(attributes)
        case (.filter, "filterColumn"): notes.isFiltered = true
        default: break
        }
        return nil
    }

    override func end(_ name: String) throws {
        switch place {
        case .value, .inline: place = .cell
        case .run, .inlineText: place = .inline
        case .runText: place = .run
        case .cell:
            place = .row
            try endCell()
        case .row:
            place = .rows
            try endRow()
        case .rows, .columns, .merges, .filter: place = .sheet
        case .sheet, .outside: place = .outside
        }
    }

    override func text(_ utf8: UnsafeBufferPointer<UInt8>) throws {
        switch place {
        case .value, .inlineText, .runText:
            guard bytes.count + utf8.count <= limits.cellBytes else {
                throw here(.tooMuch(.textBytes, limit: limits.cellBytes))
            }
            bytes.append(contentsOf: utf8)
        default: return
        }
    }

    private func here(_ reason: WorkbookRefused.Reason) -> WorkbookRefused {
        WorkbookRefused(reason, row: row, column: column > 0 ? column : nil)
    }

    /// A row without a number follows the one before it.
    private func beginRow(_ attributes: XMLAttributes) throws {
        column = 0
        var number = row + 1
        if let written = attributes.bytes("r") {
            guard let parsed = Int(String(decoding: written, as: UTF8.self)), parsed > row else {
                throw here(.misplaced)
            }
            number = parsed
        }
        guard number <= SheetArea.lastRow else { throw here(.tooMuch(.rows, limit: SheetArea.lastRow)) }
        row = number
        hasCells = false
        isHiddenRow = attributes.flag("hidden")
    }

    /// So does a cell; one that names another row, or stands before the one that it follows, is out of place.
    private func beginCell(_ attributes: XMLAttributes) throws {
        if let written = attributes.bytes("r") {
            guard let reference = CellReference(written), reference.row == row, reference.column > column else {
                throw here(.misplaced)
            }
            column = reference.column
        } else {
            guard column < ColumnName.last else { throw here(.misplaced) }
            column += 1
        }
        kind = CellReader.Kind(attributes.bytes("t"))
        format = attributes.bytes("s").flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
        isFormula = false
        bytes.removeAll(keepingCapacity: true)
    }

    private func endCell() throws {
        hasCells = true
        guard !bytes.isEmpty || isFormula else { return try pass() }
        let (value, shown): (SheetValue, String?)
        do {
            (value, shown) = try bytes.withUnsafeBufferPointer { try cell.value(kind, format: format, $0) }
        } catch let refused as WorkbookRefused {
            throw here(refused.reason)
        }
        guard value != .empty || isFormula else { return try pass() }
        // A formula that gives an empty text was calculated.
        if isFormula, value == .empty, kind != .text { notes.uncalculated += 1 }
        if case .text(let text) = value { textBytes += text.utf8.count }
        guard textBytes <= limits.sheetBytes else { throw here(.tooMuch(.textBytes, limit: limits.sheetBytes)) }
        notes.cells += 1
        guard notes.cells <= limits.cells else { throw here(.tooMuch(.cells, limit: limits.cells)) }
        cells.append(SheetCell(column: column, value: value, isFormula: isFormula, shown: shown))
    }

    /// Nothing stands in a cell, or in a row without cells: a sheet that was coloured to its end has millions of them.
    private func pass() throws {
        empty += 1
        guard empty <= limits.empty else { throw here(.tooMuch(.empty, limit: limits.empty)) }
    }

    private func endRow() throws {
        guard !cells.isEmpty else {
            if !hasCells { try pass() }
            return
        }
        notes.rows += 1
        if isHiddenRow { notes.hiddenRows += 1 }
        let done = SheetRow(number: row, isHidden: isHiddenRow, cells: cells)
        cells.removeAll(keepingCapacity: true)
        if try each(done) == .enough { throw Enough() }
    }

    private func column(_ attributes: XMLAttributes) throws {
        guard attributes.flag("hidden") else { return }
        guard let first = attributes["min"].flatMap({ Int($0) }), let last = attributes["max"].flatMap({ Int($0) }),
            first >= 1, first <= last, last <= ColumnName.last, notes.hiddenColumns.count < ColumnName.last
        else { throw WorkbookRefused(.misplaced) }
        notes.hiddenColumns.append(first...last)
    }

    private func merge(_ attributes: XMLAttributes) throws {
        guard let area = attributes.bytes("ref").flatMap({ SheetArea($0) }), notes.merged.count < Self.mostAreas else {
            throw WorkbookRefused(.misplaced)
        }
        notes.merged.append(area)
    }
}

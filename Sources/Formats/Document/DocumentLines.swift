/// The lines of a text: a paragraph, or a row of a table.
struct DocumentLines {
    private(set) var text = ""
    /// What stands before the next paragraph, since the mark between them was deleted.
    private var carried = ""
    private var tables: [Table] = []

    private struct Table {
        var cells: [[String]] = []
        /// Paragraphs of the cell that is open; nil between cells.
        var cell: [String]?
        var isRowDropped = false
        var isCellDropped = false
    }

    mutating func carry(_ text: String) { carried += text }

    mutating func add(_ words: String, number: String, limits: DocumentLimits) throws {
        let line = number + carried + words
        carried = ""
        if let last = tables.indices.last, tables[last].cell != nil {
            tables[last].cell?.append(line)
        } else {
            try put(line, limits: limits)
        }
    }

    private mutating func put(_ line: String, limits: DocumentLimits) throws {
        text += Self.spelled(line)
        text.append("\n")
        guard text.utf8.count <= limits.textBytes else {
            throw WorkbookRefused(.tooMuch(.textBytes, limit: limits.textBytes))
        }
    }

    /// A line ends where its paragraph does: other marks of XML texts are gaps.
    private static func spelled(_ line: String) -> String {
        var line = line
        while let last = line.unicodeScalars.last, last.properties.isWhitespace { line.unicodeScalars.removeLast() }
        return line.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }

    mutating func open(_ name: String) {
        switch name {
        case "tbl": tables.append(Table())
        case "tr": change { ($0.cells, $0.isRowDropped) = ([], false) }
        default: change { ($0.cell, $0.isCellDropped) = ([], false) }
        }
    }

    private mutating func change(_ body: (inout Table) -> Void) {
        if let last = tables.indices.last { body(&tables[last]) }
    }

    mutating func dropRow() { change { $0.isRowDropped = true } }
    mutating func dropCell() { change { $0.isCellDropped = true } }

    mutating func close(_ name: String, limits: DocumentLimits) throws {
        switch name {
        case "tc":
            if !carried.isEmpty { try add("", number: "", limits: limits) }
            change { table in
                if let cell = table.cell, !table.isCellDropped { table.cells.append(cell.filter { !Self.isBlank($0) }) }
                table.cell = nil
            }
        case "tr":
            guard let table = tables.last, !table.isRowDropped else { return }
            for line in Self.row(table.cells) { try give(line, limits: limits) }
        default: _ = tables.popLast()
        }
    }

    /// A row of a table within a cell is a line of that cell.
    private mutating func give(_ line: String, limits: DocumentLimits) throws {
        if tables.count > 1, tables[tables.count - 2].cell != nil {
            tables[tables.count - 2].cell?.append(line)
        } else {
            try put(line, limits: limits)
        }
    }

    /// One line, its cells divided; a frame around text, where nothing stands beside it, keeps its paragraphs.
    private static func row(_ cells: [[String]]) -> [String] {
        let filled = cells.filter { !$0.isEmpty }
        guard filled.count > 1 else { return filled.first ?? [] }
        return [cells.map(joined).joined(separator: " | ")]
    }

    /// The paragraphs of a cell, divided as parts of a sentence are, unless they end in a stop of their own.
    private static func joined(_ paragraphs: [String]) -> String {
        paragraphs.reduce(into: "") { text, paragraph in
            if let last = text.last, !"，。；：、！？,.;:!?".contains(last) { text.append("；") }
            text += paragraph.split(whereSeparator: \.isNewline).joined(separator: " ")
        }
    }

    private static func isBlank(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}

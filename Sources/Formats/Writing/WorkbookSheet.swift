/// A sheet of a workbook that is written: a table with a head, or a page of instructions.
public struct WorkbookSheet {
    enum Content {
        case table([SheetColumn], (SheetRows) throws -> Void)
        case paragraphs([String])
    }

    /// Made fit where a spreadsheet would not take it; see `SheetName`.
    public var name: String
    let content: Content
    /// How many columns on the left stay where they are when the others are moved.
    public var frozenColumns = 0

    private init(_ name: String, _ content: Content) {
        self.name = name
        self.content = content
    }

    /// `rows` hands the rows over one by one, in the moment in which they are written.
    public static func table(
        _ name: String, _ columns: [SheetColumn], _ rows: @escaping (SheetRows) throws -> Void
    ) -> WorkbookSheet {
        WorkbookSheet(name, .table(columns, rows))
    }

    public static func table(
        _ name: String, _ columns: [SheetColumn], rows: some Sequence<[SheetValue]>
    ) -> WorkbookSheet {
        table(name, columns) { sheet in
            for row in rows { try sheet.add(row) }
        }
    }

    /// How a form is filled in: the first paragraph is its title.
    public static func instructions(_ name: String, _ paragraphs: [String]) -> WorkbookSheet {
        WorkbookSheet(name, .paragraphs(paragraphs))
    }
}

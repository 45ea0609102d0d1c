/// A hidden sheet that holds what may be chosen: a list within the rule of a column could hold 255 signs and no comma.
struct ChoiceSheet {
    static let name = "选项"
    private var lists: [[String]] = []

    init(_ sheets: [WorkbookSheet]) {
        for sheet in sheets {
            guard case .table(let columns, _) = sheet.content else { continue }
            for column in columns where !column.choices.isEmpty && !lists.contains(column.choices) {
                lists.append(column.choices)
            }
        }
    }

    var isEmpty: Bool { lists.isEmpty }

    /// Where a list stands, as a formula names it.
    func place(of choices: [String]) -> String? {
        guard let index = lists.firstIndex(of: choices) else { return nil }
        let column = ColumnName.text(index + 1)
        return "\(WorkbookParts.quoted(Self.name))!$\(column)$1:$\(column)$\(choices.count)"
    }

    var columns: [SheetColumn] { lists.map { _ in SheetColumn("") } }

    func write(to rows: SheetRows) throws {
        for row in 0..<(lists.map(\.count).max() ?? 0) {
            try rows.add(lists.map { row < $0.count ? $0[row] : "" }, .text)
        }
    }
}

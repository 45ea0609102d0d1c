/// A row that was read: those of its cells in which something stands.
public struct SheetRow: Hashable, Sendable {
    /// As the spreadsheet counts it, from 1.
    public var number: Int
    public var isHidden: Bool
    /// From left to right.
    public var cells: [SheetCell]

    public init(number: Int, isHidden: Bool = false, cells: [SheetCell]) {
        self.number = number
        self.isHidden = isHidden
        self.cells = cells
    }

    /// What stands in a column, counted from 1.
    public subscript(column: Int) -> SheetValue { cells.first { $0.column == column }?.value ?? .empty }
}

/// A cell that was read.
public struct SheetCell: Hashable, Sendable {
    /// Counted from 1.
    public var column: Int
    public var value: SheetValue
    /// What a formula gave when the file was saved; `.empty` where it was never calculated.
    public var isFormula: Bool
    /// How a number is shown, where its format puts zeros in front or behind, or makes it per cent: 7 as `007`.
    public var shown: String?

    public init(column: Int, value: SheetValue, isFormula: Bool = false, shown: String? = nil) {
        self.column = column
        self.value = value
        self.isFormula = isFormula
        self.shown = shown
    }

    /// What a person sees in the cell, days and times as ISO 8601 has them.
    public var seen: String {
        switch value {
        case .empty: ""
        case .text(let text), .error(let text): text
        case .number(let number): shown ?? number.text
        case .day(let day): day.description
        case .moment(let day, let seconds): "\(day) \(Self.clock(seconds))"
        case .time(let seconds): Self.clock(seconds)
        case .boolean(let flag): flag ? "TRUE" : "FALSE"
        }
    }

    private static func clock(_ seconds: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    }
}

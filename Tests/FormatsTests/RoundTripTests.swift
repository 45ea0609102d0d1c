import Testing

@testable import Formats

/// What is written is read back the same, whatever it is.
struct RoundTripTests {
    /// The same sequence on every machine (SplitMix64).
    struct Dice {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
        mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
        mutating func pick<T>(_ list: [T]) -> T { list[below(list.count)] }
    }

    static let pieces: [String] = [
        "甲", "乙，丙", "=1+1", "+", "-3", "@", "\n", "\r", "\r\n", "\t", " ", "\u{0}", "\u{1F}", "\u{7F}", "\u{FFFE}",
        "\u{FFFF}", "\u{FFFD}",
        "_x000D_", "_x", "_", "x005F_", "<b>", "&amp;", "]]>", "\"", "'", "13.10", "007", "𠮷", "é", "e\u{301}",
        "\u{200B}", "\u{FEFF}", "-->",
        "\u{85}", "\u{2028}", "_xD800_", "_x005F_",
    ]

    static func value(_ dice: inout Dice) -> SheetValue {
        switch dice.below(12) {
        case 0: .empty
        case 1: .whole(dice.below(2_000_000) - 1_000_000)
        case 2: .decimal(Double(dice.below(1_000_000_000)) / Double(dice.pick([3, 7, 8, 1000, 1_000_000])))
        case 3: .decimal(Double(bitPattern: dice.next()))
        case 4: CalendarDay(serial: 1 + dice.below(2_958_465)).map { .day($0) } ?? .empty
        case 5: CalendarDay(serial: 1 + dice.below(90_000)).map { .moment($0, seconds: dice.below(86_400)) } ?? .empty
        case 6: .time(seconds: dice.below(10_000_000))
        case 7: .boolean(dice.below(2) == 0)
        case 8: .error("#N/A")
        default: .text((0...dice.below(5)).map { _ in dice.pick(pieces) }.joined())
        }
    }

    /// As it comes back: a number whose digits a spreadsheet would lose is a text.
    static func kept(_ value: SheetValue) -> SheetValue {
        if case .number(let number) = value, number.hasLostDigits { .text(number.text) } else { value }
    }

    @Test(arguments: 1...40) func randomSheetsComeBack(_ seed: Int) throws {
        var dice = Dice(state: UInt64(seed))
        let kinds: [SheetColumn.Kind] = [.text, .longText, .number, .day, .moment, .time, .mistake]
        let columns = (0...dice.below(30)).map { _ in
            SheetColumn(dice.pick(Self.pieces) + "列", dice.pick(kinds), choices: dice.below(4) == 0 ? ["是", "否"] : [])
        }
        let rows = (0..<dice.below(60)).map { _ in (0..<dice.below(columns.count + 1)).map { _ in Self.value(&dice) } }
        var sheet = WorkbookSheet.table("表", columns, rows: rows)
        sheet.frozenColumns = dice.below(3)
        let file = try WorkbookFile(Workbook([.instructions("说明", ["一", "二"]), sheet]).bytes())
        #expect(file.sheets.filter { !$0.isHidden }.map(\.name) == ["说明", "表"])

        let expected = ([columns.map { .text($0.heading) }] + rows).enumerated().compactMap { index, row -> SheetRow? in
            let cells = row.enumerated().compactMap { column, value in
                value == .empty ? nil : SheetCell(column: column + 1, value: Self.kept(value))
            }
            return cells.isEmpty ? nil : SheetRow(number: index + 1, cells: cells)
        }
        let read = try file.rows(1)
        #expect(read.count == expected.count)
        for (one, other) in zip(read, expected) {
            #expect(one.number == other.number)
            for (cell, meant) in zip(one.cells, other.cells) {
                #expect(cell.column == meant.column)
                #expect(Self.isSame(cell.value, meant.value), "\(cell.value) \(meant.value)")
            }
            #expect(one.cells.count == other.cells.count)
        }
    }

    /// Texts by their code points: Swift holds é and e with an accent for the same.
    private static func isSame(_ one: SheetValue, _ other: SheetValue) -> Bool {
        if case .text(let one) = one, case .text(let other) = other {
            return one.unicodeScalars.elementsEqual(other.unicodeScalars)
        }
        return one == other
    }
}

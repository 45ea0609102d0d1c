import Testing

@testable import Formats

/// Good files with some bytes changed: read or refused, but the process goes on and the limits hold.
struct FuzzTests {
    private static func ours() throws -> [UInt8] {
        let columns = [SheetColumn("甲", choices: ["是"]), SheetColumn("乙", .day), SheetColumn("丙", .number)]
        let table = WorkbookSheet.table("表", columns) { rows in
            for index in 1...30 {
                let day = CalendarDay(serial: 45_000 + index).map { SheetValue.day($0) } ?? .empty
                try rows.add([.text("文字\(index)_x000D_"), day, .whole(index)])
            }
        }
        return try Workbook([table]).bytes()
    }

    /// Ours, and others with shared texts, merged cells, formulas and many formats.
    private static func parts(_ dice: inout RoundTripTests.Dice) throws -> [(String, String)] {
        let name = dice.pick(["", "openpyxl.xlsx", "xlsxwriter.xlsx", "libreoffice.xlsx"])
        let archive = try ZipArchive(name.isEmpty ? ours() : SampleTests.bytes(name), limits: WorkbookLimits())
        return try archive.parts.values.map { ($0.name, try String(decoding: archive.bytes(of: $0), as: UTF8.self)) }
            .sorted { $0.0 < $1.0 }
    }

    private static func limits() -> WorkbookLimits {
        var limits = WorkbookLimits()
        limits.unpackedBytes = 4 << 20
        limits.cells = 10_000
        return limits
    }

    /// The archive itself is damaged: nearly always found by libzip.
    @Test(arguments: 1...300) func bytesOfTheFile(_ seed: Int) throws {
        var dice = RoundTripTests.Dice(state: UInt64(seed))
        var bytes = try Packed.archive(Self.parts(&dice))
        for _ in 0...dice.below(8) { bytes[dice.below(bytes.count)] = UInt8(truncatingIfNeeded: dice.next()) }
        if dice.below(4) == 0 { bytes.removeSubrange(dice.below(bytes.count)...) }
        _ = reading(bytes, limits: Self.limits())
    }

    /// The parts are damaged and packed well, so that everything behind the archive has to bear it.
    @Test(arguments: 1...400) func bytesOfTheParts(_ seed: Int) throws {
        var dice = RoundTripTests.Dice(state: UInt64(seed) << 32)
        var parts = try Self.parts(&dice)
        let marks = Array("<>\"'/=&;0123456789-ABCrstv: \u{0}".utf8)
        for _ in 0...dice.below(3) {
            let place = dice.below(parts.count)
            var text = Array(parts[place].1.utf8)
            for _ in 0...dice.below(4) where !text.isEmpty {
                let at = dice.below(text.count)
                switch dice.below(4) {
                case 0: text[at] = UInt8(truncatingIfNeeded: dice.next())
                case 1: text.insert(dice.pick(marks), at: at)
                case 2: text.removeSubrange(at..<min(at + 1 + dice.below(20), text.count))
                default: text[at] = dice.pick(marks)
                }
            }
            parts[place].1 = String(decoding: text, as: UTF8.self)
        }
        _ = try reading(Packed.archive(parts), limits: Self.limits())
    }

    @Test(arguments: 1...300) func bytesOfATable(_ seed: Int) throws {
        var dice = RoundTripTests.Dice(state: UInt64(seed) << 16)
        let marks: [UInt8] = Array("\",;\t\r\n=甲".utf8) + [0, 0xFF, 0xFE, 0x81, 0xB0, 0xA1, 0xD8]
        var bytes = dice.pick([[], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF]] as [[UInt8]])
        for _ in 0..<dice.below(200) { bytes.append(dice.pick(marks)) }
        do {
            try TextTable(bytes).read { _ in .more }
        } catch is TextTableRefused {}
    }
}

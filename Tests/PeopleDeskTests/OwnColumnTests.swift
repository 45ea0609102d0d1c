import Formats
import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import PeopleDesk

/// A site whose files call things by names of its own.
@Suite("Columns that a site named", .onEveryEngine) struct OwnColumnTests {
    private static let file = ImportTown.csv([["大名", "男女", "生于", "科室"], ["张三", "男", "1984-07", "财政局"]])

    private func name(_ town: ImportTown, _ names: [(String, ColumnMeaning)], of kind: ImportKind = .persons) throws {
        let act = NameColumns(kind: kind, names: names.map { .init(heading: $0.0, meaning: $0.1) })
        try town.database.perform(act, by: ImportTown.office, on: ImportTown.today)
    }

    @Test("headings that nobody knows are read by the meaning that they were given, until it is taken back")
    func remembered() throws {
        let town = try ImportTown()
        #expect(throws: ImportRefused.self) { try town.preview(.persons, Self.file) }
        try name(
            town,
            [
                ("大名", .field(.name)), ("男女", .field(.sex)), ("生于", .field(.birthMonth)), ("科室", .field(.unit)),
            ])
        #expect(try town.preview(.persons, Self.file).counts == [1, 0, 0, 0])
        #expect(throws: ImportRefused.self, "of other kinds nothing was said") {
            try town.preview(.appointments, Self.file)
        }
        let columns = try town.database.read { try $0.all(OwnColumn.self, for: ImportTown.office) }
        #expect(columns.count == 4)
        let unit = try #require(columns.first { $0.heading == "科室" })
        try town.database.perform(ForgetColumn(code: unit.code), by: ImportTown.office, on: ImportTown.today)
        let without = try town.preview(.persons, Self.file)
        #expect(without.notes.contains { $0.zh.contains("科室") }, "\(without.notes)")
        // Named once more it is the same row.
        try name(town, [("科 室", .field(.unit))])
        #expect(try town.database.read { try $0.all(OwnColumn.self, for: ImportTown.office) }.count == 4)
        #expect(try town.database.read { try $0.journal(ofKind: OwnColumn.kind, code: unit.code) }.count == 3)
        #expect(try town.database.faults().isEmpty)
    }

    @Test("a name of the site's own comes before one that is known, and one that is not read is not told")
    func stronger()
        throws
    {
        let town = try ImportTown()
        let file = ImportTown.csv([
            ["姓名", "性别", "出生年月", "单位", "实际单位", "经办"], ["张三", "男", "1984-07", "无此单位", "财政局", "某某"],
        ])
        #expect(try town.preview(.persons, file).counts == [0, 0, 0, 1])
        try name(town, [("实际单位", .field(.unit)), ("单位", .unread), ("经办", .unread)])
        let preview = try town.preview(.persons, file)
        #expect(preview.counts == [1, 0, 0, 0] && preview.notes.isEmpty, "\(preview.notes)")
    }

    @Test("what is no column of the kind is refused, and so is whoever may not import") func refused() throws {
        let town = try ImportTown()
        #expect(throws: Refused.self) { try name(town, [("大名", .field(.hours))]) }
        #expect(throws: Refused.self) { try name(town, [("  ", .field(.name))]) }
        let clerk = Reader(account: "联络员", rights: [.see, .report], unit: "U2")
        #expect(throws: NotAllowed.self) {
            try town.database.perform(NameColumns(kind: .persons, names: []), by: clerk, on: ImportTown.today)
        }
    }
}

import Formats
import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import PeopleDesk

/// Sites for field teaching from a file.
@Suite("Sites from files", .onEveryEngine) struct SiteImportTests {
    private static let head = ["教学点名称", "所在单位", "主题类别", "启用日期"]

    @Test("sites come in, the same file changes nothing, what differs is not changed, and they are taken back with it")
    func whole() throws {
        let town = try ImportTown()
        let topic = try #require(Topic.builtIn.first)
        let file = ImportTown.csv([
            Self.head, ["柳湾乡村振兴教学点", "柳湾镇", topic.zh, "2025-03-01"], ["财政业务教学点", "财政局", "", ""], ["无处", "城建局", "", ""],
        ])
        let first = try town.take(.sites, file, goodRows: true, since: day("2024-06-01"))
        #expect(first.preview.counts == [2, 0, 0, 1], "\(first.preview.wrong)")
        let sites = try town.book.sites
        #expect(sites.map(\.name).sorted() == ["柳湾乡村振兴教学点", "财政业务教学点"].sorted())
        #expect(
            sites.contains { $0.unit == "U3" && $0.topics == [topic.topic] && $0.dated.span.from == day("2025-03-01") })
        #expect(try town.take(.sites, file, goodRows: true).code == nil)
        let other = ImportTown.csv([Self.head, ["财政业务教学点", "财政局", topic.zh, ""]])
        #expect(try town.preview(.sites, other).wrong.first?.message.zh.contains("已登记") == true)
        #expect(try town.preview(.sites, other).left == 1)
        try town.database.perform(
            TakeBackImport(try #require(first.code), reason: "重复"), by: ImportTown.office, on: ImportTown.today)
        #expect(try town.book.voidings.filter { $0.record.kind == .site }.count == 2)
        #expect(try town.preview(.sites, file).counts == [2, 0, 0, 1], "what is voided is not on record")
        #expect(try town.database.faults().isEmpty)
    }
}

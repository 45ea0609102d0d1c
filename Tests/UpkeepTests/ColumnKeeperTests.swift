import Foundation
import House
import LedgerEngine
import Records
import Storage
import Store
import Testing
import Upkeep
import Vocabulary

@Suite struct ColumnKeeperTests {
    @Test func rowsStreamedFromTheDatabaseGiveTheLedgerOfTheBook() throws {
        let town = try SmallTown()
        defer { town.remove() }
        let (kept, read) = try town.ledgers(of: town.database.read { try RecordColumns.reading($0) })
        #expect(!read.entries.isEmpty)
        #expect(kept == read)
    }

    @Test func whatWasRecordedAfterTheImageIsTakenIn() throws {
        let town = try SmallTown()
        defer { town.remove() }
        let keeper = ColumnKeeper(directory: town.directory, writes: true)
        let first = try town.database.read { try keeper.ready($0).origin }
        #expect(first == .database)
        let before = try town.ledgers(of: keeper.ready(town.database)).kept

        // No clean stop follows: the image stays as it was.
        let one = try town.report(3)
        try town.report(3 + 1)
        try town.report(7)
        try town.correct(one, as: "N3b")
        try town.void(RecordReference(.activity, "N4"), code: "V1")
        try town.void(RecordReference(.participation, "N7-2"), code: "V2")
        let old = try town.database.read { try $0.recordBook() }
        let oldPart = try #require(old.participations.first { !$0.code.hasPrefix("N") })
        try town.void(RecordReference(.participation, oldPart.code), code: "V3")

        let (columns, origin) = try town.database.read { try keeper.ready($0) }
        #expect(origin == .image(changes: 7))
        let (kept, read) = try town.ledgers(of: columns)
        #expect(kept == read)
        #expect(kept != before)
    }

    /// Publishing a plan is journalled, and so will be much else that no figure is counted from.
    @Test func actsThatConcernNoFactLeaveTheImageCurrent() throws {
        let town = try SmallTown()
        defer { town.remove() }
        let keeper = ColumnKeeper(directory: town.directory, writes: true)
        _ = try keeper.ready(town.database)
        try town.database.write(by: "测试") { try $0.add(StoredEdition(SmallTown.edition)) }
        #expect(try town.database.read { try keeper.isCurrent($0) })
        #expect(try town.database.read { try keeper.ready($0).origin } == .image(changes: 0))
    }

    @Test func aNewSiteLeadsToReadingAnew() throws {
        let town = try SmallTown()
        defer { town.remove() }
        let keeper = ColumnKeeper(directory: town.directory, writes: true)
        _ = try keeper.ready(town.database)
        let unit = try town.database.read { try $0.units()[0].code }
        let site = Site(
            code: "SX", name: "教学点", unit: unit, topics: [],
            dated: Dated(from: SmallTown.today, recorded: SmallTown.today))
        try town.database.write(by: "测试") { try $0.add(site) }
        let (columns, origin) = try town.database.read { try keeper.ready($0) }
        #expect(origin == .database)
        let (kept, read) = try town.ledgers(of: columns)
        #expect(kept == read)
    }

    @Test func aTopicThatTheImageDoesNotKnowLeadsToReadingAnew() throws {
        let town = try SmallTown()
        defer { town.remove() }
        let keeper = ColumnKeeper(directory: town.directory, writes: true)
        _ = try keeper.ready(town.database)
        try town.report(5, topic: "neverHeardOf")
        let (columns, origin) = try town.database.read { try keeper.ready($0) }
        #expect(origin == .database)
        let (kept, read) = try town.ledgers(of: columns)
        #expect(kept == read)
    }

    @Test func manyActsMakeAFreshImage() throws {
        let town = try SmallTown()
        defer { town.remove() }
        var keeper = ColumnKeeper(directory: town.directory, writes: true)
        keeper.worthWriting = 3
        _ = try keeper.ready(town.database)
        for number in 1...3 { try town.report(number, people: 3) }
        #expect(try town.database.read { try keeper.ready($0).origin } == .image(changes: 3))
        #expect(try !town.database.read { try keeper.isCurrent($0) })
        #expect(try town.database.read { try keeper.renew($0) })
        #expect(try town.database.read { try keeper.isCurrent($0) })
        #expect(try town.database.read { try keeper.ready($0).origin } == .image(changes: 0))
        #expect(try !town.database.read { try keeper.renew($0) })
        try town.report(4, people: 3)
        #expect(try !town.database.read { try keeper.renew($0) })
    }

    @Test func aReaderBesideTheServerWritesNothing() throws {
        let town = try SmallTown()
        defer { town.remove() }
        let keeper = ColumnKeeper(directory: town.directory, writes: false)
        #expect(try town.database.read { try keeper.ready($0).origin } == .database)
        #expect(!FileManager.default.fileExists(atPath: town.image))
    }

    @Test func theImageOfAnotherDatabaseIsRefused() throws {
        let (mine, other) = (try SmallTown(seed: 3), try SmallTown(seed: 4))
        defer {
            mine.remove()
            other.remove()
        }
        _ = try ColumnKeeper(directory: other.directory, writes: true).ready(other.database)
        try FileManager.default.copyItem(atPath: other.image, toPath: mine.image)
        let keeper = ColumnKeeper(directory: mine.directory, writes: true)
        let (columns, origin) = try mine.database.read { try keeper.ready($0) }
        #expect(origin == .database)
        let (kept, read) = try mine.ledgers(of: columns)
        #expect(kept == read)
    }

    @Test func anImageFromLaterThanARestoredDatabaseIsRefused() throws {
        let town = try SmallTown()
        defer { town.remove() }
        let copy = FileManager.default.temporaryDirectory.appending(path: "xingzhi-restored-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
        try town.database.backup(to: Database.file(in: copy))
        try town.report(2)
        _ = try ColumnKeeper(directory: town.directory, writes: true).ready(town.database)
        try FileManager.default.copyItem(atPath: town.image, toPath: copy + "/columns.image")
        let restored = try Database.open(directory: copy)
        defer { try? restored.close() }
        let keeper = ColumnKeeper(directory: copy, writes: true)
        #expect(try restored.read { try keeper.ready($0).origin } == .database)
    }

    @Test func aDraftLeftByAKillIsOfNoConsequence() throws {
        let town = try SmallTown()
        defer { town.remove() }
        try Data("half an image".utf8).write(to: URL(fileURLWithPath: town.image + ".new"))
        let keeper = ColumnKeeper(directory: town.directory, writes: true)
        #expect(try town.database.read { try keeper.ready($0).origin } == .database)
        #expect(try town.database.read { try keeper.ready($0).origin } == .image(changes: 0))
    }
}

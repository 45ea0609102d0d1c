import Foundation
import LedgerEngine
import Storage
import Store
import Testing
import Upkeep
import Vocabulary

@Suite struct DamagedImageTests {
    /// Padding between sections carries nothing: an image with a changed byte there is still good. In every other place
    /// the change is noticed. Either way the ledger is right.
    @Test func aFlippedBitIsNoticedOrOfNoConsequence() throws {
        let town = try SmallTown()
        defer { town.remove() }
        let keeper = ColumnKeeper(directory: town.directory, writes: true)
        _ = try keeper.ready(town.database)
        let reader = ColumnKeeper(directory: town.directory, writes: false)
        let whole = try Data(contentsOf: URL(fileURLWithPath: town.image))
        let right = try town.ledgers(of: town.database.read { try RecordColumns.reading($0) }).read
        var random = SystemRandomNumberGenerator()
        // All of the header's words, then places all over the file.
        let header = Array(0..<48)
        let places = header + (0..<40).map { _ in Int.random(in: 48..<whole.count, using: &random) }
        var refused = 0
        for place in places where place < whole.count {
            var damaged = whole
            damaged[place] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &random)
            try damaged.write(to: URL(fileURLWithPath: town.image))
            let (columns, origin) = try town.database.read { try reader.ready($0) }
            #expect(place >= header.count || origin == .database, "byte \(place) of the header")
            if origin == .database {
                refused += 1
            } else {
                let kept = Evaluator(edition: SmallTown.edition, columns: columns).ledger(asOf: SmallTown.today + 2)
                #expect(kept == right, "bit flipped at byte \(place)")
            }
        }
        // Room kept free for growth is a large part of a small town's image; the header has none.
        #expect(refused >= header.count)
    }

    @Test func aTruncatedOrForeignFileLeadsToReadingAnew() throws {
        let town = try SmallTown()
        defer { town.remove() }
        _ = try ColumnKeeper(directory: town.directory, writes: true).ready(town.database)
        let reader = ColumnKeeper(directory: town.directory, writes: false)
        let whole = try Data(contentsOf: URL(fileURLWithPath: town.image))
        let cut = [0, 1, 7, 8, 47, 48, 300, 1000, 4096, whole.count / 2, whole.count * 9 / 10].map { whole.prefix($0) }
        let foreign = [
            Data("PK\u{3}\u{4} not ours".utf8), Data(repeating: 0, count: 10_000), Data(repeating: 255, count: 5000),
        ]
        for bytes in cut + foreign {
            try bytes.write(to: URL(fileURLWithPath: town.image))
            #expect(try town.database.read { try reader.ready($0).origin } == .database, "\(bytes.count) bytes")
        }
    }

    @Test func anImageOfAnotherVersionLeadsToReadingAnew() throws {
        let town = try SmallTown()
        defer { town.remove() }
        let keeper = ColumnKeeper(directory: town.directory, writes: true)
        _ = try keeper.ready(town.database)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: town.image))
        bytes[8] &+= 1
        try bytes.write(to: URL(fileURLWithPath: town.image))
        #expect(try town.database.read { try keeper.ready($0).origin } == .database)
        // And a good one stands in its place.
        #expect(try town.database.read { try keeper.ready($0).origin } == .image(changes: 0))
    }
}

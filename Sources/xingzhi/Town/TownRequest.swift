import Records
import SampleTown
import Storage
import Vocabulary

/// A sample town to be made in an empty database.
struct TownRequest: Codable, Sendable {
    var seed: UInt64
    var until: Day
    /// Records that are there are left as they are, and that is well.
    var unlessPresent: Bool

    func perform(in database: Database, asked: WriteRequest) throws -> WriteReply {
        guard try database.read({ try $0.isEmpty() }) else {
            return unlessPresent
                ? asked.reply("已有记录，未再生成示例城市。", "There are records already; no town was made.")
                : asked.reply("已有记录，不会覆盖。", "There are records already; they are not overwritten.", .unusable)
        }
        let book = SampleTown.make(seed: seed, until: until)
        try database.write(by: asked.by) { try $0.insert(book) }
        return asked.reply(
            "已生成示例城市：单位\(book.units.count)个，人员\(book.persons.count)名，活动\(book.activities.count)次，参训记录\(book.participations.count)条。",
            "Made the sample town: \(book.units.count) units, \(book.persons.count) people, \(book.activities.count) activities, \(book.participations.count) participations."
        )
    }
}

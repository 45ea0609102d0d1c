import BranchDesk
import ClassDesk
import DrillDesk
import LectureDesk
import NeedsDesk
import PracticeDesk
import Records
import SampleTown
import SecondmentDesk
import Storage
import Store
import StudyDesk
import Vocabulary

/// A sample town to be made in an empty database.
struct TownRequest: Codable, Sendable {
    var seed: UInt64
    var until: Day
    /// Records that are there are left as they are, and that is well.
    var unlessPresent: Bool

    /// People of a town are born some sixty years before, in years of four digits.
    static let days: ClosedRange<Day>? = Day(year: 1970, month: 1, day: 1).flatMap { first in
        Day(year: 2199, month: 12, day: 31).map { first...$0 }
    }

    func perform(in database: Database, asked: WriteRequest) throws -> WriteReply {
        guard let days = Self.days, days.contains(until) else {
            return asked.reply("没有这样的最后一天：\(until.iso)", "Not a last day: \(until.iso)", .unusable)
        }
        guard try database.read({ try $0.isEmpty() }) else {
            return unlessPresent
                ? asked.reply("已有记录，未再生成示例城市。", "There are records already; no town was made.")
                : asked.reply("已有记录，不会覆盖。", "There are records already; they are not overwritten.", .unusable)
        }
        let book = SampleTown.make(seed: seed, until: until)
        try database.write(by: asked.by) {
            try $0.insert(book)
            try $0.set(.sampleTown, to: String(seed))
        }
        try SampleTours(in: database, until: until).make()
        try SampleClasses(in: database, until: until).make()
        var needs = SampleNeeds(in: database, until: until)
        try needs.make()
        try SampleStudy(in: database, until: until).make()
        try SampleSecondments(in: database, until: until).make()
        try SampleBranches(in: database, until: until).make()
        try SampleLectures(in: database, until: until).make()
        try SampleDrills(in: database, until: until).make()
        return asked.reply(
            "已生成示例城市：单位\(book.units.count)个，人员\(book.persons.count)名，活动\(book.activities.count)次，参训记录\(book.participations.count)条。",
            "Made the sample town: \(book.units.count) units, \(book.persons.count) people, \(book.activities.count) activities, \(book.participations.count) participations."
        )
    }
}

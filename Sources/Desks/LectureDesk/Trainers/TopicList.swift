import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// A topic that a trainer in office gives talks on: what others book (专题目录).
struct BookableTopic: Sendable {
    var trainer: InHouseTrainer
    var topic: GivenTopic

    static let address = "/lectures/topics"

    static let list = FoundList<BookableTopic>(
        Words("宣讲专题目录", "Topics to book"), file: "topics", columns: columns,
        fields: [.search(Words("题目", "Title")), .unit(Words("单位", "Unit"))], hasAsOf: false
    ) { ask in
        var slips: [AddressSlip] = []
        var chips: [Chip] = []
        var condition = InHouseTrainer.serving(on: ask.today)
        if let typed = ask.query["unit"] {
            if TextRule.name.flaw(in: typed) == nil, let unit = try ask.naming.unit(typed: typed) {
                condition = "\(condition) and \(SQL.beneath(unit.code, column: "unit"))"
                chips.append(Chip("\(ask.say("单位：", "Unit: "))\(unit.name)", "unit"))
            } else {
                slips.append(.unknown("unit", typed, zh: "单位", en: "unit"))
            }
        }
        var rows = try ask.all(InHouseTrainer.self, where: condition, order: "unit, code").flatMap { trainer in
            trainer.entry.topics.map { BookableTopic(trainer: trainer, topic: $0) }
        }
        if let typed = ask.query["q"]?.withoutOuterSpace {
            if TextRule.title.flaw(in: typed) == nil {
                rows = rows.filter { $0.topic.title.contains(typed) }
                chips.append(Chip("“\(typed)”", "q"))
            } else {
                slips.append(.unknown("q", typed, zh: "题目", en: "title"))
            }
        }
        var found = FoundRows(rows)
        found.chips = chips
        found.slips = slips
        found.crumbs = [LectureHome.crumb]
        found.empty = FoundRows<BookableTopic>.Empty(
            Words("没有可预约的专题", "No topic can be booked"),
            Words("内训师聘任后，其专题列在这里。", "Topics stand here once their trainer is appointed."))
        return found
    }

    static let columns: [ListColumn<BookableTopic>] = [
        ListColumn("title", Words("题目", "Title"), .lead, text: { row, _ in row.topic.title }) { row, _ in
            .link(row.trainer.address + "#topics", .text(row.topic.title))
        },
        ListColumn(
            "hours", Words("学时", "Hours"), .figure, unit: Words("学时", "hours"),
            text: { row, _ in Figure.plain(Double(row.topic.halfHours) / 2) }),
        .text("audience", Words("适合对象", "For whom")) { $0.topic.audience },
        ListColumn(
            "person", Words("内训师", "Trainer"),
            text: { row, ask in try ask.naming.personName(row.trainer.entry.person) }),
        ListColumn(
            "unit", Words("单位", "Unit"), text: { row, ask in try ask.naming.unitName(row.trainer.entry.unit) }),
        ListColumn(onPage: "book", Words("预约", "Book"), .end) { row, ask in
            BookTalk.isAllowed(to: ask.reader)
                ? .act(row.trainer.bookAddress(row.topic, ask), Words("预约", "Book"), .small) : .nothing
        },
    ]
}

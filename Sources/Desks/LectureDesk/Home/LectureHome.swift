import Books
import Pages
import Records
import Storage
import Store
import Vocabulary

/// The year of the lecture hall, of in-house trainers and of talks (讲堂和宣讲).
enum LectureHome {
    static let address = "/lectures"
    static let words = Words("讲堂和宣讲", "Lectures and talks")
    static let newSeries = "/lectures/series-new"
    static let newTrainer = "/lectures/trainers-new"
    static var crumb: Frame.Crumb { Frame.Crumb(words, address) }
}

extension Ask {
    func lectureHome() throws -> Page {
        let year = query.number("year").flatMap { (2000...2099).contains($0) ? $0 : nil } ?? today.year
        let rules = try lectureRules
        let lectures = try HallLecture.listing.all(
            self, where: SQL.days(of: year, column: "day"), order: "day, code")
        let series = try HallSeries.listing.all(self, where: "series_year = \(year)", order: "unit")
        var page = Page(
            LectureHome.words,
            actions: .group([
                button(SetLectureRules.self, "/lectures/rules", Words("规则", "Rules")),
                .act(HallSeries.listAddress, HallSeries.listing.words),
                .act(HallSeats.listAddress, HallSeats.listing.words),
                .act(InHouseTrainer.listAddress, InHouseTrainer.listing.words),
                .act(BookableTopic.address, BookableTopic.list.words), .act(Talk.listAddress, Talk.listing.words),
            ]),
            .sheet(
                .part(
                    Words("大讲堂", "The lecture hall"), id: "hall", aside: lectureYears(year),
                    series.isEmpty
                        ? .p(
                            .class(isSeriesOverdue(year, rules) ? "warn" : "quiet"),
                            isSeriesOverdue(year, rules)
                                ? .say(
                                    "\(year)年还没有大讲堂年度安排，已过审定日期",
                                    "There is no series of \(year), and the day of its approval is past")
                                : .say("\(year)年还没有大讲堂年度安排。", "There is no series of \(year) yet."))
                        : .each(series) { one in
                            .p(
                                .link(one.address, .text(one.title)), " ",
                                .standing(SeriesState.state(of: one, self).mark, one.stage.words))
                        }, try issues(series, lectures, year, rules),
                    lectures.isEmpty
                        ? .nothing
                        : try HallLecture.listing.table(
                            lectures, columns: ["title", "day", "speaker", "heldAt", "came", "state"], self)),
                try HallFigures(year, self)?.html(self) ?? .nothing, try talksPart(year, rules)))
        page.sentence = try homeSentence(lectures, year, rules)
        return page
    }

    private func isSeriesOverdue(_ year: Int, _ rules: LectureRules) -> Bool {
        rules.planBy(in: year).map { today > $0 } ?? false
    }

    private func homeSentence(_ lectures: [HallLecture], _ year: Int, _ rules: LectureRules) throws -> HTML {
        let held = lectures.filter { $0.stage != .cancelled }
        let recorded = try held.count { try reading.record(of: $0) != nil }
        let list = "\(LectureState.recorded.listAddress)&year=\(year)"
        return .group([
            .say(
                "每个系列每年规定\(rules.perYear)期；\(year)年共安排",
                "\(rules.perYear) lectures a year are due of each series; planned in \(year): "),
            .text("\(held.count)"), .say("期，已纪实 ", "; on record: "),
            .link(list, .count(recorded), .b(.text(String(recorded)))), .say("期。", "."),
        ])
    }

    /// A slot for each lecture of a series, and a hole where it has fewer than are due.
    private func issues(_ series: [HallSeries], _ lectures: [HallLecture], _ year: Int, _ rules: LectureRules) throws
        -> HTML
    {
        guard !series.isEmpty else { return .nothing }
        let isOver = year < today.year
        let missing = Slot(
            isOver ? .overdue : .notYetDue, isOver ? Words("缺", "missing") : Words("未安排", "not planned"))
        let rows = try series.map { one in
            let going = lectures.filter { $0.series == one.code && $0.stage != .cancelled }
            let slots = try going.prefix(24).map { lecture -> Slot? in
                let state = try LectureState.state(of: lecture, self)
                return Slot(
                    state.mark, Words("\(lecture.title)：\(state.words.zh)", "\(lecture.title): \(state.words.en)"),
                    address: lecture.address)
            }
            let holes = max(0, min(24, rules.perYear) - slots.count)
            let held = try going.count { try reading.record(of: $0) != nil }
            return SlotRow(
                .link(one.address, .text(one.draft.title)), slots + Array(repeating: missing, count: holes),
                sum: .text("\(held) / \(rules.perYear)"))
        }
        let most = rows.map(\.slots.count).max() ?? 0
        return .group([
            .slots(
                Words("全年一览", "The year at a glance"), corner: Words("年度安排", "Series"),
                periods: (0..<most).map { Words("\($0 + 1)", "\($0 + 1)") }, sum: Words("纪实/规定", "Held / due"),
                rows.map { row in
                    SlotRow(
                        row.name, row.slots + Array(repeating: nil, count: most - row.slots.count), sum: row.sum)
                }),
            .legend(
                (.met, Words("已纪实", "on record")), (.onCourse, Words("已通知", "announced")),
                (.next, Words("待办", "to do")), (.notYetDue, Words("计划", "planned")),
                (.overdue, Words("逾期、缺", "overdue, missing"))),
        ])
    }

    private func talksPart(_ year: Int, _ rules: LectureRules) throws -> HTML {
        let serving = try InHouseTrainer.listing.count(self, where: InHouseTrainer.serving(on: today))
        let given: SQL = "\(Talk.given) and \(SQL.days(of: year, column: "day"))"
        let counts = try TalkPlace.allCases.map { place in
            (
                place,
                try Talk.listing.count(self, where: "\(given) and place_kind = \(place)")
            )
        }
        let open = try all(
            Talk.self, where: "stage = \(TalkStage.requested) or stage = \(TalkStage.agreed)", order: "day", limit: 20)
        let all = counts.reduce(0) { $0 + $1.1 }
        return .part(
            Words("内训师和宣讲", "In-house trainers and talks"), id: "talks",
            aside: .link(TalkUnit.address, TalkUnit.listing.words),
            .p(
                .say("在聘内训师 ", "Trainers in office: "),
                .link(InHouseTrainer.servingList(self), .count(serving), .b(.text(String(serving)))),
                .say(
                    "人，每人每年规定\(rules.talksPerTrainer)场；\(year)年已宣讲 ",
                    ", each due \(rules.talksPerTrainer) talks a year; given in \(year): "),
                .link(
                    context.link(Talk.listAddress, ("done", TalkDone.given.rawValue), ("year", String(year))),
                    .count(all), .b(.text(String(all)))), .say("场。", ".")),
            .when(
                all > 0,
                .data(
                    .say("按场所", "By place"),
                    [
                        DataHead(.say("场所", "Where"), .lead),
                        DataHead(.say("宣讲", "Talks"), .end, isNumber: true, unit: Words("场", "talks")),
                    ],
                    counts.filter { $0.1 > 0 }.map { place, count in
                        [
                            .words(place.words),
                            .link(
                                context.link(
                                    Talk.listAddress, ("done", TalkDone.given.rawValue), ("place", place.rawValue),
                                    ("year", String(year))), .count(count), .text(String(count))),
                        ]
                    })),
            open.isEmpty
                ? .nothing
                : .group([
                    .h3(.say("接下来的宣讲", "To come")),
                    try Talk.listing.table(open, columns: ["title", "day", "person", "host", "state"], self),
                ]))
    }

    private func lectureYears(_ year: Int) -> HTML {
        .group([
            year > 2000
                ? .link(context.link(LectureHome.address, ("year", String(year - 1))), .text(String(year - 1)))
                : .nothing,
            " ", .b(.text(String(year))), " ",
            year < 2099
                ? .link(context.link(LectureHome.address, ("year", String(year + 1))), .text(String(year + 1)))
                : .nothing,
        ])
    }
}

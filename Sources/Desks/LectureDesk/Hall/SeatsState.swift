import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// Where a unit stands with its places, in one word.
enum SeatsState: String, Stated {
    case toName, overdue, named, over, cancelled

    var words: Words {
        switch self {
        case .toName: Words("待报人选", "To be named")
        case .overdue: Words("报人选逾期", "Names overdue")
        case .named: Words("已报人选", "Named")
        case .over: Words("已举行", "Held")
        case .cancelled: Words("已取消", "Cancelled")
        }
    }

    var mark: Mark {
        switch self {
        case .toName: .next
        case .overdue: .overdue
        case .named, .over: .met
        case .cancelled: .excused
        }
    }

    static let told: [SeatsState] = [.toName, .overdue, .named]

    func condition(_ ask: Ask) throws -> SQL {
        let last = ask.today + (try ask.lectureRules.nameDays)
        func lecture(_ condition: SQL) -> SQL {
            "exists (select code from hall_lectures where code = hall_seats.lecture and \(condition))"
        }
        let isOff: SQL = "(places = 0 or \(lecture("stage = \(LectureStage.cancelled)")))"
        let isHeld = lecture(LectureState.onRecord)
        return switch self {
        case .cancelled: isOff
        case .over: "not \(isOff) and \(isHeld)"
        case .named: "not \(isOff) and not \(isHeld) and named_day is not null"
        case .toName: "not \(isOff) and not \(isHeld) and named_day is null and \(lecture("day >= \(last)"))"
        case .overdue: "not \(isOff) and not \(isHeld) and named_day is null and \(lecture("day < \(last)"))"
        }
    }

    static func state(of seats: HallSeats, _ ask: Ask) throws -> SeatsState {
        guard let lecture = try ask.lecture(seats.lecture), lecture.stage != .cancelled, seats.places > 0 else {
            return .cancelled
        }
        if try ask.reading.record(of: lecture) != nil { return .over }
        if seats.named != nil { return .named }
        return lecture.scheme.day - (try ask.lectureRules.nameDays) < ask.today ? .overdue : .toName
    }

    static let waits: [WaitingState<SeatsState>] = [
        .init(.overdue, NameComers.self, of: .unit) { seats, ask in try seats.nameSaid(ask) },
        .init(.toName, NameComers.self, of: .unit) { seats, ask in try seats.nameSaid(ask) },
    ]
}

extension SeatsState {
    /// Units that did not say who comes by the day, for the office that follows them.
    static func followed(_ ask: Ask) throws -> [Waiting] {
        guard ask.reader.unit == nil, AnnounceLecture.isAllowed(to: ask.reader) else { return [] }
        let state = SeatsState.overdue
        return try Waiting.some(
            Words("单位报大讲堂人选逾期", "Units that did not say who comes"), HallSeats.self,
            where: try state.condition(ask), order: "offered_day, code", address: state.listAddress, ask
        ) { seats in
            .init(
                try ask.naming.unitName(seats.unit), seats.address, remark: try seats.nameSaid(ask),
                act: Words("查看", "See"), at: seats.address)
        }
    }
}

extension Ask {
    func lecture(_ code: String) throws -> HallLecture? {
        try naming.once("hall lecture \(code)") { try reading.one(HallLecture.self, code, for: .everybody) }
    }
}

extension HallSeats {
    fileprivate func nameSaid(_ ask: Ask) throws -> HTML {
        guard let lecture = try ask.lecture(lecture) else { return .nothing }
        return .group([
            .text(try ask.naming.unitName(unit)), .say("，\(places)个名额，", ": \(places) places; "),
            .day(lecture.scheme.day - (try ask.lectureRules.nameDays)), .say(" 前报人选", " is the day for the names"),
        ])
    }
}

extension HallSeats: PagedNoun {
    static let path = "/lectures/seats/:code"
    static let acts: [any RecordAct<HallSeats>.Type] = [NameComers.self]
    static let seeing = Words("查看名额", "See the places")
    var title: String { "大讲堂名额（\(code)）" }

    func crumbs(_ ask: Ask) throws -> [Frame.Crumb] {
        [LectureHome.crumb, Self.home, Frame.Crumb(Words(title, title), address)]
    }

    static let listing: Listing<HallSeats> = {
        var listing = Listing<HallSeats>(
            Words("大讲堂名额和到会", "Places and attendance"),
            columns: [
                ListColumn(
                    "lecture", Words("讲座", "Lecture"), .lead, sort: "lecture",
                    text: { seats, ask in try ask.lecture(seats.lecture)?.title ?? seats.lecture }
                ) { seats, ask in
                    .link(seats.address, .text(try ask.lecture(seats.lecture)?.title ?? seats.lecture))
                },
                ListColumn(
                    "day", Words("日期", "Day"), .day,
                    text: { seats, ask in try ask.lecture(seats.lecture)?.scheme.day.iso ?? "" }),
                ListColumn(
                    "unit", Words("单位", "Unit"), sort: "unit",
                    text: { seats, ask in try ask.naming.unitName(seats.unit) }),
                .number("places", Words("名额", "Places"), unit: Words("个名额", "places"), sort: "places") { $0.places },
                ListColumn(
                    "coming", Words("已报", "Named"), .figure, unit: Words("人已报", "named"),
                    text: { seats, _ in seats.named == nil ? "" : String(seats.coming) }),
                ListColumn(
                    "came", Words("到会", "Came"), .figure, unit: Words("人到会", "came"),
                    text: { seats, ask in try ask.came(seats).map(String.init) ?? "" }),
                .day("named", Words("报送", "Named on"), .off, sort: "named_day") { $0.named }, .code(),
                SeatsState.column(sort: "named_day"),
            ],
            filters: [
                .search(Words("编号", "Number"), HallSeats.self), .unit(Words("单位", "Unit"), column: "unit"), .lecture,
                .year(Words("年度", "Year"), offered: -4...0) { year in
                    "lecture in (select code from hall_lectures where \(SQL.days(of: year, column: "day")))"
                }, SeatsState.filter,
            ], order: "lecture desc, unit", empty: Words("还没有分配名额", "No places were given yet"),
            sentence: SeatsState.sentence)
        listing.since = ListedSince(Words("分配", "given")) { "offered_day <= \($0)" }
        listing.crumbs = { _ in [LectureHome.crumb] }
        return listing
    }()

    func page(_ ask: Ask) throws -> Page {
        guard let lecture = try ask.lecture(lecture) else { throw NotFound(context: ask.context) }
        let state = try SeatsState.state(of: self, ask)
        let record = try ask.reading.record(of: lecture)
        let came = record?.attendees.filter { $0.unit == unit }.map(\.person) ?? []
        var page = try Page(
            of: self, ask,
            .sheet(
                .section(
                    .id("places"),
                    .facts([
                        Fact(Words("讲座", "Lecture"), .link(lecture.address, .text(lecture.title))),
                        Fact(Words("主讲人", "Speaker"), lecture.scheme.speaker.linked),
                        Fact(Words("日期", "Day"), .day(lecture.scheme.day)),
                        Fact(
                            Words("时间、地点", "When and where"), .text("\(lecture.scheme.time) \(lecture.scheme.heldAt)")),
                        Fact(Words("名额", "Places"), .say("\(places)个", String(places))),
                        Fact(Words("已报人选", "Named"), named == nil ? "—" : .say("\(coming)人", String(coming))),
                        Fact(
                            Words("到会", "Came"),
                            try ask.came(self).map { .say("\($0)人", String($0)) } ?? "—"),
                    ])),
                // Once it was held, those who came are told, and nobody who did not.
                record != nil
                    ? .nothing
                    : .part(
                        Words("人选", "By name"), id: "named",
                        aside: named.map { .group([.day($0), .say(" 报送", " named")]) } ?? .nothing,
                        sheet.people.isEmpty
                            ? .p(.class("quiet"), .say("没有点名的人选。", "Nobody is named."))
                            : .names(try sheet.people.map { .text(try ask.naming.personName($0)) }),
                        .when(sheet.others > 0, .p(.say("另有\(sheet.others)人。", "And \(sheet.others) others.")))),
                came.isEmpty
                    ? .nothing
                    : .part(
                        Words("到会人员（记入培训档案）", "Came, on their files"), id: "came", aside: .text(String(came.count)),
                        .names(try came.map { .text(try ask.naming.personName($0)) })),
                try ask.history(of: HallSeats.self, code)))
        page.sentence = .group([
            .text(try ask.naming.unitName(unit)), .say("，", ": "), .b(.class(state.mark.rawValue), .words(state.words)),
            .say("。", "."), ask.standsToday,
        ])
        return page
    }
}

extension Ask {
    /// How many of the unit were there; nil: it is not on record.
    func came(_ seats: HallSeats) throws -> Int? {
        guard let lecture = try lecture(seats.lecture) else { return nil }
        return try naming.once("came \(lecture.code)") { try reading.record(of: lecture) }.map { record in
            record.outcome.units.first { $0.unit == seats.unit }?.came ?? 0
        }
    }
}

extension ListFilter {
    /// Of one lecture, by its code.
    fileprivate static var lecture: ListFilter {
        ListFilter(name: "lecture", words: Words("讲座", "Lecture"), control: nil) { ask, typed in
            guard TextRule.name.flaw(in: typed) == nil,
                let lecture = try ask.reading.one(HallLecture.self, typed, for: ask.reader)
            else { return nil }
            return (lecture.title, "lecture = \(lecture.code)")
        }
    }
}

import Pages
import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

/// How a unit read something of a list together, as it is filled in.
struct SharedReadingScheme: Sendable, Hashable {
    var unit = ""
    var day = Day.unset
    var halfHours = 4
    var heldAt = ""
    var people = 0

    static let form = Form<SharedReadingScheme>(
        .init(
            Words("共读", "Read together"), .unit(\.unit, "unit", Words("单位", "Unit")),
            .day(\.day, "day", Words("日期", "Day")), .hours(\.halfHours, "hours", Words("学时", "Hours"), most: 24),
            .text(\.heldAt, "heldAt", Words("地点", "Place"), rule: .name),
            .number(\.people, "people", Words("参加人数", "People"), hint: Words("只填人数", "The number only"), in: 1...20000))
    )
}

/// That a unit read a book or text of a list together (共读): an activity, by which the ledger counts what the plan asks of reading.
struct SharedReading: Noun {
    var code: String
    var item: String
    var scheme: SharedReadingScheme
    var recorded: Day
    var activity: String
    var takenBack: Day?
    var reason: String

    static let table = Table<SharedReading>(
        "shared_readings", Column("code") { $0.code }, Column("item") { $0.item }, Column("unit") { $0.scheme.unit },
        Column("read_day") { $0.scheme.day }, Column("half_hours") { $0.scheme.halfHours },
        Column("held_at") { $0.scheme.heldAt }, Column("people") { $0.scheme.people },
        Column("recorded_day") { $0.recorded }, Column("activity") { $0.activity },
        Column("taken_back_day") { $0.takenBack }, Column("reason") { $0.reason }
    ) { code, item, unit, day, halfHours, heldAt, people, recorded, activity, takenBack, reason in
        SharedReading(
            code: code, item: item,
            scheme: SharedReadingScheme(unit: unit, day: day, halfHours: halfHours, heldAt: heldAt, people: people),
            recorded: recorded, activity: activity, takenBack: takenBack, reason: reason)
    }
    static let reach = Reach.unit("unit")
    static let searched = ["code"]
}

extension SharedReading: EvidenceBearer, PagedNoun {
    enum Document: String, Named, Stored {
        case photographs, signIn, other

        var words: Words {
            switch self {
            case .photographs: Words("照片", "Photographs")
            case .signIn: Words("签到表", "Sheet of signatures")
            case .other: Words("其他", "Other")
            }
        }
    }

    func ended(in reading: some Reading) throws -> Words? {
        takenBack == nil ? nil : Words("这次共读已经撤销", "It was taken back")
    }

    static let path = "/study/readings/:code"
    static let acts: [any RecordAct<SharedReading>.Type] = [TakeReadingBack.self]
    static let seeing = Words("查看这次共读", "See the reading")
    var title: String { "\(scheme.day.iso) 共读" }

    static let listing: Listing<SharedReading> = {
        var listing = Listing<SharedReading>(
            Words("共读", "Read together"),
            columns: [
                .title(Words("共读", "Reading"), sort: "code"),
                ListColumn("item", Words("内容", "Subject"), .below, text: { try $1.reading.subject(ofItem: $0.item) }),
                SharedReadingScheme.form.column("unit", of: \.scheme, sort: "unit"),
                .day("day", Words("日期", "Day"), sort: "read_day") { $0.scheme.day },
                .number("people", Words("参加人数", "People"), unit: Words("人", "people"), sort: "people") {
                    $0.scheme.people
                }, .code(),
            ],
            filters: [
                .unit(Words("单位", "Unit"), column: "unit"), .year(Words("年度", "Year"), column: "read_day"), .item,
            ], order: "read_day desc",
            empty: Words("还没有共读记录；在学习清单的一项中登记", "Nothing was read together yet: enter it at a line of a list"))
        listing.base = { _ in "taken_back_day is null" }
        listing.since = ListedSince(Words("登记", "entered")) { "recorded_day <= \($0)" }
        return listing
    }()

    func page(_ ask: Ask) throws -> Page {
        var page = try Page(
            of: self, ask,
            .sheet(
                takenBack.map { day in
                    .section(.p(.b(.say("已撤销（", "Taken back (")), .day(day), .say("）：", "): "), .text(reason)))
                } ?? .nothing, try SharedReadingScheme.form.facts(scheme, ask),
                try ask.evidence(
                    of: self,
                    required: takenBack == nil
                        ? [RequiredPaper(.photographs, why: Words("随登记归档", "With the record"))] : []),
                try ask.history(
                    ask.steps(of: SharedReading.self, code, SharedReadingScheme.form, \.scheme) { _, _, _ in })
            ))
        let item = StudyItem.address(of: item)
        page.sentence = .group([
            .say("共读", "Read together: "), .link(item, .text(try ask.reading.subject(ofItem: self.item))),
            .say("，计入 ", ", counted as "), .link("/activities/\(activity)", .text(activity)), .say("。", "."),
        ])
        return page
    }
}

extension ListFilter {
    /// What was read: one line of a list, by its code.
    fileprivate static var item: ListFilter {
        ListFilter(name: "item", words: Words("内容", "Subject"), control: nil) { ask, typed in
            guard TextRule.name.flaw(in: typed) == nil,
                let item = try ask.reading.one(StudyItem.self, typed, for: .everybody)
            else { return nil }
            return (item.scheme.subject, "item = \(item.code)")
        }
    }
}

extension Reading {
    func subject(ofItem code: String) throws -> String {
        try one(StudyItem.self, code, for: .everybody)?.scheme.subject ?? code
    }
}

/// Puts on record that a unit read it together (登记共读); in the same change it is an activity.
struct ReadTogether: RecordAct {
    static let right = Right.report
    static let words = Words("登记共读", "Read together")
    static let title = Words("登记共读", "Say that it was read together")
    static let button = Words("登记共读", "Read together")
    static let step = "read"
    var record: String
    var scheme: SharedReadingScheme

    static func notNow(
        _ item: StudyItem, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { item.withdrawn == nil ? nil : StudyProblem.itemWithdrawn }

    func unit(in reading: some Reading) throws -> String? { scheme.unit }

    func perform(on item: StudyItem, in t: ActTransaction) throws -> SharedReading {
        try t.refuse(scheme.problems(on: t.today))
        let activity = try t.put(
            ActivityDraft(
                kind: .reading, title: scheme.title(item), organiser: scheme.unit, from: scheme.day, to: scheme.day,
                hours: Double(scheme.halfHours) / 2, reported: t.today))
        let reading = SharedReading(
            code: try t.nextCode(.sharedReading), item: item.code, scheme: scheme, recorded: t.today,
            activity: activity, takenBack: nil, reason: "")
        try t.insert(reading)
        return reading
    }
}

extension SharedReadingScheme {
    func problems(on today: Day) -> [StudyProblem] {
        (halfHours > 0 ? [] : [.noHours]) + (day > today ? [.inTheFuture(day)] : [])
    }

    /// As the records call it: a title has its own bound.
    fileprivate func title(_ item: StudyItem) -> String {
        "共读：\(item.scheme.subject)".prefix(TextRule.title.limit).description
    }
}

/// Takes it back (撤销共读): its activity is void.
struct TakeReadingBack: RecordAct {
    static let right = Right.report
    static let words = Words("撤销共读", "Reading taken back")
    static let title = Words("撤销共读", "Take it back")
    static let button = Words("撤销", "Take back")
    static let step = "take-back"
    var record: String
    var reason: String

    static func notNow(
        _ one: SharedReading, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { one.takenBack.map { StudyProblem.takenBack($0) } }

    func perform(on one: SharedReading, in t: ActTransaction) throws -> SharedReading {
        try t.void(recorded: one.activity, reason: reason)
        var one = one
        (one.takenBack, one.reason) = (t.today, reason)
        try t.update(one)
        return one
    }
}

extension CodeSeries {
    static let sharedReading = CodeSeries(rawValue: "GS")
}

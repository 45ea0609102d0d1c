import Pages
import Store
import Vocabulary

/// A session of some class in which something of the library is used: what every count of uses opens.
struct UsedSession: Sendable {
    var found: TrainingClass
    var session: ClassSession

    /// `/classes/sessions`: of one trainer, course, room, site or case, or of all.
    static let list = FoundList<UsedSession>(
        Words("课程安排", "Sessions"), file: "sessions", columns: columns,
        fields: LibraryKind.allCases.map(\.field) + [
            .choice("year", Words("年度", "Year")) { ask in
                (0..<6).map { place in
                    let year = String(ask.today.year + 1 - place)
                    return (year, Words(year, year))
                }
            },
            .choice("when", Words("是否已上", "Held")) { _ in SessionTime.allCases.map { ($0.rawValue, $0.words) } },
        ], hasAsOf: false
    ) { ask in
        var condition = SQL.always
        var chips: [Chip] = []
        var slips: [AddressSlip] = []
        var picks: [(ClassSession) -> Bool] = []
        func wrong(_ name: String, _ typed: String, _ words: Words) {
            slips.append(.unknown(name, typed, zh: words.zh, en: words.en.lowercased()))
        }
        for kind in LibraryKind.allCases {
            guard let typed = ask.query[kind.rawValue] else { continue }
            guard let title = try kind.title(of: typed, ask) else {
                wrong(kind.rawValue, typed, kind.words)
                continue
            }
            chips.append(Chip("\(ask.say(kind.words))\(ask.say("：", ": "))\(title)", kind.rawValue))
            condition = "\(condition) and \(kind.condition(typed))"
            picks.append { kind.code(in: $0) == typed }
        }
        if let typed = ask.query["year"] {
            if let year = Int(typed), (1990...2099).contains(year) {
                picks.append { $0.day.year == year }
                condition = """
                    \(condition) and class in (select class from class_sessions where \(SQL.days(of: year, column: "day")))
                    """
            } else {
                wrong("year", typed, Words("年度", "Year"))
            }
        }
        if let typed = ask.query["when"] {
            if let time = SessionTime(rawValue: typed) {
                let today = ask.today
                picks.append { time.holds($0.day, on: today) }
            } else {
                wrong("when", typed, Words("是否已上", "Held"))
            }
        }
        var rows = FoundRows(
            try ask.reading.usedSessions(where: condition).filter { used in picks.allSatisfy { $0(used.session) } })
        rows.chips = chips
        rows.slips = slips
        rows.crumbs = [TrainingClass.home]
        rows.empty = FoundRows<UsedSession>.Empty(
            Words("没有符合条件的课程", "No session fits"),
            Words("排进课程表的课程列在这里。", "Sessions are listed here once they stand on a timetable."))
        return rows
    }

    static let columns: [ListColumn<UsedSession>] = [
        .day("day", Words("日期", "Day")) { $0.session.day },
        ListColumn(
            "half", Words("时段", "Half"), text: { row, ask in ask.say(row.session.half.words) }),
        .text("course", Words("课程（活动）内容", "Course"), .lead) { $0.session.course },
        ListColumn("class", Words("班次", "Class"), text: { row, _ in row.found.title }) { row, _ in
            .link("\(row.found.address)/timetable", .text(row.found.title))
        },
        .text("trainer", Words("授课人", "Trainer")) { $0.session.trainer },
        .text("room", Words("地点", "Place"), .off) { $0.session.room },
        ListColumn(
            "hours", Words("学时", "Hours"), .figure, unit: Words("学时", "hours"),
            text: { row, _ in Figure.plain(Double(row.session.halfHours) / 2) }),
        ListColumn(
            "when", Words("状态", "State"), .end,
            text: { row, ask in ask.say(SessionTime(row.session.day, on: ask.today).words) }
        ) { row, ask in
            let time = SessionTime(row.session.day, on: ask.today)
            return .state(time.mark, ask.say(time.words))
        },
    ]

    /// A few of them on the page of what they use.
    static func table(_ rows: [UsedSession], _ ask: Ask) throws -> HTML {
        .data(
            .say("课程安排", "Sessions"),
            [
                DataHead(.say("日期", "Day"), .day), DataHead(.say("课程（活动）内容", "Course"), .lead),
                DataHead(.say("班次", "Class"), .meta),
                DataHead(.say("学时", "Hours"), .meta, isNumber: true, unit: Words("学时", "hours")),
                DataHead(.say("状态", "State"), .end),
            ],
            rows.map { row in
                let time = SessionTime(row.session.day, on: ask.today)
                return [
                    .group([.day(row.session.day), " ", .words(row.session.half.words)]), .text(row.session.course),
                    .link("\(row.found.address)/timetable", .text(row.found.title)),
                    .text(Figure.plain(Double(row.session.halfHours) / 2)), .standing(time.mark, time.words),
                ]
            })
    }
}

/// Whether a session was held by today.
enum SessionTime: String, Named {
    case held, toCome

    init(_ day: Day, on today: Day) { self = day <= today ? .held : .toCome }

    var words: Words { self == .held ? Words("已上", "Held") : Words("未到", "To come") }
    var mark: Mark { self == .held ? .met : .notYetDue }

    func holds(_ day: Day, on today: Day) -> Bool { SessionTime(day, on: today) == self }
}

/// The kinds of the library, as conditions of the list of sessions.
enum LibraryKind: String, CaseIterable, Sendable {
    case trainer, course, room, site, teachingCase = "case"

    private var type: any LibraryNoun.Type {
        switch self {
        case .trainer: Trainer.self
        case .course: Course.self
        case .room: Room.self
        case .site: TeachingSite.self
        case .teachingCase: TeachingCase.self
        }
    }

    var words: Words {
        switch self {
        case .trainer: Words("教师", "Trainer")
        case .course: Words("课程", "Course")
        case .room: Words("教室", "Room")
        case .site: Words("现场教学点", "Site")
        case .teachingCase: Words("案例", "Case")
        }
    }

    var field: ListField { ListField(rawValue, words) }

    func code(in session: ClassSession) -> String? { type.used(in: session) }

    func title(of code: String, _ ask: Ask) throws -> String? { try type.title(of: code, ask) }

    func condition(_ code: String) -> SQL {
        switch self {
        case .trainer: "class in (select class from class_sessions where trainer_code = \(code))"
        case .course: "class in (select class from class_sessions where course_code = \(code))"
        case .room: "class in (select class from class_sessions where room_code = \(code))"
        case .site: "class in (select class from class_sessions where site_code = \(code))"
        case .teachingCase: "class in (select class from class_sessions where case_code = \(code))"
        }
    }
}

/// How often something was used, and for how long.
struct UsedSum: Sendable {
    var count = 0
    var halfHours = 0
}

extension Reading {
    /// Sessions of classes that are held, the last first. `condition`: of the timetables.
    func usedSessions(where condition: SQL) throws -> [UsedSession] {
        let approved: SQL = "class in (select code from training_classes where stage = \(ClassStage.approved))"
        let tables = try all(Timetable.self, for: .everybody, where: "\(condition) and \(approved)", order: "class")
        var classes: [String: TrainingClass] = [:]
        for start in stride(from: 0, to: tables.count, by: 500) {
            let codes = tables[start..<min(start + 500, tables.count)].map(\.trainingClass)
            for found in try nouns(TrainingClass.self, Array(codes), for: .everybody) { classes[found.code] = found }
        }
        let used = tables.flatMap { table in
            classes[table.trainingClass].map { found in
                table.sheet.sessions.map { UsedSession(found: found, session: $0) }
            } ?? []
        }
        return used.sorted {
            ($1.session.day, $1.session.half, $0.found.code) < ($0.session.day, $0.session.half, $1.found.code)
        }
    }
}

extension Ask {
    func usedSessions<N: LibraryNoun>(of one: N) throws -> [UsedSession] {
        guard let kind = LibraryKind(rawValue: N.condition) else { return [] }
        return try reading.usedSessions(where: kind.condition(one.code)).filter { N.used(in: $0.session) == one.code }
    }

    /// What was used this year until today, by code; counted once for a list.
    func usedThisYear() throws -> [String: UsedSum] {
        try naming.once("library used") {
            let year = today.year
            guard let first = Day(year: year, month: 1, day: 1) else { return [:] }
            let near: SQL = """
                class in (
                    select code from training_classes where closing_day >= \(first) and registration_day <= \(today))
                """
            var sums: [String: UsedSum] = [:]
            for used in try reading.usedSessions(where: near)
            where used.session.day.year == year && used.session.day <= today {
                for code in LibraryKind.allCases.compactMap({ $0.code(in: used.session) }) {
                    sums[code, default: UsedSum()].count += 1
                    sums[code, default: UsedSum()].halfHours += used.session.halfHours
                }
            }
            return sums
        }
    }
}

extension LibraryNoun {
    fileprivate static func title(of code: String, _ ask: Ask) throws -> String? {
        try ask.reading.one(Self.self, code, for: ask.reader)?.title
    }

    /// How often it was used this year, which opens the sessions.
    static func usedColumn(_ words: Words) -> ListColumn<Self> {
        ListColumn(
            "used", words, .figure, unit: Words("次", "times"),
            text: { row, ask in String(try ask.usedThisYear()[row.code, default: UsedSum()].count) }
        ) { row, ask in
            let count = try ask.usedThisYear()[row.code, default: UsedSum()].count
            return .link(row.heldAddress(ask), .count(count), .text(String(count)))
        }
    }
}

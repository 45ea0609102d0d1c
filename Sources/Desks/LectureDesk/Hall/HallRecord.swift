import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// A record as it is filled in: when it was held, how many came of which unit, and who of those that were named.
struct LectureOutcome: Sendable, Hashable {
    var day = Day.unset
    var halfHours = 0
    var chair = ""
    var units: [UnitCame] = []
    /// Of no unit with places.
    var guests = 0
    /// By network.
    var online = 0
    /// By name: each has it on their file.
    var people: [String] = []
    /// Of a correction.
    var reason = ""

    var came: Int { units.reduce(guests) { $0 + $1.came } }
}

/// How many of a unit were there. Who was not is told nowhere.
struct UnitCame: Sendable, Hashable {
    var unit = ""
    var came = 0
}

/// Somebody who was there, for the unit that had named them, or in which they serve.
struct Attendee: Sendable, Hashable {
    var person: String
    var unit: String
}

/// What became of a lecture (纪实): by it the lecture is an activity, which the ledger counts. Names are its organiser's; each unit
/// sees its own.
struct HallRecord: Noun {
    var lecture: String
    var outcome: LectureOutcome
    var attendees: [Attendee]
    var recorded: Day
    var activity: String
    /// That it was taken back: its activity is void, and it is put on record anew.
    var takenBack: Day?
    var reason: String

    static let table = Table<HallRecord>(
        "hall_records",
        Column("lecture") { $0.lecture }, Column("held_day") { $0.outcome.day },
        Column("half_hours") { $0.outcome.halfHours }, Column("chair") { $0.outcome.chair },
        Column("guests") { $0.outcome.guests }, Column("online") { $0.outcome.online },
        Column("recorded_day") { $0.recorded }, Column("activity") { $0.activity },
        Column("taken_back_day") { $0.takenBack }, Column("reason") { $0.reason }
    ) { lecture, day, halfHours, chair, guests, online, recorded, activity, takenBack, reason in
        HallRecord(
            lecture: lecture,
            outcome: LectureOutcome(day: day, halfHours: halfHours, chair: chair, guests: guests, online: online),
            attendees: [], recorded: recorded, activity: activity, takenBack: takenBack, reason: reason)
    }
    static let lists = [
        NounList<HallRecord>(
            \.outcome.units, owner: "lecture",
            Table("hall_attendance", Column("unit") { $0.unit }, Column("came") { $0.came }, make: UnitCame.init)),
        NounList(
            \.attendees, owner: "lecture",
            Table("hall_attendees", Column("person") { $0.person }, Column("unit") { $0.unit }, make: Attendee.init)),
    ]
    static let reach = Reach.throughUnit("lecture", HallLecture.self, unit: "unit")

    var stands: Bool { takenBack == nil }

    /// As its form is filled in.
    var filled: LectureOutcome {
        var outcome = outcome
        outcome.people = attendees.map(\.person)
        return outcome
    }
}

extension Reading {
    /// Nil where it was not put on record, or was taken back.
    func record(of lecture: HallLecture) throws -> HallRecord? {
        try one(HallRecord.self, lecture.code, for: .everybody).flatMap { $0.stands ? $0 : nil }
    }
}

extension LectureOutcome {
    static let form = Form<LectureOutcome>(held, there)

    /// What stands is put right with a reason.
    static let correction = Form<LectureOutcome>(
        .init(
            Words("更正原因", "Why it is corrected"),
            .longText(\.reason, "reason", Words("更正原因", "Why"), limit: 200, rows: 2)), held, there)

    private static let held = Form<LectureOutcome>.Section(
        Words("举行情况", "How it was held"), .day(\.day, "day", Words("实际日期", "Held on")),
        .hours(
            \.halfHours, "hours", Words("学时", "Hours"), hint: Words("可填0.5的倍数", "In halves"), most: 24),
        .person(\.chair, "chair", Words("主持人", "Chaired by")))

    private static let there = Form<LectureOutcome>.Section(
        Words("参加情况", "Who was there"),
        .rows(
            \.units, "units", Words("各单位到会", "Came, by unit"),
            of: Form<UnitCame>(
                .init(
                    Words("到会", "Came"), .unit(\.unit, "unit", Words("单位", "Unit")),
                    .number(\.came, "came", Words("到会人数", "Came"), in: 0...100_000))), blank: UnitCame(),
            hint: Words("先按各单位所报填入，请按签到核对", "As units had named them: check by the sheet of signatures"),
            isRequired: false,
            most: 300),
        .number(\.guests, "guests", Words("其他到会人数", "Others"), in: 0...100_000),
        .number(\.online, "online", Words("线上收看人数", "By network"), in: 0...10_000_000),
        .persons(
            \.people, "people", Words("到会人员", "By name"),
            hint: Words("单位点名的已填入，没有到会的请删去；记入本人培训档案", "Those who were named stand here: delete who did not come"),
            isRequired: false, most: 2000))

    /// As the form proposes it: whoever was named came.
    init(of lecture: HallLecture, in reading: some Reading, _ rules: LectureRules) throws {
        let seats = try reading.seats(of: lecture.code)
        self.init(
            day: lecture.scheme.day, halfHours: max(1, rules.leastHalfHours),
            units: seats.filter { $0.places > 0 }.map { UnitCame(unit: $0.unit, came: $0.coming) },
            people: seats.flatMap(\.sheet.people))
    }

    /// What would be untrue.
    func problems(of lecture: HallLecture, in reading: some Reading, on today: Day) throws -> [LectureProblem] {
        var problems: [LectureProblem] = []
        if day > today { problems.append(.inTheFuture(day)) }
        if halfHours == 0 { problems.append(.noHours) }
        if came == 0, online == 0 { problems.append(.nobodyCame) }
        var seen: Set<String> = []
        let named = Dictionary(grouping: try attendees(of: lecture, in: reading), by: \.unit).mapValues(\.count)
        // Who is named may have listened by network, where it was to be had.
        let isInRoom = lecture.scheme.way == .room
        var isTold = false
        for (row, line) in units.enumerated() where !line.unit.isEmpty {
            if !seen.insert(line.unit).inserted { problems.append(.unitTwice(field: "units.\(row).unit")) }
            if isInRoom, let count = named[line.unit], count > line.came {
                problems.append(.fewerThanNamed(row: row, count))
                isTold = true
            }
        }
        if isInRoom {
            for unit in named.keys.sorted() where !unit.isEmpty && !seen.contains(unit) {
                problems.append(.namedWithoutLine(try reading.unit(code: unit)?.name ?? unit))
            }
        }
        if !isTold, people.count > came + online { problems.append(.moreNamedThanCame) }
        return problems
    }

    /// Each for the unit that had named them, else in which they serve; for none where it has no places.
    func attendees(of lecture: HallLecture, in reading: some Reading) throws -> [Attendee] {
        let seats = try reading.seats(of: lecture.code)
        var units: [String: String] = [:]
        for one in seats { for person in one.sheet.people { units[person] = one.unit } }
        let given = Set(seats.map(\.unit))
        var seen: Set<String> = []
        // Whoever was named has their unit: only others are looked up.
        return try people.filter { seen.insert($0).inserted }.map { person in
            let unit = try units[person] ?? (given.isEmpty ? nil : reading.unit(of: person, among: given, on: day))
            return Attendee(person: person, unit: unit ?? "")
        }
    }

    /// What the rules would not have, and where it is otherwise than announced: shown, never refused.
    func remarks(of lecture: HallLecture, recorded: Day, _ rules: LectureRules, _ calendar: WorkingCalendar) -> [Words]
    {
        var found: [Words] = []
        if day != lecture.scheme.day {
            found.append(
                Words(
                    "与通知的日期不一致：通知为\(lecture.scheme.day.iso)，实际为\(day.iso)",
                    "Announced for \(lecture.scheme.day.iso), held on \(day.iso)"))
        }
        if halfHours < rules.leastHalfHours {
            let least = Figure.plain(Double(rules.leastHalfHours) / 2)
            found.append(Words("不足\(least)学时", "Less than \(least) hours"))
        }
        let due = calendar.after(day, rules.recordDays)
        if recorded > due {
            let late = calendar.count(from: due + 1, to: recorded)
            found.append(
                Words(
                    "应于\(due.iso)前纪实，晚了\(late)个工作日", "It was to be on record by \(due.iso): \(late) working days late"))
        }
        return found
    }
}

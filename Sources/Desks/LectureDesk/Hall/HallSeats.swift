import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// The places of a lecture that a unit was given, and who comes for it (名额和人选).
struct HallSeats: Noun {
    var code: String
    var lecture: String
    var unit: String
    var places: Int
    var offered: Day
    /// Nil: the unit did not answer yet.
    var named: Day?
    var sheet: NameSheet

    static let table = Table<HallSeats>(
        "hall_seats",
        Column("code") { $0.code }, Column("lecture") { $0.lecture }, Column("unit") { $0.unit },
        Column("places") { $0.places }, Column("offered_day") { $0.offered }, Column("named_day") { $0.named },
        Column("others") { $0.sheet.others }
    ) { code, lecture, unit, places, offered, named, others in
        HallSeats(
            code: code, lecture: lecture, unit: unit, places: places, offered: offered, named: named,
            sheet: NameSheet(others: others))
    }
    static let lists = [
        NounList<HallSeats>(
            \.sheet.people, owner: "seats", Table("hall_named", Column("person") { $0 }, make: { $0 }))
    ]
    static let reach = Reach.unit("unit")
    static let searched = ["code"]

    /// Who comes, named or as a number.
    var coming: Int { sheet.people.count + sheet.others }
}

/// Who comes for a unit: by name, or as a number.
struct NameSheet: Sendable, Hashable {
    var people: [String] = []
    var others = 0

    static let form = Form<NameSheet>(
        .init(
            Words("参加人选", "Who comes"),
            .persons(
                \.people, "people", Words("参加人员", "By name"),
                hint: Words("点名的，讲座纪实后记入本人培训档案", "Whoever is named and comes has it on their file"), isRequired: false,
                most: 500, onlyWithinReach: true),
            .number(
                \.others, "others", Words("另有人数（不点名）", "Others, as a number"),
                hint: Words("没有人参加的填0，即零报告", "0 where nobody comes"), in: 0...100_000)))
}

/// Places by unit, as the office gives them.
struct SeatSheet: Sendable, Hashable {
    var lines: [SeatLine] = []

    static let form = Form<SeatSheet>(
        .init(
            Words("名额分配", "Places by unit"),
            .rows(
                \.lines, "lines", Words("名额分配", "Places by unit"),
                of: Form<SeatLine>(
                    .init(
                        Words("名额", "Places"), .unit(\.unit, "unit", Words("单位", "Unit")),
                        .number(\.places, "places", Words("名额", "Places"), in: 1...100_000))),
                blank: SeatLine(), hint: Words("一行一个单位", "One unit a row"), most: 300)))

    var sum: Int { lines.reduce(0) { $0 + $1.places } }

    /// What would be untrue.
    var problems: [LectureProblem] {
        var seen: Set<String> = []
        return lines.enumerated().filter { !$1.unit.isEmpty && !seen.insert($1.unit).inserted }.map {
            .unitTwice(field: "lines.\($0.offset).unit")
        }
    }

    /// Shown, never refused.
    func remarks(of lecture: HallLecture, on today: Day, _ rules: LectureRules) -> [Words] {
        var found: [Words] = []
        if sum > lecture.scheme.places {
            found.append(
                Words(
                    "分配了\(sum)个名额，多于本期的\(lecture.scheme.places)个",
                    "\(sum) places are given; the lecture has \(lecture.scheme.places)"))
        }
        let ahead = lecture.scheme.day - today
        if ahead < rules.noticeDays {
            found.append(
                ahead < 0
                    ? Words("讲座日期已过，属补发通知", "It is past: the notice comes afterwards")
                    : Words(
                        "应提前\(rules.noticeDays)天通知，实际提前\(ahead)天",
                        "Notice should be \(rules.noticeDays) days ahead; it is \(ahead)"))
        }
        return found
    }
}

struct SeatLine: Sendable, Hashable {
    var unit = ""
    var places = 0
}

extension Reading {
    /// The places of a lecture, whosever they are.
    func seats(of lecture: String) throws -> [HallSeats] {
        try all(HallSeats.self, for: .everybody, where: "lecture = \(lecture)", order: "unit")
    }

    /// What is proposed: as of the lecture before, or each unit right beneath the organiser's town the same.
    func proposedSeats(for lecture: HallLecture, on today: Day) throws -> SeatSheet {
        let before = try all(
            HallLecture.self, for: .everybody,
            where: """
                unit = \(lecture.unit) and day <= \(lecture.scheme.day) and code <> \(lecture.code)
                and exists (select code from hall_seats where lecture = hall_lectures.code)
                """, order: "day desc", limit: 1
        ).first
        if let before {
            let lines = try seats(of: before.code).filter {
                try $0.places > 0 && unit(code: $0.unit)?.span.contains(today) == true
            }
            return SeatSheet(lines: lines.map { SeatLine(unit: $0.unit, places: $0.places) })
        }
        guard let top = try unit(code: lecture.unit)?.parent else { return SeatSheet() }
        let units = try units(under: top).filter { $0.span.contains(today) && $0.kind != .branch }.prefix(300)
        guard !units.isEmpty else { return SeatSheet() }
        let each = max(1, lecture.scheme.places / units.count)
        return SeatSheet(lines: units.map { SeatLine(unit: $0.code, places: each) })
    }
}

import Pages
import Records
import Storage
import Store
import Vocabulary

/// Announces a lecture to the units, each with its places (发通知、分名额).
struct AnnounceLecture: LectureAct {
    static let words = Words("通知大讲堂", "Lecture announced")
    static let title = Words("通知并分配名额", "Announce the lecture, with places by unit")
    static let button = Words("通知、分配名额", "Announce")
    static let step = "announce"
    static let settles = true
    var record: String
    var sheet: SeatSheet

    static func notNow(
        _ lecture: HallLecture, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        lecture.stage == .approved ? nil : LectureProblem.notInLectureStage(lecture.stage)
    }

    func perform(on lecture: HallLecture, in t: ActTransaction) throws -> HallLecture {
        try t.refuse(sheet.problems)
        var lecture = lecture
        (lecture.stage, lecture.announced) = (.announced, t.today)
        try t.update(lecture)
        try t.give(sheet, of: lecture)
        return lecture
    }
}

/// Gives the places of an announced lecture otherwise (调整名额).
struct ChangeSeats: LectureAct {
    static let words = Words("调整大讲堂名额", "Places changed")
    static let title = Words("调整名额", "Change the places")
    static let button = Words("调整名额", "Places")
    static let step = "seats"
    var record: String
    var sheet: SeatSheet

    static func notNow(
        _ lecture: HallLecture, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let why = try lecture.notOpen(in: reading) { return why }
        return lecture.stage == .announced ? nil : LectureProblem.notInLectureStage(lecture.stage)
    }

    func perform(on lecture: HallLecture, in t: ActTransaction) throws -> HallLecture {
        try t.refuse(sheet.problems)
        guard try t.give(sheet, of: lecture) else { try t.refuse(LectureProblem.nothingChanged) }
        return lecture
    }
}

extension ActTransaction {
    /// Whether anything changed. A unit keeps what it named; one that is given nothing any more stays with none.
    @discardableResult
    fileprivate func give(_ sheet: SeatSheet, of lecture: HallLecture) throws -> Bool {
        let before = Dictionary(try seats(of: lecture.code).map { ($0.unit, $0) }) { first, _ in first }
        var isOther = false
        for (row, line) in sheet.lines.enumerated() {
            guard var seats = before[line.unit] else {
                try insert(
                    HallSeats(
                        code: try nextCode(.hallSeats), lecture: lecture.code, unit: line.unit, places: line.places,
                        offered: today, named: nil, sheet: NameSheet()))
                isOther = true
                continue
            }
            if line.places < seats.coming {
                try refuse(LectureProblem.moreNamed(field: "lines.\(row).places", seats.coming))
            }
            isOther = isOther || seats.places != line.places
            seats.places = line.places
            try update(seats)
        }
        let given = Set(sheet.lines.map(\.unit))
        for var seats in before.values.sorted(by: { $0.code < $1.code })
        where !given.contains(seats.unit) && seats.places > 0 {
            if seats.coming > 0 {
                try refuse(LectureProblem.namedAlready(try self.unit(code: seats.unit)?.name ?? seats.unit))
            }
            seats.places = 0
            try update(seats)
            isOther = true
        }
        return isOther
    }
}

/// A unit says who comes: by name, or as a number (报人选).
struct NameComers: RecordAct {
    static let right = Right.report
    static let words = Words("报大讲堂人选", "Who comes was named")
    static let title = Words("报参加人选", "Say who comes")
    static let button = Words("报人选", "Name who comes")
    static let step = "name"
    static let settles = true
    var record: String
    var sheet: NameSheet

    static func notNow(
        _ seats: HallSeats, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard let lecture = try reading.one(HallLecture.self, seats.lecture, for: .everybody) else {
            return LectureProblem.isCancelled
        }
        if let why = try lecture.notOpen(in: reading) { return why }
        return seats.places == 0 ? LectureProblem.noPlaces : nil
    }

    func perform(on before: HallSeats, in t: ActTransaction) throws -> HallSeats {
        try t.refuse(try sheet.problems(of: before, in: t, on: t.today))
        var seats = before
        seats.sheet = sheet
        seats.named = t.today
        guard seats != before else { try t.refuse(LectureProblem.nothingChanged) }
        try t.update(seats)
        return seats
    }
}

extension NameSheet {
    /// What would be untrue: more than there are places, somebody of another unit.
    func problems(of seats: HallSeats, in reading: some Reading, on today: Day) throws -> [LectureProblem] {
        var problems: [LectureProblem] = []
        if people.count + others > seats.places { problems.append(.moreThanPlaces(seats.places)) }
        for person in people where try reading.unit(of: person, among: [seats.unit], on: today) == nil {
            problems.append(.notOfUnit(try reading.person(code: person)?.name ?? person))
        }
        return problems
    }
}

extension Reading {
    /// The one of some units in which somebody serves on a day, or right above it; nil: none.
    func unit(of person: String, among units: Set<String>, on day: Day) throws -> String? {
        for code in try codes(of: person) {
            var held = try appointment(of: code, on: day, knownAt: nil)?.unit
            var passed: Set<String> = []
            while let unit = held, passed.insert(unit).inserted {
                if units.contains(unit) { return unit }
                held = try self.unit(code: unit)?.parent
            }
        }
        return nil
    }
}

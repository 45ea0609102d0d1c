import Pages
import Store
import Vocabulary

/// One session of a timetable by name: where it stands, and a mark of what it says. Whoever asks for it means that one, and never
/// what somebody else has put in its place meanwhile.
struct NamedSession {
    var name: String
    var session: ClassSession
    /// Its place in its half-day, from 1.
    var number: Int

    /// `10-12上午　形势与任务（甲教授）`
    var words: Words {
        let trainer = session.trainer.isEmpty ? "" : "（\(session.trainer)）"
        return Words(
            "\(session.day.iso)\(session.half.words.zh)　\(session.course)\(trainer)",
            "\(session.day.iso), \(session.half.words.en.lowercased()): \(session.course)\(trainer)")
    }
}

extension TimetableSheet {
    var named: [NamedSession] {
        var numbers: [ClassHalf: Int] = [:]
        return sessions.map { session in
            let number = numbers[session.place, default: 0] + 1
            numbers[session.place] = number
            return NamedSession(name: session.name(number), session: session, number: number)
        }
    }

    /// Where a session stands that is meant by name; nil: it does no longer.
    func index(of name: String) -> Int? { named.firstIndex { $0.name == name } }
}

extension ClassSession {
    fileprivate func name(_ number: Int) -> String {
        let said = [
            course, way.rawValue, trainer, room, String(halfHours), courseCode, caseCode, trainerCode, roomCode,
            siteCode,
        ].map { $0 ?? "" }.joined(separator: "\u{1F}")
        return "\(day.iso).\(half.rawValue).\(number).\(SHA256.hex(Array(said.utf8)).prefix(8))"
    }
}

/// Why a session is not moved or replaced.
enum TimetableProblem: Refusal {
    case noTimetable, notThere, isThere
    case outside(Day, ClosedRange<Day>)
    case tooMuch(ClassHalf)
    case isSame

    var field: String {
        switch self {
        case .noTimetable: ""
        case .notThere: "session"
        case .isThere, .outside, .tooMuch: "day"
        case .isSame: "course"
        }
    }

    var words: Words {
        switch self {
        case .noTimetable: Words("还没有课程表", "There is no timetable yet")
        case .notThere:
            Words(
                "这节课已被他人改动，不在原来的位置，请按现在的课程表重新选择",
                "Somebody has changed this session meanwhile: choose it from the timetable as it stands now")
        case .isThere: Words("已经在这个半天", "It stands in this half-day already")
        case .outside(let day, let days):
            Words(
                "\(day.iso)不在报到（\(days.lowerBound.iso)）和结业（\(days.upperBound.iso)）之间",
                "\(day.iso) is not within the class, \(days.lowerBound.iso) to \(days.upperBound.iso)")
        case .tooMuch(let place):
            Words("\(place.words.zh)合计超过12学时", "More than 12 hours on \(place.words.en)")
        case .isSame: Words("课程、授课人、地点都没有变", "Nothing of it was changed")
        }
    }
}

extension Ask {
    private static let key = "named sessions"

    /// Lays by the sessions of a class for a form that asks which of them is meant.
    func namedSessions(of found: TrainingClass) throws -> [NamedSession] {
        try naming.once(Self.key) {
            try reading.one(Timetable.self, found.code, for: reader)?.sheet.named ?? []
        }
    }

    fileprivate static func laidBy(_ naming: Naming) -> [NamedSession] { naming.once(key) { [] } }
}

extension FormField {
    /// One of the sessions of the class that the address names (`Ask.namedSessions`).
    static func session(_ path: any WritableKeyPath<Draft, String> & Sendable) -> FormField {
        .option(
            path, "session", Words("哪一节课", "Session"),
            among: { _, naming in Ask.laidBy(naming).map { FormOption($0.name, $0.words) } },
            unknown: { _ in TimetableProblem.notThere.words })
    }
}

import Pages
import Storage
import Store
import Vocabulary

/// Puts a reading room on record (登记学习书屋).
struct EnterRoom: Act {
    static let right = Right.report
    static let words = Words("登记学习书屋", "Reading room entered")
    var scheme: RoomScheme

    func unit(in reading: some Reading) throws -> String? { scheme.unit }

    func perform(in t: ActTransaction) throws -> ReadingRoom {
        try t.refuse(scheme.problems(on: t.today))
        let room = ReadingRoom(
            code: try t.nextCode(.readingRoom), scheme: scheme, entered: t.today, closed: nil, reason: "", looks: [])
        try t.insert(room)
        return room
    }
}

struct ChangeRoom: RecordAct {
    static let right = Right.report
    static let words = Words("修改学习书屋", "Reading room changed")
    static let title = Words("修改学习书屋", "Change the reading room")
    static let button = Words("修改", "Change")
    static let step = "change"
    var record: String
    var scheme: RoomScheme

    static func notNow(
        _ room: ReadingRoom, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { room.isClosed }

    func perform(on before: ReadingRoom, in t: ActTransaction) throws -> ReadingRoom {
        try t.requireReach(to: scheme.unit, with: Self.right)
        try t.refuse(scheme.problems(on: t.today))
        var room = before
        room.scheme = scheme
        guard room != before else { try t.refuse(StudyProblem.nothingChanged) }
        try t.update(room)
        return room
    }
}

/// Says what was found when somebody looked at it (核查): by the unit, whoever is above it, or an inspector.
struct LookAtRoom: RecordAct {
    static let right = Right.report
    static let rights: Set<Right> = [.report, .plan, .inspect]
    static let words = Words("核查学习书屋", "Reading room looked at")
    static let title = Words("核查学习书屋", "Look at the reading room")
    static let button = Words("登记核查", "Looked at")
    static let step = "look"
    static let settles = true
    var record: String
    var look: RoomLook

    static func notNow(
        _ room: ReadingRoom, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { room.isClosed }

    func perform(on room: ReadingRoom, in t: ActTransaction) throws -> ReadingRoom {
        if look.day > t.today { try t.refuse(StudyProblem.inTheFuture(look.day)) }
        if look.day < room.scheme.since { try t.refuse(StudyProblem.lookedBefore(room.scheme.since)) }
        if room.looks.contains(where: { $0.day == look.day }) { try t.refuse(StudyProblem.lookedAlready(look.day)) }
        if look.finding == .toMend, look.remark.allSatisfy(\.isWhitespace) { try t.refuse(StudyProblem.noReason) }
        guard room.looks.count < ReadingRoom.mostLooks else { try t.refuse(StudyProblem.tooManyLooks) }
        var room = room
        room.looks.append(look)
        room.looks.sort { $0.day < $1.day }
        // The latest look knows best how many there are.
        if room.lastLook == look { room.scheme.books = look.books }
        try t.update(room)
        return room
    }
}

/// It is no more (撤销).
struct CloseRoom: RecordAct {
    static let right = Right.report
    static let words = Words("撤销学习书屋", "Reading room closed")
    static let title = Words("撤销学习书屋", "The room is no more")
    static let button = Words("撤销", "Close")
    static let step = "close"
    var record: String
    var reason: String

    static func notNow(
        _ room: ReadingRoom, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { room.isClosed }

    func perform(on room: ReadingRoom, in t: ActTransaction) throws -> ReadingRoom {
        var room = room
        (room.closed, room.reason) = (t.today, reason)
        try t.update(room)
        return room
    }
}

extension ReadingRoom {
    static let mostLooks = 200

    fileprivate var isClosed: StudyProblem? { closed.map { .roomClosed($0) } }
}

extension RoomScheme {
    func problems(on today: Day) -> [StudyProblem] { since > today ? [.roomToCome(since)] : [] }
}

extension CodeSeries {
    static let readingRoom = CodeSeries(rawValue: "SW")
}

import Pages
import Store
import Vocabulary

/// Where a reading room stands this year, in one word.
enum RoomState: String, Stated {
    case overdue, toLook, toMend, looked, closed

    typealias Record = ReadingRoom

    var words: Words {
        switch self {
        case .overdue: Words("逾期未核查", "Not looked at, overdue")
        case .toLook: Words("待核查", "To be looked at")
        case .toMend: Words("需要整改", "To be mended")
        case .looked: Words("正常", "In order")
        case .closed: Words("已撤销", "Closed")
        }
    }

    var mark: Mark {
        switch self {
        case .overdue: .overdue
        case .toLook: .next
        case .toMend: .behind
        case .looked: .met
        case .closed: .excused
        }
    }

    static let told: [RoomState] = [.overdue, .toLook, .toMend, .looked]

    func condition(_ ask: Ask) throws -> SQL {
        let today = ask.today
        let begins = Day(year: today.year, month: 1, day: 1) ?? today
        let isOver = today > (try ask.studyRules.roomLookBy(in: today.year) ?? today)
        let open: SQL = "closed_day is null"
        // Of the year it was set up in, its entry is the look.
        let looked: SQL = """
            (since_day >= \(begins) or exists (
                select room from reading_room_looks l where l.room = reading_rooms.code and l.looked_day >= \(begins)))
            """
        let toMend: SQL = """
            exists (
                select room from reading_room_looks l where l.room = reading_rooms.code
                and l.finding = \(RoomFinding.toMend)
                and not exists (
                    select room from reading_room_looks n where n.room = l.room and n.looked_day > l.looked_day))
            """
        return switch self {
        case .overdue: isOver ? "\(open) and not \(looked)" : .never
        case .toLook: isOver ? .never : "\(open) and not \(looked)"
        case .toMend: "\(open) and \(looked) and \(toMend)"
        case .looked: "\(open) and \(looked) and not \(toMend)"
        case .closed: "closed_day is not null"
        }
    }

    static func state(of room: ReadingRoom, _ ask: Ask) throws -> RoomState {
        if room.closed != nil { return .closed }
        let isLooked =
            room.scheme.since.year >= ask.today.year || room.lastLook.map { $0.day.year >= ask.today.year } ?? false
        guard isLooked else {
            return ask.today > (try ask.studyRules.roomLookBy(in: ask.today.year) ?? ask.today) ? .overdue : .toLook
        }
        return room.lastLook?.finding == .toMend ? .toMend : .looked
    }

    static let waits: [WaitingState<RoomState>] = [
        .init(.overdue, LookAtRoom.self, of: .unit) { _, ask in try due(ask) },
        .init(.toMend, LookAtRoom.self, of: .unit, isReturned: true) { room, _ in .text(room.lastLook?.remark ?? "") },
        .init(.toLook, LookAtRoom.self, of: .unit) { _, ask in try due(ask) },
        .init(.overdue, LookAtRoom.self, of: .office) { room, ask in .text(try ask.naming.unitName(room.scheme.unit)) },
    ]

    private static func due(_ ask: Ask) throws -> HTML {
        let day = try ask.studyRules.roomLookBy(in: ask.today.year) ?? ask.today
        return .group([.day(day), .say(" 前核查", " is the day by which it is looked at")])
    }
}

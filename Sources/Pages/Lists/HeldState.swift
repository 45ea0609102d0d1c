public import Store
public import Vocabulary

/// What is announced for a day, held, and put on record within some working days after it (纪实).
public protocol HeldNoun: PagedNoun {
    static var held: HeldColumns { get }
    /// In which of its states it waits for whom.
    static var waits: [WaitingState<HeldState<Self>>] { get }
    /// Working days until its record is due.
    static func recordDays(_ ask: Ask) throws -> Int
    /// The last day of it.
    var over: Day { get }
    var isCancelled: Bool { get }
    func isOnRecord(in reading: some Reading) throws -> Bool
}

/// The same, as its table tells it.
public struct HeldColumns: Sendable {
    let over: SQL
    let announced: SQL
    let recorded: SQL
    let cancelled: SQL

    /// `over`: the column of its last day; the others are conditions.
    public init(over: SQL, announced: SQL, recorded: SQL, cancelled: SQL) {
        self.over = over
        self.announced = announced
        self.recorded = recorded
        self.cancelled = cancelled
    }
}

extension HeldNoun {
    public static var waits: [WaitingState<HeldState<Self>>] { [] }

    public func recordDue(_ ask: Ask) throws -> Day { try ask.workingCalendar.after(over, Self.recordDays(ask)) }
}

/// Where such a thing stands, in one word.
public enum HeldState<Held: HeldNoun>: String, Stated {
    case toCome, toRecord, recordOverdue, recorded, cancelled

    public var words: Words {
        switch self {
        case .toCome: Words("未举行", "To come")
        case .toRecord: Words("待纪实", "To be recorded")
        case .recordOverdue: Words("纪实逾期", "Record overdue")
        case .recorded: Words("已纪实", "On record")
        case .cancelled: Words("已取消", "Cancelled")
        }
    }

    public var mark: Mark {
        switch self {
        case .toCome: .notYetDue
        case .toRecord: .next
        case .recordOverdue: .overdue
        case .recorded: .met
        case .cancelled: .excused
        }
    }

    public static var told: [Self] { [.toCome, .toRecord, .recordOverdue, .recorded] }
    public static var waits: [WaitingState<Self>] { Held.waits }

    public func condition(_ ask: Ask) throws -> SQL {
        let (held, today) = (Held.held, ask.today)
        let open: SQL = "\(held.announced) and not \(held.recorded)"
        // Overdue is what was over before the day from which so many working days lie behind us.
        let latest = try ask.workingCalendar.before(today, Held.recordDays(ask))
        return switch self {
        case .toCome: "\(open) and \(held.over) >= \(today)"
        case .toRecord: "\(open) and \(held.over) < \(today) and \(held.over) >= \(latest)"
        case .recordOverdue: "\(open) and \(held.over) < \(today) and \(held.over) < \(latest)"
        case .recorded: held.recorded
        case .cancelled: held.cancelled
        }
    }

    public static func state(of held: Held, _ ask: Ask) throws -> Self {
        if held.isCancelled { return .cancelled }
        if try held.isOnRecord(in: ask.reading) { return .recorded }
        if held.over >= ask.today { return .toCome }
        return try held.recordDue(ask) < ask.today ? .recordOverdue : .toRecord
    }
}

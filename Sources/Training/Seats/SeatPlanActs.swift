public import Seats
public import Spelling
public import Storage
public import Store
public import Vocabulary

/// Takes in a year of classes (交入年度班次).
public struct AddSeatPlan: SeatAct {
    public static let words = Words("交入年度班次", "Year taken in")
    public var instance: SeatInstance
    public var name: String

    public init(_ instance: SeatInstance, name: String) {
        self.instance = instance
        self.name = name
    }

    /// The plan's number. Throws `SeatPlanRefused`.
    public func perform(in t: ActTransaction) throws -> Int {
        do throws(SeatTrouble) { try instance.validate() } catch { throw SeatPlanRefused.instance(error) }
        let name = try SeatPlanRefused.checked(name)
        let number = try t.writing.nextSeatPlanNumber()
        try t.writing.add(SeatPlan(number: number, name: name, made: t.today, instance: instance))
        return number
    }
}

/// Gives a year another name.
public struct RenameSeatPlan: SeatAct {
    public static let words = Words("改名", "Renamed")
    public var number: Int
    public var name: String

    public init(_ number: Int, to name: String) {
        self.number = number
        self.name = name
    }

    /// The plan's number.
    public func perform(in t: ActTransaction) throws -> Int {
        let name = try SeatPlanRefused.checked(name)
        _ = try t.standingSeatPlan(number)
        try t.writing.rename(seatPlan: number, to: name)
        return number
    }
}

/// Takes a year away; it can be had back.
public struct TakeSeatPlanAway: SeatAct {
    public static let words = Words("移除", "Taken away")
    public var number: Int

    public init(_ number: Int) { self.number = number }

    public func perform(in t: ActTransaction) throws {
        _ = try t.standingSeatPlan(number)
        try t.writing.setTakenAway(true, plan: number)
    }
}

/// Gives back a year that was taken away; one that stands is left as it is.
public struct RestoreSeatPlan: SeatAct {
    public static let words = Words("恢复", "Restored")
    public static let mayStandAlready = true
    public var number: Int

    public init(_ number: Int) { self.number = number }

    public func perform(in t: ActTransaction) throws {
        guard let plan = try t.seatPlan(number: number) else {
            throw SeatPlanRefused.unknownPlan(number)
        }
        if plan.isTakenAway { try t.writing.setTakenAway(false, plan: number) }
    }
}

/// Keeps a proposal that the planner made for a year, after testing it again (安排名额).
public struct KeepSeatProposal: SeatAct {
    public static let words = Words("安排名额", "Seats proposed")
    public var number: Int
    public var proposal: SeatPlan.KeptProposal

    public init(_ proposal: SeatPlan.KeptProposal, for number: Int) {
        self.number = number
        self.proposal = proposal
    }

    /// Wishes may have changed while it was made: they stay, and the proposal remembers the ones it was made by.
    public func perform(in t: ActTransaction) throws {
        let plan = try t.standingSeatPlan(number)
        let check = SeatCheck(proposal.seats, in: plan.instance, wishes: proposal.wishes)
        if let breach = check.breaches.first { throw SeatPlanRefused.breach(breach) }
        try t.writing.add(proposal, to: number)
    }
}

/// Why something was not done about a year of classes.
public enum SeatPlanRefused: Error, Equatable, Sendable {
    /// There is none of that number, or it was taken away.
    case unknownPlan(Int)
    case name(TextFlaw)
    case instance(SeatTrouble)
    case unknownSeat(Seat)
    /// It is pinned, and somebody wants to forbid it.
    case isPinned(Seat)
    case isForbidden(Seat)
    /// Together with the pins there are, it breaks a limit.
    case cannotBePinned(SeatBreach)
    /// A proposal does not keep a limit.
    case breach(SeatBreach)

    static func checked(_ name: String) throws -> String {
        do throws(TextFlaw) { return try TextRule.name.spelled(name) } catch { throw SeatPlanRefused.name(error) }
    }
}

extension Reading {
    func standingSeatPlan(_ number: Int) throws -> SeatPlan {
        guard let plan = try seatPlan(number: number), !plan.isTakenAway else {
            throw SeatPlanRefused.unknownPlan(number)
        }
        return plan
    }
}

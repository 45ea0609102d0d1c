public import Seats
public import Spelling
public import Storage
public import Store
public import Vocabulary

/// Takes in a year of classes (交入年度班次).
public struct AddSeatPlan: Sendable {
    public var instance: SeatInstance
    public var name: String

    public init(_ instance: SeatInstance, name: String) {
        self.instance = instance
        self.name = name
    }

    /// The plan's number. Throws `SeatPlanRefused`.
    @discardableResult
    public func perform(in database: Database, by: String, on today: Day) throws -> Int {
        do throws(SeatTrouble) { try instance.validate() } catch { throw SeatPlanRefused.instance(error) }
        let name = try SeatPlanRefused.checked(name)
        return try database.write(by: by) { transaction in
            let number = try transaction.nextSeatPlanNumber()
            try transaction.add(SeatPlan(number: number, name: name, made: today, instance: instance))
            return number
        }
    }
}

/// Gives a year another name.
public struct RenameSeatPlan: Sendable {
    public var number: Int
    public var name: String

    public init(_ number: Int, to name: String) {
        self.number = number
        self.name = name
    }

    public func perform(in database: Database, by: String) throws {
        let name = try SeatPlanRefused.checked(name)
        try database.write(by: by) { transaction in
            _ = try transaction.standingSeatPlan(number)
            try transaction.rename(seatPlan: number, to: name)
        }
    }
}

/// Takes a year away; it can be had back.
public struct TakeSeatPlanAway: Sendable {
    public var number: Int

    public init(_ number: Int) { self.number = number }

    public func perform(in database: Database, by: String) throws {
        try database.write(by: by) { transaction in
            _ = try transaction.standingSeatPlan(number)
            try transaction.setTakenAway(true, plan: number)
        }
    }
}

/// Gives back a year that was taken away; one that stands is left as it is.
public struct RestoreSeatPlan: Sendable {
    public var number: Int

    public init(_ number: Int) { self.number = number }

    public func perform(in database: Database, by: String) throws {
        try database.write(by: by) { transaction in
            guard let plan = try transaction.seatPlan(number: number) else {
                throw SeatPlanRefused.unknownPlan(number)
            }
            if plan.isTakenAway { try transaction.setTakenAway(false, plan: number) }
        }
    }
}

/// Keeps a proposal that the planner made for a year, after testing it again (安排名额).
public struct KeepSeatProposal: Sendable {
    public var number: Int
    public var proposal: SeatPlan.KeptProposal

    public init(_ proposal: SeatPlan.KeptProposal, for number: Int) {
        self.number = number
        self.proposal = proposal
    }

    /// Wishes may have changed while it was made: they stay, and the proposal remembers the ones it was made by.
    public func perform(in database: Database, by: String) throws {
        try database.write(by: by) { transaction in
            let plan = try transaction.standingSeatPlan(number)
            let check = SeatCheck(proposal.seats, in: plan.instance, wishes: proposal.wishes)
            if let breach = check.breaches.first { throw SeatPlanRefused.breach(breach) }
            try transaction.add(proposal, to: number)
        }
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

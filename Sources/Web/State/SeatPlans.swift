import Seats
import Storage
import Store
import Training
import Vocabulary

/// The planning under way, and what pages count from the plans in the database. One plan is worked out at a time.
actor SeatPlans {
    private let database: Database
    /// What was counted from a plan, as long as it does not change.
    private var pictures: [Int: SeatPicture] = [:]
    private var running: [Int: Task<Void, Never>] = [:]
    private var refusals: [Int: Refusal] = [:]
    private var last: Task<Void, Never>?
    /// Files of an earlier program that could not be taken over.
    private(set) var unreadable: [String] = []

    /// How a plan stands besides its proposal.
    struct Status: Equatable, Sendable {
        var isRunning = false
        /// Why the last attempt made no proposal.
        var refusal: Refusal?
    }

    enum Refusal: Error, Equatable {
        case trouble(SeatTrouble)
        /// The proposal did not pass its check; it was not kept.
        case breach(SeatBreach)
        case notWritten
    }

    init(database: Database) { self.database = database }

    func note(unreadable files: [String]) { unreadable = files }

    /// The newest first.
    func all() throws -> [SeatPicture] {
        try database.read { reading in
            try reading.seatPlanHeads().filter { !$0.isTakenAway }.compactMap { try picture($0, reading) }
        }
    }

    /// The plans that were taken away, the newest first.
    func removed() throws -> [SeatPlan] {
        try database.read { reading in
            try reading.seatPlanHeads().filter(\.isTakenAway).compactMap { try reading.seatPlan(number: $0.number) }
        }
    }

    func picture(_ number: Int) throws -> SeatPicture? {
        try database.read { reading in
            let head = try reading.seatPlanHeads().first { $0.number == number && !$0.isTakenAway }
            return try head.flatMap { try picture($0, reading) }
        }
    }

    private func picture(_ head: SeatPlanHead, _ reading: ReadTransaction) throws -> SeatPicture? {
        if let known = pictures[head.number], known.plan.changes == head.changes { return known }
        let made = try reading.seatPlan(number: head.number).map { SeatPicture($0) }
        pictures[head.number] = made
        return made
    }

    func status(_ number: Int) -> Status {
        Status(isRunning: running[number] != nil, refusal: refusals[number])
    }

    /// What was said of the last attempt no longer holds: something else is wished now.
    func forgetRefusal(_ number: Int) { refusals[number] = nil }

    /// Starts to work out a proposal, close to the last one or from nothing; a plan under way goes on as it is.
    func run(_ number: Int, afresh: Bool, by reader: Reader, on day: Day) throws {
        try KeepSeatProposal.require(of: reader)
        guard running[number] == nil, let plan = try picture(number)?.plan else { return }
        let before = last
        refusals[number] = nil
        let task = Task.detached(priority: .utility) { [database] in
            await before?.value
            let outcome = Self.propose(plan, afresh: afresh, by: reader, on: day, database)
            await self.finish(number, outcome)
        }
        running[number] = task
        last = task
    }

    /// Waits for a run to end, but no longer than this.
    func wait(for number: Int, atMost limit: Duration) async {
        let clock = ContinuousClock()
        let end = clock.now + limit
        while running[number] != nil, clock.now < end { try? await Task.sleep(for: .milliseconds(20)) }
    }

    /// Works a proposal out and keeps it; why not, where it could not be.
    private static func propose(
        _ plan: SeatPlan, afresh: Bool, by reader: Reader, on day: Day, _ database: Database
    ) -> Refusal? {
        let clock = ContinuousClock()
        let start = clock.now
        let effort = SeatEffort(
            rounds: nil, isSearchOver: { clock.now - start > .seconds(15) },
            isOver: { clock.now - start > .seconds(60) })
        let previous = afresh ? nil : plan.proposal?.seats
        let made: SeatProposal
        do throws(SeatTrouble) {
            made = try SeatPlanner(plan.instance).propose(wishes: plan.wishes, previous: previous, effort: effort)
        } catch {
            return .trouble(error)
        }
        let proposal = SeatPlan.KeptProposal(
            seats: made.seats, value: made.value, bound: made.bound, wishes: plan.wishes,
            isCloseToPrevious: previous != nil, made: day)
        do {
            try database.perform(KeepSeatProposal(proposal, for: plan.number), by: reader, on: day)
            return nil
        } catch SeatPlanRefused.breach(let breach) {
            return .breach(breach)
        } catch SeatPlanRefused.unknownPlan {
            // It was taken away meanwhile: what was worked out for it is lost.
            return nil
        } catch {
            return .notWritten
        }
    }

    private func finish(_ number: Int, _ refusal: Refusal?) {
        running[number] = nil
        refusals[number] = refusal
    }
}

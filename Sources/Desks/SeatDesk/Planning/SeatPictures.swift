import Foundation
import Pages
import Storage
import Store
import Training
import Vocabulary

/// What pages count from the plans in the database, and how the planning of each stands.
actor SeatPlans {
    private let database: Database
    private let jobs: JobWorker
    /// What was counted from a plan, as long as it does not change.
    private var pictures: [Int: SeatPicture] = [:]
    /// Files of an earlier program that could not be taken over.
    private(set) var unreadable: [String] = []

    /// How a plan stands besides its proposal.
    struct Status: Equatable, Sendable {
        var isRunning = false
        /// The job that is at it, or was.
        var job: String?
        /// Why the last attempt made no proposal; nil once the plan was changed since.
        var refusal: Words?
    }

    init(database: Database, jobs: JobWorker) {
        self.database = database
        self.jobs = jobs
    }

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

    func status(_ number: Int) throws -> Status {
        try database.read { reading in
            guard let job = try reading.newestJob(ProposeSeats.work, about: ProposeSeats.address(of: number)) else {
                return Status()
            }
            var status = Status(isRunning: !job.state.isEnd, job: job.code)
            let attempt = try JSONDecoder().decode(ProposeSeats.self, from: Data(job.given.utf8))
            let changes = try reading.seatPlanHeads().first { $0.number == number }?.changes
            if job.state == .refused || job.state == .interrupted, changes == attempt.changes {
                status.refusal = job.end.words
            }
            return status
        }
    }

    /// Puts a proposal in the queue, close to the last one or from nothing; a plan under way goes on as it is.
    func run(_ number: Int, afresh: Bool, by reader: Reader, on day: Day) throws {
        try KeepSeatProposal.require(of: reader)
        guard try !status(number).isRunning, let plan = try picture(number)?.plan else { return }
        try jobs.begin(
            ProposeSeats(plan: number, name: plan.name, isAfresh: afresh, changes: plan.changes), by: reader, on: day)
    }

    /// Waits for a run to end, but no longer than this.
    func wait(for number: Int, atMost limit: Duration) async throws {
        let clock = ContinuousClock()
        let end = clock.now + limit
        while try status(number).isRunning, clock.now < end { try? await Task.sleep(for: .milliseconds(30)) }
    }
}

import Foundation
import Pages
import Storage
import Store
import Synchronization
import Training
import Vocabulary

/// A year of classes as its pages show it: what was proposed, and how far the planner is.
struct SeatYear: Sendable {
    let picture: SeatPicture
    var isRunning = false
    /// The job that is at it, or was.
    var job: String?
    /// Why the last attempt made no proposal; nil once the year was changed since.
    var refusal: Words?

    var plan: SeatPlan { picture.plan }
    var address: String { picture.address }
}

/// What pages count from the years in the database, kept as long as a year does not change.
public final class SeatPictures: Sendable {
    private let pictures = Mutex<[Int: SeatPicture]>([:])

    public init() {}

    /// The newest first, of those that are kept or of those that were taken away.
    func years(_ reading: ReadTransaction, takenAway: Bool = false) throws -> [SeatYear] {
        try reading.seatPlanHeads().filter { $0.isTakenAway == takenAway }.compactMap { try year($0, reading) }
    }

    /// Nil where there is none of that number.
    func year(_ number: Int, _ reading: ReadTransaction) throws -> SeatYear? {
        try reading.seatPlanHeads().first { $0.number == number }.flatMap { try year($0, reading) }
    }

    private func year(_ head: SeatPlanHead, _ reading: ReadTransaction) throws -> SeatYear? {
        guard let picture = try picture(head, reading) else { return nil }
        var year = SeatYear(picture: picture)
        guard let job = try reading.newestJob(ProposeSeats.work, about: year.address) else { return year }
        (year.isRunning, year.job) = (!job.state.isEnd, job.code)
        let attempt = try JSONDecoder().decode(ProposeSeats.self, from: Data(job.given.utf8))
        if job.state == .refused || job.state == .interrupted, head.changes == attempt.changes {
            year.refusal = job.end.words
        }
        return year
    }

    private func picture(_ head: SeatPlanHead, _ reading: ReadTransaction) throws -> SeatPicture? {
        if let known = pictures.withLock({ $0[head.number] }), known.plan.changes == head.changes,
            known.plan.isTakenAway == head.isTakenAway
        {
            return known
        }
        let made = try reading.seatPlan(number: head.number).map { SeatPicture($0) }
        pictures.withLock { $0[head.number] = made }
        return made
    }
}

extension Sent {
    /// Puts a proposal in the queue, close to the last one or from nothing; one under way goes on as it is.
    func propose(_ number: Int, isAfresh: Bool, _ pictures: SeatPictures) throws {
        try KeepSeatProposal.require(of: reader)
        let kept = try asking { try pictures.year(number, $0.reading) }
        guard let year = kept, !year.isRunning else { return }
        try jobs?.begin(
            ProposeSeats(plan: number, name: year.plan.name, isAfresh: isAfresh, changes: year.plan.changes),
            by: reader,
            on: context.today)
    }
}

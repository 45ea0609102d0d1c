import Exchange
import Pages
import Seats
import Storage
import Store
import Training
import Vocabulary

/// Works out who goes to which class of a year, close to the last proposal or from nothing (生成调训安排).
struct ProposeSeats: Job {
    static let right = KeepSeatProposal.right
    static let rights = KeepSeatProposal.rights
    static let isTownWide = KeepSeatProposal.isTownWide
    var plan: Int
    /// Of the year, for the list of jobs.
    var name: String
    var isAfresh: Bool
    /// The year as it was when this was begun: what is said of an attempt holds until something else is wished.
    var changes: Int

    var words: Words { Words("生成调训安排：\(name)", "Propose seats: \(name)") }
    var about: String { Self.address(of: plan) }

    static func address(of plan: Int) -> String { "/seats/\(plan)" }

    func run(in run: JobRun) throws -> JobEnd {
        guard let year = try run.database.read({ try $0.seatPlan(number: plan) }), !year.isTakenAway else {
            throw JobRefused(Words("这个年度已移除。", "This year was taken away."))
        }
        let previous = isAfresh ? nil : year.proposal?.seats
        let made = try propose(year, previous, run)
        try run.goOn()
        let proposal = SeatPlan.KeptProposal(
            seats: made.seats, value: made.value, bound: made.bound, wishes: year.wishes,
            isCloseToPrevious: previous != nil, made: run.today)
        do {
            try run.database.perform(KeepSeatProposal(proposal, for: plan), by: run.reader, on: run.today)
        } catch SeatPlanRefused.breach(let breach) {
            throw JobRefused(
                Words(
                    "安排未通过检查：" + SeatText(.zh).breach(breach),
                    "The proposal failed its check: " + SeatText(.en).breach(breach)))
        } catch SeatPlanRefused.unknownPlan {
            throw JobRefused(Words("这个年度已移除，安排没有保存。", "This year was taken away meanwhile; nothing was kept."))
        }
        return JobEnd(.count(made.seats.count, "个名额", "seat", "seats"), leadsTo: about)
    }

    private func propose(_ year: SeatPlan, _ previous: [Seat]?, _ run: JobRun) throws -> SeatProposal {
        let clock = ContinuousClock()
        let start = clock.now
        let effort = SeatEffort(
            rounds: nil, isSearchOver: { clock.now - start > .seconds(15) || run.isStopped },
            isOver: { clock.now - start > .seconds(60) || run.isStopped })
        do throws(SeatTrouble) {
            return try SeatPlanner(year.instance).propose(wishes: year.wishes, previous: previous, effort: effort)
        } catch {
            try run.goOn()
            throw JobRefused(Words(SeatText(.zh).trouble(error), SeatText(.en).trouble(error)))
        }
    }
}

import Seats
import Store

/// Whether the seat plans are as the journal tells.
struct SeatPlansCheck<Records: Reading> {
    private let records: Records
    private var told: [Int: Told] = [:]

    private struct Told {
        var plan: JournaledSeatPlan
        var seq: Int
        var isTakenAway = false
        var wishes: [Seat: SeatWish] = [:]
        var proposals: [JournaledProposal] = []
    }

    init(_ records: Records) { self.records = records }

    /// Takes in one row of the journal; rows about other things are passed over.
    mutating func take(_ row: JournalRow) throws {
        guard let act = SeatAct(rawValue: row.act), let number = Int(row.objectCode) else { return }
        let after = row.after ?? ""
        if act == .add {
            told[number] = Told(plan: try StoredJSON.value(JournaledSeatPlan.self, from: after), seq: row.seq)
            return
        }
        guard var known = told[number] else { return }
        known.seq = row.seq
        switch act {
        case .add: break
        case .rename: known.plan.name = try StoredJSON.value(JournaledName.self, from: after).name
        case .takeAway, .restore: known.isTakenAway = act == .takeAway
        case .wish:
            let wish = try StoredJSON.value(JournaledWish.self, from: after)
            known.wishes[wish.seat] = wish.wish
        case .propose: known.proposals.append(try StoredJSON.value(JournaledProposal.self, from: after))
        }
        told[number] = known
    }

    func faults() throws -> [FactFault] {
        let table = "seat_plans"
        var faults: [FactFault] = []
        for (number, told) in told.sorted(by: { $0.key < $1.key }) {
            guard let stored = try records.journaledSeatPlan(number) else {
                faults.append(.missing(table: table, code: String(number), seq: told.seq))
                continue
            }
            let wishes = try records.seatWishes(of: number)
            let isSame =
                stored.plan == told.plan && stored.isTakenAway == told.isTakenAway
                && Set(wishes.pins) == Set(told.wishes.filter { $0.value == .pin }.keys)
                && Set(wishes.forbids) == Set(told.wishes.filter { $0.value == .forbid }.keys)
            if try !isSame || records.journaledProposals(of: number) != told.proposals {
                faults.append(.altered(table: table, code: String(number), seq: told.seq))
            }
        }
        for head in try records.seatPlanHeads() where told[head.number] == nil {
            faults.append(.unjournaled(table: table, code: String(head.number)))
        }
        return faults
    }
}

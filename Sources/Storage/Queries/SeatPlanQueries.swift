public import Seats
public import Store
import Vocabulary

extension Reading {
    /// All of them, the newest first.
    public func seatPlanHeads() throws -> [SeatPlanHead] {
        try connection.rows("select number, taken_away, changes from seat_plans order by number desc") { row in
            SeatPlanHead(
                number: try row.integer("number"), isTakenAway: try row.flag("taken_away"),
                changes: try row.integer("changes"))
        }
    }

    /// Taken away or not.
    public func seatPlan(number: Int) throws -> SeatPlan? {
        let plan = try connection.first(
            "select name, made_day, instance, taken_away, changes from seat_plans where number = $1",
            [SQLValue(number)]
        ) { row in
            SeatPlan(
                number: number, name: try row.text("name"), made: try row.day("made_day"),
                instance: try StoredJSON.value(SeatInstance.self, from: row.text("instance")),
                isTakenAway: try row.flag("taken_away"), changes: try row.integer("changes"))
        }
        guard var plan else { return nil }
        plan.wishes = try seatWishes(of: number)
        let last = try seatProposals(of: number, limit: 2)
        plan.proposal = last.first
        plan.previous = last.dropFirst().first
        return plan
    }

    /// In the order in which they were made.
    public func seatWishes(of plan: Int) throws -> SeatWishes {
        var wishes = SeatWishes()
        try connection.query(
            "select person, class_id, wish from seat_wishes where plan = $1 order by place, person, class_id",
            [SQLValue(plan)]
        ) { row in
            let seat = Seat(person: try row.integer("person"), classID: try row.integer("class_id"))
            let wish: SeatWish = try row.code("wish")
            switch wish {
            case .pin: wishes.pins.append(seat)
            case .forbid: wishes.forbids.append(seat)
            }
        }
        return wishes
    }

    /// The newest first.
    private func seatProposals(of plan: Int, limit: Int) throws -> [SeatPlan.KeptProposal] {
        try connection.rows(
            """
            select made_day, worth, bound, is_close, seats, pins, forbids from seat_proposals
            where plan = $1 order by number desc limit $2
            """, [SQLValue(plan), SQLValue(limit)]
        ) { row in
            SeatPlan.KeptProposal(
                seats: try StoredJSON.value([Seat].self, from: row.text("seats")), value: try row.integer("worth"),
                bound: try row.textOrNil("bound").flatMap(Double.init),
                wishes: SeatWishes(
                    pins: try StoredJSON.value([Seat].self, from: row.text("pins")),
                    forbids: try StoredJSON.value([Seat].self, from: row.text("forbids"))),
                isCloseToPrevious: try row.flag("is_close"), made: try row.day("made_day"))
        }
    }

    public func nextSeatPlanNumber() throws -> Int {
        (try connection.first("select coalesce(max(number), 0) as last from seat_plans") { try $0.integer("last") } ?? 0)
            + 1
    }
}

/// The changes that can be made to seat plans, each with its row in the journal.
extension WriteTransaction {
    /// With its wishes and proposals, where it has some already.
    public func add(_ plan: SeatPlan) throws {
        let instance = try StoredJSON.text(plan.instance)
        try connection.execute(
            """
            insert into seat_plans (number, name, made_day, instance, taken_away, changes)
            values ($1, $2, $3, $4, 0, 1)
            """, [SQLValue(plan.number), SQLValue(plan.name), SQLValue(plan.made), SQLValue(instance)])
        try journal(
            act: SeatAct.add, plan.number,
            after: JournaledSeatPlan(
                name: plan.name, made: plan.made, instanceHash: SHA256.hex(Array(instance.utf8))))
        for pin in plan.wishes.pins { try set(.pin, for: pin, in: plan.number) }
        for seat in plan.wishes.forbids { try set(.forbid, for: seat, in: plan.number) }
        for proposal in [plan.previous, plan.proposal] {
            if let proposal { try add(proposal, to: plan.number) }
        }
        if plan.isTakenAway { try setTakenAway(true, plan: plan.number) }
    }

    public func rename(seatPlan number: Int, to name: String) throws {
        try connection.execute(
            "update seat_plans set name = $2 where number = $1", [SQLValue(number), SQLValue(name)])
        try touch(number)
        try journal(act: SeatAct.rename, number, after: JournaledName(name: name))
    }

    public func setTakenAway(_ isTakenAway: Bool, plan number: Int) throws {
        try connection.execute(
            "update seat_plans set taken_away = $2 where number = $1", [SQLValue(number), SQLValue(isTakenAway)])
        try touch(number)
        try journal(
            act: isTakenAway ? SeatAct.takeAway : .restore, number, after: JournaledTaking(isTakenAway: isTakenAway))
    }

    /// Nil lets go of what was wished about the seat.
    public func set(_ wish: SeatWish?, for seat: Seat, in plan: Int) throws {
        let key = [SQLValue(plan), SQLValue(seat.person), SQLValue(seat.classID)]
        try connection.execute(
            "delete from seat_wishes where plan = $1 and person = $2 and class_id = $3", key)
        if let wish {
            let last = try connection.first(
                "select coalesce(max(place), 0) as last from seat_wishes where plan = $1", [SQLValue(plan)]
            ) { try $0.integer("last") }
            try connection.execute(
                "insert into seat_wishes (plan, person, class_id, place, wish) values ($1, $2, $3, $4, $5)",
                key + [SQLValue((last ?? 0) + 1), SQLValue(wish)])
        }
        try touch(plan)
        try journal(act: SeatAct.wish, plan, after: JournaledWish(seat: seat, wish: wish))
    }

    /// A proposal is never altered: the next one stands after it.
    public func add(_ proposal: SeatPlan.KeptProposal, to plan: Int) throws {
        let last = try connection.first(
            "select coalesce(max(number), 0) as last from seat_proposals where plan = $1", [SQLValue(plan)]
        ) { try $0.integer("last") }
        let number = (last ?? 0) + 1
        let texts = try [proposal.seats, proposal.wishes.pins, proposal.wishes.forbids].map { try StoredJSON.text($0) }
        try connection.execute(
            """
            insert into seat_proposals (plan, number, made_day, worth, bound, is_close, seats, pins, forbids)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            [
                SQLValue(plan), SQLValue(number), SQLValue(proposal.made), SQLValue(proposal.value),
                SQLValue(proposal.bound.map { "\($0)" }), SQLValue(proposal.isCloseToPrevious),
            ] + texts.map { SQLValue($0) })
        try touch(plan)
        guard let journaled = try journaledProposals(of: plan).last else { return }
        try journal(act: SeatAct.propose, plan, after: journaled)
    }

    private func touch(_ plan: Int) throws {
        try connection.execute("update seat_plans set changes = changes + 1 where number = $1", [SQLValue(plan)])
    }

    private func journal(act: SeatAct, _ plan: Int, after: some Encodable) throws {
        try journal(act: act.rawValue, kind: "seatPlan", code: String(plan), after: StoredJSON.text(after))
    }
}

/// The acts on seat plans as they stand in the journal.
enum SeatAct: String {
    case add = "addSeatPlan"
    case rename = "renameSeatPlan"
    case takeAway = "takeSeatPlanAway"
    case restore = "restoreSeatPlan"
    case wish = "wishSeat"
    case propose = "proposeSeats"
}

struct JournaledSeatPlan: Codable, Hashable {
    var name: String
    var made: Day
    var instanceHash: String
}

struct JournaledName: Codable { var name: String }
struct JournaledTaking: Codable { var isTakenAway: Bool }

struct JournaledWish: Codable {
    var seat: Seat
    var wish: SeatWish?
}

/// A proposal stands in the journal by the hash of its seats and wishes.
struct JournaledProposal: Codable, Hashable {
    var number: Int
    var made: Day
    var value: Int
    var bound: String?
    var isClose: Bool
    var hash: String
}

extension Reading {
    /// How the stored proposals would stand in the journal, oldest first.
    func journaledProposals(of plan: Int) throws -> [JournaledProposal] {
        try connection.rows(
            """
            select number, made_day, worth, bound, is_close, seats, pins, forbids from seat_proposals
            where plan = $1 order by number
            """, [SQLValue(plan)]
        ) { row in
            let texts = try ["seats", "pins", "forbids"].map { try row.text($0) }
            return JournaledProposal(
                number: try row.integer("number"), made: try row.day("made_day"), value: try row.integer("worth"),
                bound: try row.textOrNil("bound"), isClose: try row.flag("is_close"),
                hash: SHA256.hex(Array(texts.joined(separator: "\n").utf8)))
        }
    }

    /// How a stored plan would stand in the journal, and whether it is taken away.
    func journaledSeatPlan(_ number: Int) throws -> (plan: JournaledSeatPlan, isTakenAway: Bool)? {
        try connection.first(
            "select name, made_day, instance, taken_away from seat_plans where number = $1", [SQLValue(number)]
        ) { row in
            (
                JournaledSeatPlan(
                    name: try row.text("name"), made: try row.day("made_day"),
                    instanceHash: SHA256.hex(Array(try row.text("instance").utf8))), try row.flag("taken_away")
            )
        }
    }
}

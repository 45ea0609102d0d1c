import Exchange
import Formats
import FoundationEssentials
import Seats
import Storage
import Store
import Vocabulary

/// A seat plan as a file, to be handed on: the instance as it is uploaded, and beside it what was wished and proposed.
///
/// `xingzhi seats propose` reads the same file; it passes over what it does not know.
enum SeatPlanFile {
    static func write(_ plan: SeatPlan, to output: ByteOutput) {
        var json = JSONWriter(output)
        json.object(onLines: true) { json in
            json.field("name", plan.name)
            json.field("made", plan.made.iso)
            write(plan.instance, to: &json)
            write(plan.wishes, to: &json)
            for (key, proposal) in [("proposal", plan.proposal), ("previous", plan.previous)] {
                guard let proposal else { continue }
                json.key(key)
                json.object { json in
                    json.field("made", proposal.made.iso)
                    json.field("value", proposal.value)
                    json.field("bound", proposal.bound)
                    json.field("close", proposal.isCloseToPrevious)
                    write(proposal.wishes, to: &json)
                    write(proposal.seats, as: "seats", to: &json)
                }
            }
        }
        json.endLine()
    }

    /// Throws `UnreadableJSON`, `SeatTrouble` or what the decoder says.
    static func read(_ bytes: [UInt8], number: Int) throws -> SeatPlan {
        let instance = try SeatFile.instance(bytes)
        try instance.validate()
        let kept = try JSONDecoder().decode(Kept.self, from: Data(bytes))
        try kept.validate(in: instance)
        return SeatPlan(
            number: number, name: kept.name, made: Day(iso: kept.made) ?? Day(number: 0), instance: instance,
            wishes: kept.wishes.wishes, proposal: kept.proposal?.proposal, previous: kept.previous?.proposal)
    }

    private static func write(_ instance: SeatInstance, to json: inout JSONWriter) {
        json.field("away_pct", instance.awayPct)
        json.field("max_per_quarter", instance.maxPerQuarter)
        json.field("max_per_year", instance.maxPerYear)
        write(instance.unitKind, as: "unit_kind", to: &json)
        json.key("persons")
        json.object { json in
            write(instance.persons.unit, as: "unit", to: &json)
            write(instance.persons.category, as: "category", to: &json)
            write(instance.persons.band, as: "band", to: &json)
            json.key("woman")
            json.list(instance.persons.woman) { json, flag in json.value(flag) }
            write(instance.persons.weight, as: "weight", to: &json)
        }
        json.key("classes")
        json.list(instance.classes, onLines: true) { json, seatClass in
            json.object { json in
                json.field("id", seatClass.id)
                json.field("start", seatClass.start)
                json.field("weeks", seatClass.weeks)
                json.field("quarter", seatClass.quarter)
                json.field("cap", seatClass.cap)
                write(seatClass.cats, as: "cats", to: &json)
                write(seatClass.bands, as: "bands", to: &json)
                json.field("women_pct", seatClass.womenPct)
                write(seatClass.kindPct, as: "kind_pct", to: &json)
            }
        }
    }

    private static func write(_ wishes: SeatWishes, to json: inout JSONWriter) {
        write(wishes.pins, as: "pins", to: &json)
        write(wishes.forbids, as: "forbids", to: &json)
    }

    private static func write(_ numbers: [Int], as key: String, to json: inout JSONWriter) {
        json.key(key)
        json.list(numbers) { json, number in json.value(number) }
    }

    private static func write(_ seats: [Seat], as key: String, to json: inout JSONWriter) {
        json.key(key)
        json.list(seats) { json, seat in
            json.list([seat.person, seat.classID]) { json, number in json.value(number) }
        }
    }
}

/// What stands in the file beside the instance.
private struct Kept: Decodable {
    var name: String
    var made: String
    var wishes: Wishes
    var proposal: Proposal?
    var previous: Proposal?

    struct Wishes: Decodable {
        var pins: [[Int]]?
        var forbids: [[Int]]?

        var wishes: SeatWishes { SeatWishes(pins: Kept.seats(pins), forbids: Kept.seats(forbids)) }
    }

    struct Proposal: Decodable {
        var made: String
        var value: Int
        var bound: Double?
        var close: Bool?
        var seats: [[Int]]
        var pins: [[Int]]?
        var forbids: [[Int]]?

        var proposal: SeatPlan.KeptProposal {
            .init(
                seats: Kept.seats(seats), value: value, bound: bound,
                wishes: Wishes(pins: pins, forbids: forbids).wishes, isCloseToPrevious: close ?? false,
                made: Day(iso: made) ?? Day(number: 0))
        }
    }

    /// Pages look people and classes up by what stands here.
    func validate(in instance: SeatInstance) throws(SeatTrouble) {
        let classes = Set(instance.classes.map(\.id))
        let people = 0..<instance.persons.count
        let wished =
            [wishes] + [proposal, previous].compactMap { $0.map { Wishes(pins: $0.pins, forbids: $0.forbids) } }
        let all =
            wished.flatMap { $0.wishes.pins + $0.wishes.forbids }
            + [proposal, previous].flatMap { Self.seats($0?.seats) }
        if let stray = all.first(where: { !people.contains($0.person) || !classes.contains($0.classID) }) {
            throw .unknownSeat(stray)
        }
    }

    enum CodingKeys: String, CodingKey { case name, made, proposal, previous }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        name = try fields.decodeIfPresent(String.self, forKey: .name) ?? ""
        made = try fields.decodeIfPresent(String.self, forKey: .made) ?? ""
        proposal = try fields.decodeIfPresent(Proposal.self, forKey: .proposal)
        previous = try fields.decodeIfPresent(Proposal.self, forKey: .previous)
        wishes = try Wishes(from: decoder)
    }

    static func seats(_ pairs: [[Int]]?) -> [Seat] {
        (pairs ?? []).compactMap { $0.count == 2 ? Seat(person: $0[0], classID: $0[1]) : nil }
    }
}

import Exchange
import Formats
import Seats
import Storage
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

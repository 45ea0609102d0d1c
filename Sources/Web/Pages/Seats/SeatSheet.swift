import Exchange
import Formats
import Pages
import Seats
import Storage

/// The proposal as a sheet, one seat a line.
struct SeatSheet {
    var picture: SeatPicture

    func csv(_ context: PageContext) -> String {
        let persons = picture.instance.persons
        let pins = Set(picture.plan.wishes.pins)
        return ByteOutput.text { output in
            let csv = CSVWriter(output, for: .spreadsheets)
            csv.heading([
                context.say("人员", "person"), context.say("单位", "unit"), context.say("安排优先值", "weight"),
                context.say("今年到期", "due this year"), context.say("班次", "class"), context.say("季度", "quarter"),
                context.say("起始周", "first week"), context.say("周数", "weeks"), context.say("人工指定", "pinned"),
            ])
            for seat in picture.plan.proposal?.seats ?? [] {
                guard let seatClass = picture.seatClass(seat.classID) else { continue }
                let weight = persons.weight[seat.person]
                func flag(_ holds: Bool) -> String { holds ? context.say("是", "yes") : "" }
                let row = [
                    String(seat.person), String(persons.unit[seat.person]), String(weight),
                    flag(weight == SeatInstance.dueWeight), String(seat.classID), String(seatClass.quarter + 1),
                    String(seatClass.start + 1), String(seatClass.weeks), flag(pins.contains(seat)),
                ]
                csv.row(row.map { .plain($0) })
            }
        }
    }
}

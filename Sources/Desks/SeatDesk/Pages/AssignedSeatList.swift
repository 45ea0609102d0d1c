import Pages
import Seats
import Storage
import Vocabulary

/// One seat of a proposal.
struct AssignedSeat: Sendable {
    let picture: SeatPicture
    let seat: Seat
    let seatClass: SeatClass
    let isPinned: Bool

    var weight: Int { picture.instance.persons.weight[seat.person] }
}

/// The proposal, one seat a line.
func assignedSeatList(_ pictures: SeatPictures) -> FoundList<AssignedSeat> {
    FoundList(Words("名额安排", "Seats"), file: "seats", columns: columns, fields: [], hasAsOf: false) { ask in
        let picture = try ask.seatYear(pictures).picture
        let pins = Set(picture.plan.wishes.pins)
        var seats = (picture.plan.proposal?.seats ?? []).compactMap { seat in
            picture.seatClass(seat.classID).map {
                AssignedSeat(picture: picture, seat: seat, seatClass: $0, isPinned: pins.contains(seat))
            }
        }
        if let order = ask.wantedOrder {
            let key = { (row: AssignedSeat) in order.key == "class" ? row.seat.classID : row.seat.person }
            seats.sort { order.isFalling ? key($0) > key($1) : key($0) < key($1) }
        }
        var found = FoundRows(seats)
        found.crumbs = [.seats, .year(picture)]
        found.empty = .init(
            Words("还没有安排", "No proposal yet"), Words("生成安排后在这里列出。", "Seats are listed once they are proposed."))
        return found
    }
}

private let columns: [ListColumn<AssignedSeat>] = [
    ListColumn("person", Words("人员", "Person"), .lead, sort: "person", text: { row, _ in String(row.seat.person) }) {
        row, _ in row.picture.link(person: row.seat.person)
    },
    ListColumn(
        "unit", Words("单位", "Unit"), text: { row, _ in String(row.picture.instance.persons.unit[row.seat.person]) }),
    .figure("weight", Words("安排优先值", "Priority")) { $0.weight },
    ListColumn(
        "due", Words("今年到期", "Due this year"),
        text: { row, ask in row.weight == SeatInstance.dueWeight ? ask.say("是", "yes") : "" }),
    ListColumn("class", Words("班次", "Class"), sort: "class", text: { row, _ in String(row.seat.classID) }) { row, _ in
        row.picture.link(class: row.seat.classID)
    },
    .figure("quarter", Words("季度", "Quarter")) { $0.seatClass.quarter + 1 },
    .figure("start", Words("起始周", "First week")) { $0.seatClass.start + 1 },
    .figure("weeks", Words("周数", "Weeks")) { $0.seatClass.weeks },
    ListColumn("pinned", Words("人工指定", "Pinned"), .end, text: { row, ask in row.isPinned ? ask.say("是", "yes") : "" }),
]

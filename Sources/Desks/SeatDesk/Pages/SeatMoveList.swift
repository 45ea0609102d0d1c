import Exchange
import Pages
import Seats
import Storage
import Vocabulary

/// Somebody who moved from where to where since the last proposal.
struct SeatMove: Sendable {
    var person: Int
    var from: [Int] = []
    var to: [Int] = []
    let picture: SeatPicture

    fileprivate var why: Words {
        let wishes = picture.plan.proposal?.wishes
        func isWished(_ seats: [Seat]?, _ classes: [Int]) -> Bool {
            classes.contains { seats?.contains(Seat(person: person, classID: $0)) ?? false }
        }
        if isWished(wishes?.pins, to) { return Words("人工指定", "pinned") }
        if isWished(wishes?.forbids, from) { return Words("人工设为不安排", "set aside by hand") }
        if to.isEmpty { return Words("让出名额", "gives up the seat") }
        if from.isEmpty { return Words("补上名额", "takes a seat that came free") }
        return Words("随之调整", "moves along")
    }
}

/// All who moved since the last proposal.
struct SeatMoves {
    let picture: SeatPicture
    let moves: [SeatMove]

    init(_ picture: SeatPicture) {
        self.picture = picture
        var moves: [Int: SeatMove] = [:]
        for seat in picture.changes?.removed ?? [] {
            moves[seat.person, default: SeatMove(person: seat.person, picture: picture)].from.append(seat.classID)
        }
        for seat in picture.changes?.added ?? [] {
            moves[seat.person, default: SeatMove(person: seat.person, picture: picture)].to.append(seat.classID)
        }
        self.moves = moves.values.sorted { $0.person < $1.person }
    }

    /// How much changed, and the list of whom.
    var summary: HTML {
        guard let changes = picture.changes, let proposal = picture.plan.proposal else {
            return .p(
                .class("quiet"),
                .say("这是首次安排；重排后，这里列出变动。", "This is the first proposal; once re-planned, what changed is listed here."))
        }
        let share = Figure.percent(
            Double(changes.added.count), of: Double(max(1, changes.kept + changes.added.count)))
        return .group([
            .p(
                .say(
                    "保留\(changes.kept)个名额，新增\(changes.added.count)个，取消\(changes.removed.count)个；变动占\(share)%，涉及",
                    "\(changes.kept) seats kept, \(changes.added.count) added, \(changes.removed.count) removed; \(share)% moved, "
                ),
                moves.isEmpty
                    ? .say("0人。", "nobody.")
                    : .link(
                        "\(picture.address)/changes", .count(moves.count),
                        .say("\(moves.count)人", "\(moves.count) people")),
                .when(
                    !proposal.isCloseToPrevious,
                    .say("。本次为全部重排，未考虑上次的安排。", ". This one was planned from scratch, without regard to the last."))),
            .when(
                !moves.isEmpty,
                .narrowRows(
                    moves.prefix(10).map { move in
                        Row(.group([picture.link(person: move.person), " ", move.way]), act: .words(move.why))
                    })),
        ])
    }
}

extension SeatMove {
    fileprivate var way: HTML { .group([links(from), " → ", links(to)]) }

    fileprivate func links(_ classes: [Int]) -> HTML {
        classes.isEmpty ? "—" : .each(classes) { .group([picture.link(class: $0), " "]) }
    }
}

/// The same as a list with files.
func seatMoveList(_ pictures: SeatPictures) -> FoundList<SeatMove> {
    FoundList(
        Words("与上次安排相比", "Against the last proposal"), file: "seat-changes",
        columns: [
            ListColumn("person", Words("人员", "Person"), .lead, text: { move, _ in String(move.person) }) { move, _ in
                move.picture.link(person: move.person)
            },
            ListColumn(
                "unit", Words("单位", "Unit"),
                text: { move, _ in String(move.picture.instance.persons.unit[move.person]) }),
            ListColumn(
                "from", Words("原在", "From"), text: { move, _ in move.from.map(String.init).joined(separator: " ") }
            ) { move, _ in move.links(move.from) },
            ListColumn("to", Words("改到", "To"), text: { move, _ in move.to.map(String.init).joined(separator: " ") }) {
                move, _ in move.links(move.to)
            },
            ListColumn("why", Words("原因", "Why"), text: { move, ask in ask.say(move.why) }),
        ], fields: [], hasAsOf: false
    ) { ask in
        let picture = try ask.seatYear(pictures).picture
        var found = FoundRows(SeatMoves(picture).moves)
        found.crumbs = [.seats, .year(picture)]
        found.empty = .init(
            Words("没有变动", "Nothing changed"),
            Words("重排后，变动的人列在这里。", "Whoever moves when it is re-planned is listed here."))
        return found
    }
}

import Exchange
import Pages
import Seats
import Storage
import Vocabulary

/// Who moved from where to where since the last proposal.
struct SeatChangesView {
    var picture: SeatPicture

    private struct Move {
        var person: Int
        var from: [Int]
        var to: [Int]
    }

    func html(_ context: PageContext) -> HTML {
        guard let changes = picture.changes, let proposal = picture.plan.proposal else {
            return p(
                .class("quiet"),
                .text(
                    context.say(
                        "这是首次安排；重排后，这里列出变动。",
                        "This is the first proposal; once re-planned, what changed is listed here.")))
        }
        let moves = moves(changes)
        let share = Figure.percent(
            Double(changes.added.count), of: Double(max(1, changes.kept + changes.added.count)))
        return .group([
            p(
                .text(
                    context.say(
                        "保留\(changes.kept)个名额，新增\(changes.added.count)个，取消\(changes.removed.count)个；变动占\(share)%，涉及\(moves.count)人。",
                        "\(changes.kept) seats kept, \(changes.added.count) added, \(changes.removed.count) removed; \(share)% moved, \(moves.count) people."
                    )),
                .when(
                    !proposal.isCloseToPrevious,
                    .text(
                        context.say(
                            "本次为全部重排，未考虑上次的安排。", " This one was planned from scratch, without regard to the last.")))),
            .when(!moves.isEmpty, table(moves, context)),
        ])
    }

    private func moves(_ changes: SeatChanges) -> [Move] {
        var moves: [Int: Move] = [:]
        for seat in changes.removed {
            moves[seat.person, default: Move(person: seat.person, from: [], to: [])].from.append(seat.classID)
        }
        for seat in changes.added {
            moves[seat.person, default: Move(person: seat.person, from: [], to: [])].to.append(seat.classID)
        }
        return moves.values.sorted { $0.person < $1.person }
    }

    private func table(_ moves: [Move], _ context: PageContext) -> HTML {
        let home = "/seats/\(picture.plan.number)"
        func classes(_ ids: [Int]) -> HTML {
            guard !ids.isEmpty else { return "—" }
            return .each(ids) { id in
                .group([
                    a(.href(context.link("\(home)/classes/\(id)")), .text(context.say("班次\(id)", "class \(id)"))), " ",
                ])
            }
        }
        let pins = Set(picture.plan.proposal?.wishes.pins ?? [])
        let forbids = Set(picture.plan.proposal?.wishes.forbids ?? [])
        func why(_ move: Move) -> String {
            if move.to.contains(where: { pins.contains(Seat(person: move.person, classID: $0)) }) {
                return context.say("人工指定", "pinned")
            }
            if move.from.contains(where: { forbids.contains(Seat(person: move.person, classID: $0)) }) {
                return context.say("人工设为不安排", "set aside by hand")
            }
            if move.to.isEmpty { return context.say("让出名额", "gives up the seat") }
            if move.from.isEmpty { return context.say("补上名额", "takes a seat that came free") }
            return context.say("随之调整", "moves along")
        }
        return DataTable<Move>(
            columns: [
                .init(
                    key: "person", title: context.say("人员", "Person"), sort: { $0.person < $1.person },
                    cell: {
                        a(
                            .href(context.link("\(home)/people/\($0.person)")),
                            .text(context.say("人员\($0.person)", "person \($0.person)")))
                    }),
                .init(
                    key: "unit", title: context.say("单位", "Unit"),
                    cell: { .text(context.say("单位", "unit ") + String(picture.instance.persons.unit[$0.person])) }),
                .init(key: "from", title: context.say("原在", "From"), cell: { classes($0.from) }),
                .init(key: "to", title: context.say("改到", "To"), cell: { classes($0.to) }),
                .init(key: "why", title: context.say("原因", "Why"), place: .below, cell: { .text(why($0)) }),
            ], rows: moves, empty: .nothing
        ).html(context, caption: context.say("变动", "Changes"))
    }
}

import Pages
import Seats
import Storage
import Store
import Training
import Vocabulary

/// What is pinned and set aside, each to be let go, and a form for another one.
struct SeatWishList {
    let picture: SeatPicture
    let mayPlan: Bool
    let isRefused: Bool
    let typed: Query

    var html: HTML {
        let wishes = picture.plan.wishes
        return .group([
            .when(
                wishes.pins.isEmpty && wishes.forbids.isEmpty,
                .p(
                    .class("quiet"),
                    .say(
                        "暂无。指定的人员必在该班，设为不安排的必不在；改动后重排即生效。",
                        "None yet. Whoever is pinned is in the class for certain, whoever is set aside is not; re-plan to apply."
                    ))), list(wishes.pins, Words("指定", "Pinned")), list(wishes.forbids, Words("不安排", "Set aside")),
            .when(mayPlan, form),
        ])
    }

    private var form: HTML {
        .form(
            .class("line no-print"), .attribute("method", "post"), .action("\(picture.address)/wishes"),
            .label(
                .say("人员序号", "Person's number"),
                .input(
                    .class("field short"), .id("person"), .name("person"), .type("text"),
                    .attribute("inputmode", "numeric"), .attribute("autocomplete", "off"), .flag("required"),
                    .value(typed["person"] ?? ""), isRefused ? .attribute("aria-invalid", "true") : .nothing)),
            .label(
                .say("班次", "Class"),
                .choice(
                    "class",
                    picture.instance.classes.map { seatClass in
                        let (name, weeks) = (SeatPicture.words(class: seatClass.id), SeatTimeline.weeks(seatClass))
                        return (String(seatClass.id), Words("\(name.zh) · \(weeks.zh)", "\(name.en) · \(weeks.en)"))
                    }, chosen: typed["class"] ?? "")),
            .each([SeatWishAct.pin, .forbid]) { .submit($0.words, .outlined, name: "act", value: $0.rawValue) })
    }

    private func list(_ seats: [Seat], _ title: Words) -> HTML {
        guard !seats.isEmpty else { return .nothing }
        return .group([
            .h3(.words(title), .text(" · \(seats.count)")),
            .narrowRows(
                seats.sorted().map { seat in
                    Row(
                        .group([picture.link(person: seat.person), " → ", picture.link(class: seat.classID)]),
                        act: mayPlan ? Self.press(.letGo, seat, in: picture, back: nil) : .nothing)
                }),
        ])
    }

    private static func press(_ wish: SeatWishAct, _ seat: Seat, in picture: SeatPicture, back: String?) -> HTML {
        .press(
            "\(picture.address)/wishes", wish.words,
            label: Words(
                "\(wish.words.zh)：人员\(seat.person)、班次\(seat.classID)",
                "\(wish.words.en): person \(seat.person), class \(seat.classID)"),
            [("act", wish.rawValue), ("person", String(seat.person)), ("class", String(seat.classID))]
                + (back.map { [("back", $0)] } ?? []))
    }

    /// What is wished of a seat, and what may be wished instead.
    static func choice(_ seat: Seat, in picture: SeatPicture, _ ask: Ask) -> HTML {
        let wishes = picture.plan.wishes
        let mayPlan = WishSeat.isAllowed(to: ask.reader)
        let back = ask.context.here()
        func said(_ words: Words?, _ acts: [SeatWishAct]) -> HTML {
            .acts(
                words.map { .b(.words($0)) } ?? .nothing,
                .when(mayPlan, .each(acts) { press($0, seat, in: picture, back: back) }))
        }
        if wishes.pins.contains(seat) { return said(Words("已指定", "pinned"), [.letGo]) }
        if wishes.forbids.contains(seat) { return said(Words("已设为不安排", "set aside"), [.letGo]) }
        let isSeated = picture.classesOf[seat.person].contains(seat.classID)
        return said(nil, isSeated ? [.pin, .forbid] : [.pin])
    }

    /// On a class's or person's page: what is shown is from before the last wishes.
    static func staleNotice(_ picture: SeatPicture, _ ask: Ask) -> HTML {
        guard picture.plan.isStale, picture.plan.proposal != nil else { return .nothing }
        return .div(
            .class("warn acts"),
            .span(
                .say("指定或不安排有改动，尚未重排。", "What is pinned or set aside has changed; it was not re-planned yet.")),
            .when(
                KeepSeatProposal.isAllowed(to: ask.reader),
                .press("\(picture.address)/run", Words("少变动重排", "Re-plan, few changes"))))
    }
}

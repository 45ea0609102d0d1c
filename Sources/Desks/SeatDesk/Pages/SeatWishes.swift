import Exchange
import Pages
import Seats
import Storage

/// What is pinned and forbidden, each to be let go, and a form for another one.
struct SeatWishesCard {
    var picture: SeatPicture
    var error: String?
    var typed = Query()

    func html(_ context: PageContext) -> HTML {
        let wishes = picture.plan.wishes
        let home = "/seats/\(picture.plan.number)"
        return card(
            context.say("指定与不安排", "Pinned and set aside"), id: "wishes",
            wishes.pins.isEmpty && wishes.forbids.isEmpty
                ? p(
                    .class("quiet"),
                    .text(
                        context.say(
                            "暂无。指定的人员必在该班，设为不安排的必不在；改动后重排即生效。",
                            "None yet. Whoever is pinned is in the class for certain, whoever is set aside is not; re-plan to apply."
                        )))
                : .nothing, list(wishes.pins, context.say("指定", "Pinned"), context),
            list(wishes.forbids, context.say("不安排", "Set aside"), context),
            form(
                .class("line no-print"), .attribute("method", "post"),
                .attribute("action", context.link(home + "/wishes")),
                label(
                    .text(context.say("人员序号", "Person's number")),
                    input(
                        .class("field short"), .id("person"), .name("person"), .type("text"),
                        .attribute("inputmode", "numeric"), .attribute("autocomplete", "off"), .flag("required"),
                        .value(typed["person"] ?? ""),
                        error == nil ? .nothing : .attribute("aria-invalid", "true"))),
                label(
                    .text(context.say("班次", "Class")),
                    select(
                        .class("field"), .name("class"),
                        .each(picture.instance.classes) { seatClass in
                            option(
                                .value(String(seatClass.id)),
                                typed["class"] == String(seatClass.id) ? .flag("selected") : .nothing,
                                .text(
                                    context.say("班次\(seatClass.id)", "class \(seatClass.id)") + " · "
                                        + SeatTimeline.weeks(seatClass, context)))
                        })),
                button(
                    .class("btn"), .type("submit"), .name("act"), .value("pin"), .text(context.say("指定", "Pin"))),
                button(
                    .class("btn"), .type("submit"), .name("act"), .value("forbid"),
                    .text(context.say("不安排", "Set aside")))))
    }

    private func list(_ seats: [Seat], _ title: String, _ context: PageContext) -> HTML {
        guard !seats.isEmpty else { return .nothing }
        let home = "/seats/\(picture.plan.number)"
        return .group([
            h3(.text("\(title) · \(seats.count)")),
            ul(
                .each(seats.sorted()) { seat in
                    li(
                        .class("btns"),
                        a(
                            .href(context.link("\(home)/people/\(seat.person)")),
                            .text(context.say("人员\(seat.person)", "person \(seat.person)"))), "→",
                        a(
                            .href(context.link("\(home)/classes/\(seat.classID)")),
                            .text(context.say("班次\(seat.classID)", "class \(seat.classID)"))),
                        Self.act(.letGo, seat, in: picture, back: nil, context))
                }),
        ])
    }

    /// One wish about one seat.
    static func act(
        _ wish: SeatWishAct, _ seat: Seat, in picture: SeatPicture, back: String?, _ context: PageContext
    ) -> HTML {
        let words =
            switch wish {
            case .pin: context.say("指定", "Pin")
            case .forbid: context.say("不安排", "Set aside")
            case .letGo: context.say("取消", "Undo")
            }
        let label = context.say(
            "\(words)：人员\(seat.person)、班次\(seat.classID)", "\(words): person \(seat.person), class \(seat.classID)")
        return form(
            .class("no-print"), .attribute("method", "post"),
            .attribute("action", context.link("/seats/\(picture.plan.number)/wishes")),
            hiddenFields(
                Query(
                    [("act", wish.rawValue), ("person", String(seat.person)), ("class", String(seat.classID))]
                        + (back.map { [("back", $0)] } ?? []))),
            button(.class("btn"), .type("submit"), .label(label), .text(words)))
    }

    /// What is wished of a seat, and what may be wished instead.
    static func choice(_ seat: Seat, isSeated: Bool, in picture: SeatPicture, _ context: PageContext) -> HTML {
        let wishes = picture.plan.wishes
        let back = context.here()
        if wishes.pins.contains(seat) {
            return div(
                .class("btns"), b(.text(context.say("已指定", "pinned"))),
                act(.letGo, seat, in: picture, back: back, context))
        }
        if wishes.forbids.contains(seat) {
            return div(
                .class("btns"), b(.text(context.say("已设为不安排", "set aside"))),
                act(.letGo, seat, in: picture, back: back, context))
        }
        return div(
            .class("btns"), act(.pin, seat, in: picture, back: back, context),
            .when(isSeated, act(.forbid, seat, in: picture, back: back, context)))
    }

    /// On a class's or person's page: what is shown is from before the last wishes.
    static func staleNotice(_ picture: SeatPicture, _ context: PageContext) -> HTML {
        guard picture.plan.isStale else { return .nothing }
        return div(
            .class("warn acts"),
            span(
                .text(
                    context.say(
                        "指定或不安排有改动，尚未重排。", "What is pinned or set aside has changed; it was not re-planned yet."))),
            form(
                .attribute("method", "post"), .attribute("action", context.link("/seats/\(picture.plan.number)/run")),
                PageContext.once,
                button(
                    .class("btn"), .type("submit"), .text(context.say("少变动重排", "Re-plan, few changes")))))
    }
}

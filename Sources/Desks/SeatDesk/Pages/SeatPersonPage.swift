import Exchange
import Pages
import Seats
import Storage

/// One person: the need, the classes proposed, and why not each of the others.
struct SeatPersonPage {
    var picture: SeatPicture
    var person: Int

    private var home: String { "/seats/\(picture.plan.number)" }

    func html(_ context: PageContext) -> HTML {
        let persons = picture.instance.persons
        let verdicts = picture.verdicts(person)
        let seated = verdicts.filter(\.isSeated)
        let open = verdicts.filter { !$0.isSeated && $0.reasons != [.notEligible] }
        let closed = verdicts.count - seated.count - open.count
        let unit = persons.unit[person]
        return Frame(
            title: context.say("人员\(person)", "Person \(person)"),
            crumbs: [
                .init(text: context.say("调训安排", "Seats of the year"), address: context.link("/seats")),
                .init(text: picture.plan.name, address: context.link(home)),
                .init(text: context.say("人员", "People"), address: context.link(home + "/people")),
            ], hasAsOf: false
        ).html(
            context, SeatWishesCard.staleNotice(picture, context),
            card(
                nil,
                summaryList([
                    (context.say("安排优先值", "Priority"), .text(Self.need(persons.weight[person], context))),
                    (
                        context.say("单位", "Unit"),
                        a(
                            .href(context.link(home + "/people", ("unit", String(unit)))),
                            .text(context.say("单位\(unit)", "unit \(unit)")))
                    ),
                    (
                        context.say("类别与级别段", "Category and level band"),
                        .text("\(persons.category[person]) · \(persons.band[person])")
                    ),
                    (
                        context.say("性别", "Sex"),
                        .text(persons.woman[person] ? context.say("女", "female") : context.say("男", "male"))
                    ),
                ])),
            card(
                context.say("已安排", "Proposed"),
                seated.isEmpty
                    ? p(.class("quiet"), .text(context.say("尚未安排，原因见下表。", "No seat; the reasons stand below.")))
                    : table(seated, context.say("安排理由", "Why"), context)),
            card(
                context.say("其他符合条件的班 · \(open.count)", "Other classes open to this person · \(open.count)"),
                open.isEmpty
                    ? p(.class("quiet"), .text(context.say("没有。", "None.")))
                    : table(open, context.say("未安排原因", "Why not"), context),
                .when(
                    closed > 0,
                    p(
                        .class("quiet"),
                        .text(
                            context.say("另有\(closed)个班，本人不在调训范围。", "\(closed) more classes are for others."))))))
    }

    private func table(_ verdicts: [SeatVerdict], _ why: String, _ context: PageContext) -> HTML {
        let titles = [
            context.say("班次", "Class"), context.say("时间", "Weeks"), context.say("名额", "Seats"), why,
            context.say("操作", "Wish"),
        ]
        return .data(
            why, titles,
            verdicts.map { verdict in
                let index = picture.classIndex[verdict.classID] ?? 0
                let seatClass = picture.instance.classes[index]
                return [
                    a(
                        .href(context.link("\(home)/classes/\(verdict.classID)")),
                        .text(context.say("班次\(verdict.classID)", "class \(verdict.classID)"))),
                    .text(SeatTimeline.weeks(seatClass, context)),
                    .text("\(picture.figures.used[index]) / \(seatClass.cap)"),
                    Self.reasons(verdict.reasons, context),
                    SeatWishesCard.choice(
                        Seat(person: person, classID: verdict.classID), isSeated: verdict.isSeated, in: picture, context
                    ),
                ]
            })
    }

    static func need(_ weight: Int, _ context: PageContext) -> String {
        weight == SeatInstance.dueWeight
            ? context.say("\(weight)（今年到期）", "\(weight) (due this year)") : String(weight)
    }

    static func reasons(_ reasons: [SeatReason], _ context: PageContext) -> HTML {
        let text = SeatText(context.language)
        return ul(.each(reasons) { li(.text(text.reason($0))) })
    }
}

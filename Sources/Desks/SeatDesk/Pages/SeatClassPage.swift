import Exchange
import Pages
import Seats
import Storage
import Vocabulary

/// One class: its limits and how it keeps them, who sits in it and why, who does not and why not.
struct SeatClassPage {
    var picture: SeatPicture
    var index: Int
    private let explainer: SeatExplainer?

    init(picture: SeatPicture, index: Int) {
        self.picture = picture
        self.index = index
        explainer = picture.explainer()
    }

    private var seatClass: SeatClass { picture.instance.classes[index] }
    private var home: String { "/seats/\(picture.plan.number)" }

    func html(_ context: PageContext) -> HTML {
        let people = picture.seated[index]
        return Frame(
            title: context.say("班次\(seatClass.id)", "Class \(seatClass.id)"),
            crumbs: [
                .init(text: context.say("调训安排", "Seats of the year"), address: context.link("/seats")),
                .init(text: picture.plan.name, address: context.link(home)),
            ], hasAsOf: false
        ).html(
            context, SeatWishesCard.staleNotice(picture, context), card(nil, limits(people, context)),
            card(context.say("学员 · \(people.count)", "Seated · \(people.count)"), seated(people, context)),
            card(context.say("符合条件而未安排", "Eligible and not seated"), waiting(Set(people), context)))
    }

    private func limits(_ people: [Int], _ context: PageContext) -> HTML {
        let persons = picture.instance.persons
        let women = people.count { persons.woman[$0] }
        func share(_ part: Int, _ pct: Int) -> HTML {
            let percent =
                people.isEmpty
                ? "—" : Figure.percent(Double(part), of: Double(people.count), shortOf: Double(pct)) + "%"
            return .text(
                context.say(
                    "\(part)人，占\(percent)；至少\(pct)%", "\(part), \(percent); at least \(pct)%"))
        }
        let list = { (numbers: [Int]) in numbers.map { String($0) }.joined(separator: context.say("、", ", ")) }
        var rows: [(String, HTML)] = [
            (
                context.say("时间", "Weeks"),
                .text(
                    SeatTimeline.weeks(seatClass, context)
                        + context.say("，第\(seatClass.quarter + 1)季度", ", quarter \(seatClass.quarter + 1)"))
            ), (context.say("名额", "Seats"), .text("\(people.count) / \(seatClass.cap)")),
            (
                context.say("调训对象", "For"),
                .text(
                    context.say(
                        "类别 \(list(seatClass.cats))；级别段 \(list(seatClass.bands))",
                        "categories \(list(seatClass.cats)); level bands \(list(seatClass.bands))"))
            ), (context.say("女学员", "Women"), share(women, seatClass.womenPct)),
        ]
        for (kind, pct) in seatClass.kindPct.enumerated() {
            let part = people.count { picture.instance.unitKind[persons.unit[$0]] == kind }
            rows.append((context.say("第\(kind)类单位", "Units of kind \(kind)"), share(part, pct)))
        }
        return summaryList(rows)
    }

    private func seated(_ people: [Int], _ context: PageContext) -> HTML {
        guard !people.isEmpty else {
            return p(.class("quiet"), .text(context.say("尚未安排学员。", "Nobody yet.")))
        }
        let titles = titles(context, context.say("安排理由", "Why here"))
        return .data(
            context.say("已安排", "Seated"), titles,
            people.map { person in
                [
                    link(person, context), unit(person, context), .text(need(person, context)),
                    reasons(person, context),
                    SeatWishesCard.choice(
                        Seat(person: person, classID: seatClass.id), isSeated: true, in: picture, context),
                ]
            })
    }

    private func waiting(_ seated: Set<Int>, _ context: PageContext) -> HTML {
        let persons = picture.instance.persons
        let wantedPerson = context.query.number("person")
        let wantedUnit = context.query.number("unit")
        let eligible = persons.unit.indices.filter {
            !seated.contains($0) && picture.instance.isEligible($0, for: seatClass)
                && (wantedPerson ?? $0) == $0 && (wantedUnit ?? persons.unit[$0]) == persons.unit[$0]
        }.map { (person: $0, worth: picture.worth($0)) }
            .sorted { (-$0.worth, $0.person) < (-$1.worth, $1.person) }
        let titles = titles(context, context.say("未安排原因", "Why not"))
        return .group([
            form(
                .class("line"), .attribute("method", "get"), .attribute("action", context.path),
                .each(context.travelling) { name, value in
                    input(.type("hidden"), .name(name), .value(value))
                },
                label(
                    .text(context.say("人员序号", "Person's number")),
                    textField("person", context.query["person"] ?? "", width: .short)),
                label(
                    .text(context.say("单位序号", "Unit's number")),
                    textField("unit", context.query["unit"] ?? "", width: .short)),
                button(.class("btn"), .type("submit"), .text(context.say("查找", "Search")))),
            p(
                .class("hint"),
                .text(
                    context.say(
                        "安排优先值高的在前；再安排一个班，按十分之一计。", "Higher priorities come first; a second class counts a tenth."))),
            DataTable<(person: Int, worth: Int)>(
                columns: [
                    .init(key: "person", title: titles[0], cell: { link($0.person, context) }),
                    .init(key: "unit", title: titles[1], cell: { unit($0.person, context) }),
                    .init(key: "need", title: titles[2], cell: { .text(need($0.person, context)) }),
                    .init(key: "why", title: titles[3], place: .below, cell: { reasons($0.person, context) }),
                    .init(
                        key: "act", title: titles[4],
                        cell: {
                            SeatWishesCard.choice(
                                Seat(person: $0.person, classID: seatClass.id), isSeated: false, in: picture, context)
                        }),
                ], rows: eligible,
                empty: emptyState(
                    context.say("没有符合条件的人员", "Nobody of that kind"),
                    context.say(
                        "只列出符合本班条件而没有名额的人；已在班内的见上表。",
                        "Only the eligible without a seat here are listed; for those seated see above."))
            ).html(context, caption: context.say("符合条件而未安排", "Eligible and not seated")),
        ])
    }

    private func titles(_ context: PageContext, _ why: String) -> [String] {
        [
            context.say("人员", "Person"), context.say("单位", "Unit"), context.say("安排优先值", "Priority"), why,
            context.say("操作", "Wish"),
        ]
    }

    private func link(_ person: Int, _ context: PageContext) -> HTML {
        a(.href(context.link("\(home)/people/\(person)")), .text(context.say("人员\(person)", "person \(person)")))
    }

    private func unit(_ person: Int, _ context: PageContext) -> HTML {
        .text(context.say("单位", "unit ") + String(picture.instance.persons.unit[person]))
    }

    private func need(_ person: Int, _ context: PageContext) -> String {
        SeatPersonPage.need(picture.instance.persons.weight[person], context)
    }

    private func reasons(_ person: Int, _ context: PageContext) -> HTML {
        SeatPersonPage.reasons(explainer?.verdict(person, classIndex: index).reasons ?? [], context)
    }
}

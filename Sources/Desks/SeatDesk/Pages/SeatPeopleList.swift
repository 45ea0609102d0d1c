import Exchange
import Pages
import Seats
import Spelling
import Storage

/// The people of a year, narrowed: with a seat, without, due this year; of one unit.
struct SeatPeoplePage {
    var picture: SeatPicture

    func html(_ context: PageContext) -> HTML {
        let persons = picture.instance.persons
        let home = "/seats/\(picture.plan.number)"
        let show = context.query["show"] ?? "all"
        let mistake = mistake(context)
        let unit = context.query.number("unit")
        let people = persons.unit.indices.filter { person in
            if mistake != nil { return false }
            if let unit, persons.unit[person] != unit { return false }
            let isDue = persons.weight[person] == SeatInstance.dueWeight
            let has = !picture.classesOf[person].isEmpty
            return switch show {
            case "with": has
            case "without": !has
            case "due": isDue
            case "dueWithout": isDue && !has
            default: true
            }
        }.sorted { (-persons.weight[$0], $0) < (-persons.weight[$1], $1) }
        let choices = [
            ("all", context.say("全部", "All")), ("with", context.say("已安排", "With a seat")),
            ("without", context.say("未安排", "Without")), ("due", context.say("今年到期", "Due this year")),
            ("dueWithout", context.say("今年到期而未安排", "Due and without")),
        ]
        return Frame(
            title: context.say("人员安排", "People and seats"),
            crumbs: [
                .init(text: context.say("调训安排", "Seats of the year"), address: context.link("/seats")),
                .init(text: picture.plan.name, address: context.link(home)),
            ], hasAsOf: false
        ).html(
            context,
            card(
                nil,
                form(
                    .class("line"), .attribute("method", "get"), .attribute("action", context.path),
                    .each(context.travelling) { name, value in
                        input(.type("hidden"), .name(name), .value(value))
                    }, label(.text(context.say("范围", "Show")), choice("show", choices, chosen: show)),
                    label(
                        .text(context.say("人员序号", "Person's number")),
                        textField("person", context.query["person"] ?? "", width: .short)),
                    label(
                        .text(context.say("单位序号", "Unit's number")),
                        textField("unit", context.query["unit"] ?? "", width: .short)),
                    button(.class("btn primary"), .type("submit"), .text(context.say("查找", "Search")))),
                DataTable<Int>(
                    columns: [
                        .init(
                            key: "person", title: context.say("人员", "Person"), sort: { $0 < $1 },
                            cell: {
                                a(
                                    .href(context.link("\(home)/people/\($0)")),
                                    .text(context.say("人员\($0)", "person \($0)")))
                            }),
                        .init(
                            key: "unit", title: context.say("单位", "Unit"),
                            sort: { persons.unit[$0] < persons.unit[$1] },
                            cell: { .text(context.say("单位", "unit ") + String(persons.unit[$0])) }),
                        .init(
                            key: "need", title: context.say("安排优先值", "Priority"),
                            sort: { persons.weight[$0] < persons.weight[$1] },
                            cell: { .text(SeatPersonPage.need(persons.weight[$0], context)) }),
                        .init(
                            key: "classes", title: context.say("已安排的班", "Classes"),
                            cell: { person in
                                let ids = picture.classesOf[person]
                                return ids.isEmpty
                                    ? "—"
                                    : .each(ids) { id in
                                        .group([
                                            a(
                                                .href(context.link("\(home)/classes/\(id)")),
                                                .text(context.say("班次\(id)", "class \(id)"))), " ",
                                        ])
                                    }
                            }),
                    ], rows: people,
                    empty: emptyState(
                        mistake ?? context.say("没有符合条件的人员", "Nobody of that kind"),
                        context.say("请换一个条件。", "Try another filter."))
                ).html(context, caption: context.say("人员", "People"))))
    }

    /// A number that was looked for and is none of the year.
    private func mistake(_ context: PageContext) -> String? {
        let persons = picture.instance.persons.count
        let units = picture.instance.unitKind.count
        let sought = [
            ("person", persons, context.say("人员", "person")), ("unit", units, context.say("单位", "unit")),
        ]
        for (key, count, name) in sought {
            guard let typed = context.query[key] else { continue }
            guard let number = context.query.number(key), (0..<count).contains(number) else {
                let text = typed.withoutOuterSpace.shortened
                return context.say(
                    "没有序号为“\(text)”的\(name)，序号为0至\(count - 1)",
                    "There is no \(name) \u{201C}\(text)\u{201D}; numbers go from 0 to \(count - 1)")
            }
        }
        return nil
    }
}

import Exchange
import Pages
import Seats
import Vocabulary

/// One class: its limits and how it keeps them, who sits in it and why, who does not and why not.
struct SeatClassPage {
    let picture: SeatPicture
    let index: Int
    let ask: Ask

    /// So many are listed here; the list has all.
    private static let mostSeated = 60
    private static let mostEligible = 20

    private var seatClass: SeatClass { picture.instance.classes[index] }

    func page() -> Page {
        let people = picture.seated[index]
        let eligible = picture.byWorth(
            picture.instance.persons.unit.indices.filter { picture.mightSit($0, in: index) })
        let id = seatClass.id
        return Page(
            SeatPicture.words(class: id), crumbs: [.seats, .year(picture)],
            SeatWishList.staleNotice(picture, ask),
            .sheet(
                .part(Words("条件", "Limits"), .facts(limits(people), long: true)),
                .part(
                    Words("学员", "Seated"), aside: all(people.count, "class=\(id)"),
                    table(people, most: Self.mostSeated, Words("安排理由", "Why here"))
                        ?? .p(.class("quiet"), .say("尚未安排学员。", "Nobody yet."))),
                .part(
                    Words("符合条件而未安排", "Eligible and not seated"),
                    aside: all(eligible.count, "class=\(id)&show=eligible"),
                    .p(
                        .class("hint"),
                        .say(
                            "安排优先值高的在前；再安排一个班，按十分之一计。", "Higher priorities come first; a second class counts a tenth.")),
                    table(eligible, most: Self.mostEligible, Words("未安排原因", "Why not"))
                        ?? .p(.class("quiet"), .say("没有。", "None.")))))
    }

    private func all(_ count: Int, _ query: String) -> HTML {
        .link(
            "\(picture.address)/people?\(query)", .count(count),
            .say("共\(count)人，查找、导出", "all \(count): find, save"))
    }

    private func limits(_ people: [Int]) -> [Fact] {
        let persons = picture.instance.persons
        func share(_ part: Int, _ pct: Int) -> HTML {
            let percent =
                people.isEmpty
                ? "—" : Figure.percent(Double(part), of: Double(people.count), shortOf: Double(pct)) + "%"
            return .say("\(part)人，占\(percent)；至少\(pct)%", "\(part), \(percent); at least \(pct)%")
        }
        func list(_ numbers: [Int], _ mark: String) -> String { numbers.map(String.init).joined(separator: mark) }
        let weeks = SeatTimeline.weeks(seatClass)
        return [
            Fact(
                Words("时间", "Weeks"),
                .say(
                    "\(weeks.zh)，第\(seatClass.quarter + 1)季度", "\(weeks.en), quarter \(seatClass.quarter + 1)")),
            Fact(Words("名额", "Seats"), .text("\(people.count) / \(seatClass.cap)")),
            Fact(
                Words("调训对象", "For"),
                .say(
                    "类别 \(list(seatClass.cats, "、"))；级别段 \(list(seatClass.bands, "、"))",
                    "categories \(list(seatClass.cats, ", ")); level bands \(list(seatClass.bands, ", "))")),
            Fact(Words("女学员", "Women"), share(people.count { persons.woman[$0] }, seatClass.womenPct)),
        ]
            + seatClass.kindPct.enumerated().map { kind, pct in
                let part = people.count { picture.instance.unitKind[persons.unit[$0]] == kind }
                return Fact(Words("第\(kind)类单位", "Units of kind \(kind)"), share(part, pct))
            }
    }

    private func table(_ people: [Int], most: Int, _ why: Words) -> HTML? {
        guard !people.isEmpty else { return nil }
        let explainer = picture.explainer()
        return .data(
            .words(why),
            [
                DataHead(.say("人员", "Person"), .lead), DataHead(.say("单位", "Unit"), .meta),
                DataHead(.say("安排优先值", "Priority"), .meta), DataHead(.words(why), .below),
                DataHead(.say("操作", "Wish"), .end),
            ],
            people.prefix(most).map { person in
                [
                    picture.link(person: person),
                    .words(SeatPicture.words(unit: picture.instance.persons.unit[person])),
                    .words(picture.need(person)),
                    explainer?.verdict(person, classIndex: index).sentences ?? .nothing,
                    SeatWishList.choice(Seat(person: person, classID: seatClass.id), in: picture, ask),
                ]
            }, class: "even wrap")
    }
}

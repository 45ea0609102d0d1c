import Pages
import Seats
import Vocabulary

/// One person: the need, the classes proposed, and why not each of the others.
struct SeatPersonPage {
    let picture: SeatPicture
    let person: Int
    let ask: Ask

    func page() -> Page {
        let verdicts = picture.verdicts(person)
        let seated = verdicts.filter(\.isSeated)
        let open = verdicts.filter { !$0.isSeated && $0.reasons != [.notEligible] }
        let closed = verdicts.count - seated.count - open.count
        return Page(
            SeatPicture.words(person: person),
            crumbs: [
                .seats, .year(picture), Frame.Crumb(Words("人员", "People"), "\(picture.address)/people"),
            ], SeatWishList.staleNotice(picture, ask),
            .sheet(
                .part(Words("基本情况", "About"), .facts(facts, long: true)),
                .part(
                    Words("已安排", "Proposed"),
                    table(seated, Words("安排理由", "Why"))
                        ?? .p(.class("quiet"), .say("尚未安排，原因见下表。", "No seat; the reasons stand below."))),
                .part(
                    Words("其他符合条件的班 · \(open.count)", "Other classes open to this person · \(open.count)"),
                    table(open, Words("未安排原因", "Why not")) ?? .p(.class("quiet"), .say("没有。", "None.")),
                    .when(
                        closed > 0,
                        .p(.class("quiet"), .say("另有\(closed)个班，本人不在调训范围。", "\(closed) more classes are for others."))))
            ))
    }

    private var facts: [Fact] {
        let persons = picture.instance.persons
        let unit = persons.unit[person]
        return [
            Fact(Words("安排优先值", "Priority"), .words(picture.need(person))),
            Fact(
                Words("单位", "Unit"),
                .link("\(picture.address)/people?unit=\(unit)", SeatPicture.words(unit: unit))),
            Fact(
                Words("类别与级别段", "Category and level band"),
                .text("\(persons.category[person]) · \(persons.band[person])")),
            Fact(Words("性别", "Sex"), persons.woman[person] ? .say("女", "female") : .say("男", "male")),
        ]
    }

    private func table(_ verdicts: [SeatVerdict], _ why: Words) -> HTML? {
        guard !verdicts.isEmpty else { return nil }
        return .data(
            .words(why),
            [
                DataHead(.say("班次", "Class"), .lead), DataHead(.say("时间", "Weeks"), .meta),
                DataHead(.say("名额", "Seats"), .meta), DataHead(.words(why), .below),
                DataHead(.say("操作", "Wish"), .end),
            ],
            verdicts.map { verdict in
                let index = picture.classIndex[verdict.classID] ?? 0
                let seatClass = picture.instance.classes[index]
                return [
                    picture.link(class: verdict.classID), .words(SeatTimeline.weeks(seatClass)),
                    .text("\(picture.figures.used[index]) / \(seatClass.cap)"), verdict.sentences,
                    SeatWishList.choice(Seat(person: person, classID: verdict.classID), in: picture, ask),
                ]
            }, class: "even wrap")
    }
}

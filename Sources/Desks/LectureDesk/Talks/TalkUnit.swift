import Pages
import Records
import Storage
import Store
import Vocabulary

/// A unit that has or had in-house trainers, with what it gave this year beside what is asked. It is only read here: units are kept
/// with the people.
struct TalkUnit: Noun {
    var code: String
    var name: String

    static let table = Table<TalkUnit>(
        "units", Column("code") { $0.code }, Column("name") { $0.name }, make: TalkUnit.init)
    static let reach = Reach.unit("code")
    static let address = "/lectures/units"

    static let listing: Listing<TalkUnit> = {
        var listing = Listing<TalkUnit>(
            Words("各单位宣讲情况", "Talks by unit"),
            columns: [
                .text("name", Words("单位", "Unit"), .lead, sort: "name") { $0.name },
                ListColumn(
                    "trainers", Words("在聘内训师", "Trainers"), .figure, unit: Words("人", "trainers"),
                    text: { unit, ask in String(try unit.trainers(ask)) }
                ) { unit, ask in
                    let count = try unit.trainers(ask)
                    return .link(
                        InHouseTrainer.servingList(ask, ("unit", unit.code)), .count(count), .text(String(count)))
                },
                ListColumn(
                    "talks", Words("今年宣讲", "Talks this year"), .figure, unit: Words("场", "talks"),
                    text: { unit, ask in String(try unit.given(ask)) }
                ) { unit, ask in
                    let count = try unit.given(ask)
                    return .link(
                        Talk.list(ask, ("unit", unit.code), year: ask.today.year), .count(count), .text(String(count)))
                },
                ListColumn(
                    "asked", Words("规定场次", "Asked"), .figure, unit: Words("场", "asked"),
                    text: { _, ask in String(try ask.lectureRules.talksPerUnit) }),
                ListColumn(
                    "state", Words("进展", "State"), .end,
                    text: { unit, ask in ask.say(try unit.standing(ask).words) }
                ) { unit, ask in
                    let standing = try unit.standing(ask)
                    return .standing(standing.mark, standing.words)
                },
            ],
            filters: [.called(Words("名称或编号", "Name or number")), .unit(Words("单位", "Unit"), column: "code")],
            order: "code", empty: Words("还没有单位有内训师", "No unit has in-house trainers yet"))
        listing.base = { ask in
            """
            (code in (select unit from inhouse_trainers where \(InHouseTrainer.serving(on: ask.today)))
            or code in (
                select trainer_unit from talks
                where \(Talk.given) and \(SQL.days(of: ask.today.year, column: "day"))))
            """
        }
        listing.crumbs = { _ in [LectureHome.crumb] }
        return listing
    }()

    private func trainers(_ ask: Ask) throws -> Int {
        try InHouseTrainer.listing.count(
            ask,
            where: "\(SQL.beneath(code, column: "unit")) and \(InHouseTrainer.serving(on: ask.today))")
    }

    /// Of the unit and those beneath it, as the list has them that it opens.
    private func given(_ ask: Ask) throws -> Int {
        try ask.naming.once("talks of \(code)") {
            try Talk.listing.count(
                ask,
                where: """
                    \(SQL.beneath(code, column: "trainer_unit")) and \(Talk.given)
                    and \(SQL.days(of: ask.today.year, column: "day"))
                    """)
        }
    }

    private func standing(_ ask: Ask) throws -> (mark: Mark, words: Words) {
        let missing = try ask.lectureRules.talksPerUnit - given(ask)
        return missing <= 0
            ? (.met, Words("已完成", "done")) : (.next, Words("还差\(missing)场", "\(missing) to go"))
    }
}

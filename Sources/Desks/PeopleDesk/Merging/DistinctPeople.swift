import Spelling
import Storage
import Store
import Training
import Vocabulary

/// That two people of one name are two, as somebody found out (认定为两人): they are not proposed for merging, until that is taken back.
struct DistinctPeople: Noun, Hashable {
    var code: String
    /// The lower staff number first.
    var one: String
    var other: String
    var remark: String
    var said: Day
    var by: String
    var over: Day?
    var overBy: String?

    static let table = Table<DistinctPeople>(
        "distinct_people",
        Column("code") { $0.code }, Column("one") { $0.one }, Column("other") { $0.other },
        Column("remark") { $0.remark }, Column("said_day") { $0.said }, Column("said_by") { $0.by },
        Column("over_day") { $0.over }, Column("over_by") { $0.overBy }
    ) { code, one, other, remark, said, by, over, overBy in
        DistinctPeople(
            code: code, one: one, other: other, remark: remark, said: said, by: by, over: over, overBy: overBy)
    }
    static let reach = Reach.everybody
    static let searched: [String] = []
    static let personal: PersonalTexts? = PersonalTexts("remark") { person in
        "one in (\(list: person)) or other in (\(list: person))"
    }
}

extension CodeSeries {
    static let distinctPeople = CodeSeries(rawValue: "O")
}

extension Reading {
    /// What was said of a pair, where it stands.
    func distinct(_ one: String, _ other: String) throws -> DistinctPeople? {
        let (first, second) = (min(one, other), max(one, other))
        return try all(
            DistinctPeople.self, for: .wholeTown, where: "one = \(first) and other = \(second) and over_day is null"
        ).first
    }
}

extension Reader {
    /// For what is asked of everybody's records while somebody may do what touches them all.
    static let wholeTown = Reader(account: "", rights: [.see])
}

/// Says that two people are two (认定为两人).
struct SayDistinct: Act {
    static let right = Right.plan
    static let isTownWide = true
    static let words = Words("认定为两人", "Said to be two people")
    var one: String
    var other: String
    var remark: String

    func perform(in t: ActTransaction) throws -> DistinctPeople {
        _ = try t.pair(one, other)
        if let said = try t.distinct(one, other) { try t.refuse(MergeProblem.isDistinct(said.said, by: said.by)) }
        let said = DistinctPeople(
            code: try t.nextCode(.distinctPeople), one: min(one, other), other: max(one, other),
            remark: remark.withoutOuterSpace, said: t.today, by: t.reader.account)
        try t.insert(said)
        return said
    }
}

/// Takes that back: they may be one after all (撤销认定).
struct TakeDistinctBack: Act {
    static let right = Right.plan
    static let isTownWide = true
    static let words = Words("撤销认定", "Taken back: two people")
    var code: String

    func perform(in t: ActTransaction) throws -> DistinctPeople {
        guard var said = try t.one(DistinctPeople.self, code, for: t.reader) else {
            try t.refuse(PeopleProblem.unknown(.person, code))
        }
        if let over = said.over { try t.refuse(MergeProblem.isOver(over)) }
        said.over = t.today
        said.overBy = t.reader.account
        try t.update(said)
        return said
    }
}

import Records
import Storage
import Store
import Training
import Vocabulary

/// Two records of people that are one human become one (合并重复人员): the records of one are the other's from then on, and its staff
/// number leads to the other.
struct MergePeople: Act {
    static let right = Right.plan
    static let isTownWide = true
    static let words = Words("合并重复人员", "People merged")
    var other: String
    var kept: String
    var posts = PostsOf.undecided

    init(_ other: String, into kept: String, posts: PostsOf = .undecided) {
        self.other = other
        self.kept = kept
        self.posts = posts
    }

    func perform(in t: ActTransaction) throws -> Person {
        let pair = try t.pair(kept, other)
        if let distinct = try t.distinct(kept, other) { try t.refuse(MergeProblem.distinct(distinct)) }
        let union = try PeopleUnion(pair.one, pair.other, posts: posts, in: t, today: t.today)
        try t.refuse(union.clashes.map { MergeProblem.clash($0) })
        var edits = union.edits
        edits.mergers.append(
            .init(
                PersonMerger(
                    code: try t.nextCode(.merger), person: other, kept: kept, doubles: union.doubles,
                    recorded: t.today)))
        try t.writing.write(
            edits, act: t.act, kind: PeopleRecordKind.person.rawValue, code: kept, on: t.today)
        return pair.one
    }
}

extension Reading {
    /// Two people who stand by themselves. Throws why not.
    func pair(_ one: String, _ other: String) throws -> (one: Person, other: Person) {
        guard one != other else { throw Refused([MergeProblem.isOne(one)]) }
        func person(_ code: String) throws -> Person {
            guard let person = try personRecord(code: code) else {
                throw Refused([PeopleProblem.unknown(.person, code)])
            }
            if let merger = try merger(of: code) { throw Refused([MergeProblem.isMerged(code, into: merger.kept)]) }
            return person
        }
        return (try person(one), try person(other))
    }
}

/// Why two people are not merged.
enum MergeProblem: Refusal {
    case isOne(String)
    case isMerged(String, into: String)
    case distinct(DistinctPeople)
    case isDistinct(Day, by: String)
    case isOver(Day)
    case clash(Words)

    var field: String { if case .clash = self { "posts" } else { "" } }
    var words: Words {
        switch self {
        case .isOne(let code): Words("\(code)是同一条人员记录，请另选一人", "\(code) is one record: choose another")
        case .isMerged(let code, let kept):
            Words("\(code)已并入\(kept)，请在\(kept)上办理", "\(code) was merged into \(kept): go on with that one")
        case .distinct(let said):
            Words(
                "\(said.by)已于\(said.said.iso)认定这是两个人；确为一人的，请先撤销认定",
                "\(said.by) said on \(said.said.iso) that these are two people: take that back first if they are one")
        case .isDistinct(let day, let by):
            Words("\(by)已于\(day.iso)认定这是两个人", "\(by) said so on \(day.iso) already")
        case .isOver(let day): Words("已于\(day.iso)撤销", "It was taken back on \(day.iso) already")
        case .clash(let words):
            Words(
                "\(words.zh)。请先在人员变动中更正，或选定以谁为准", "\(words.en). Put them right first, or choose whose holds")
        }
    }
}

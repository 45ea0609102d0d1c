import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// A study group as this desk reads it (理论学习中心组). It is only read here: groups and members are kept with the people.
struct StudyGroup: Noun {
    var code: String
    var name: String
    var kind: String
    var unit: String
    var from: Day
    var until: Day?

    static let table = Table<StudyGroup>(
        "teams", Column("code") { $0.code }, Column("name") { $0.name }, Column("kind") { $0.kind },
        Column("unit") { $0.unit }, Column("from_day") { $0.from }, Column("until_day") { $0.until },
        make: StudyGroup.init)
    static let reach = Reach.unit("unit")

    static let isOne: SQL = "kind = \(TeamKind.studyGroup.rawValue)"

    static func open(on day: Day) -> SQL {
        "\(isOne) and from_day <= \(day) and (until_day is null or until_day >= \(day))"
    }

    func isOpen(on day: Day) -> Bool { DaySpan(from: from, until: until).contains(day) }
}

extension Reading {
    func studyGroup(_ code: String, for reader: Reader) throws -> StudyGroup? {
        try all(StudyGroup.self, for: reader, where: "\(StudyGroup.isOne) and code = \(code)").first
    }

    /// Groups that somebody belongs to on a day.
    func studyGroups(of person: String, on day: Day) throws -> [StudyGroup] {
        let codes = try codes(of: person).flatMap { try memberships(ofPerson: $0) }
            .filter { $0.dated.span.contains(day) }.map(\.team)
        return try all(
            StudyGroup.self, for: .everybody, where: "\(StudyGroup.isOne) and code in (\(list: codes))", order: "code"
        ).filter { $0.isOpen(on: day) }
    }
}

extension StudyGroup: PagedNoun {
    static let path = "/study/groups/:code"
    static let acts: [any RecordAct<StudyGroup>.Type] = [
        AnnounceSession.self, DraftStudyPlan.self, DraftReport.self, ArrangeVisit.self,
    ]
    static let seeing = Words("查看这个中心组", "See the group")
    var title: String { name }

    static func asked(_ ask: Ask) throws -> StudyGroup {
        guard let group = try ask.reading.studyGroup(ask.parts["code"] ?? "", for: ask.reader) else {
            throw NotFound(context: ask.context)
        }
        return group
    }

    /// Why nothing is done with it: acts on any team would find it by its code.
    func notOpen(on today: Day) -> StudyProblem? {
        guard kind == TeamKind.studyGroup.rawValue else { return .notStudyGroup }
        return isOpen(on: today) ? nil : .groupNotOpen(today)
    }

    static let listing: Listing<StudyGroup> = {
        var listing = Listing<StudyGroup>(
            Words("理论学习中心组", "Study groups"),
            columns: [
                .title(Words("中心组", "Group"), sort: "name"),
                ListColumn(
                    "unit", Words("单位", "Unit"), sort: "unit",
                    text: { row, ask in try ask.naming.unitName(row.unit) }),
                ListColumn(
                    "members", Words("成员", "Members"), .figure, unit: Words("人", "people"),
                    text: { row, ask in String(try ask.reading.members(of: row.code, on: ask.today).count) }),
                ListColumn(
                    "held", Words("今年已学习", "Held this year"), .figure, unit: Words("次", "sessions"),
                    text: { row, ask in String(try ask.reading.held(by: row.code, in: ask.today.year).count) }
                ) { row, ask in
                    let count = try ask.reading.held(by: row.code, in: ask.today.year).count
                    return .link("\(row.address)#months", .text(String(count)))
                }, .code(), FilingState.column(),
            ],
            filters: [
                .called(Words("名称或编号", "Name or number")),
                .unit(Words("单位", "Unit"), column: "unit"), FilingState.filter, MissingReport.filter,
            ], order: "unit", empty: Words("还没有理论学习中心组", "There are no study groups yet"),
            sentence: FilingState.sentence)
        listing.base = { ask in StudyGroup.open(on: ask.today) }
        return listing
    }()

    /// As the list itself would find them.
    static func named(_ ask: Ask, _ typed: String) throws -> [Found] {
        guard let condition = SQL.called(typed) else { return [] }
        return try Found.some(
            listing.words, StudyGroup.self, where: "\(open(on: ask.today)) and \(condition)", order: "unit",
            address: ask.context.link(listAddress, ("q", typed)), ask
        ) { group in
            .init(group.name, group.address, remark: .text(try ask.naming.unitName(group.unit)))
        }
    }
}

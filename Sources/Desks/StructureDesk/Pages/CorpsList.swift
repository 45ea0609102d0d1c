import Books
import Pages
import Records
import Storage
import Store
import Vocabulary

/// Somebody in service, as a list of the structure tells of them.
struct CorpsRow: Sendable {
    let person: Person
    let appointment: Appointment?
    let member: CorpsMember
}

/// Those whom the figures were counted from, by the same classes.
enum CorpsList {
    static let path = "/structure/people"

    static func list(_ kept: CorpsKept) -> FoundList<CorpsRow> {
        FoundList(
            Words("队伍结构人员", "People of the structure"), file: "structure-people", columns: columns,
            fields: [.unit(Words("单位", "Unit"))]
                + StructureDimension.allCases.map { dimension in
                    .choice(dimension.rawValue, dimension.words) { ask in
                        dimension.classes(try ask.reading.siteRules(StructureRules.self)).map { ($0.key, $0.words) }
                    }
                }
        ) { ask in
            let question = try StructureQuestion(ask)
            var found = FoundRows<CorpsRow>([])
            if ask.reader.mayOpenPeople {
                let view = try StructureView(ask, kept, question)
                var chosen = Chosen(view.day.rules)
                let people = ordered(chosen.people(of: view, ask), view.day, ask.wantedOrder)
                found = FoundRows(count: people.count) { first, most in
                    try people.dropFirst(first).prefix(most).compactMap { try row($0, view.day, ask) }
                }
                found.slips = chosen.slips
                found.empty = .init(
                    Words("没有符合条件的人员", "Nobody of that kind"),
                    Words("请去掉一项条件，或改换统计日期。", "Take out a condition, or choose another day."))
            } else {
                found.empty = .init(
                    Words("只提供汇总", "Only groups are told of"),
                    Words("您的账号不能查看人员名单。", "Your account may not see the people themselves."),
                    acts: .act(StructurePage.path, Words("到队伍结构", "To the structure"), .primary))
            }
            found.crumbs = [.init(Words("队伍结构", "Structure"), ask.context.link(StructurePage.path))]
            found.slips += question.slips
            return found
        }
    }

    private static func ordered(
        _ people: [Int], _ day: CorpsDay, _ order: (key: String, isFalling: Bool)?
    ) -> [Int] {
        guard let order else { return people }
        func sorted<Value: Comparable>(_ value: (CorpsMember) -> Value) -> [Int] {
            people.sorted { one, other in
                let (first, second) = (value(day.members[one]), value(day.members[other]))
                return first == second ? one < other : (first < second) != order.isFalling
            }
        }
        return switch order.key {
        case "born": sorted { $0.born ?? 0 }
        case "since": sorted { $0.sinceLevel }
        case "code": order.isFalling ? people.reversed() : people
        default: people
        }
    }

    private static func row(_ place: Int, _ day: CorpsDay, _ ask: Ask) throws -> CorpsRow? {
        let (directory, code) = (try ask.corpsTown.directory, day.codes[place])
        guard let person = directory.person(code) else { return nil }
        return CorpsRow(
            person: person, appointment: directory.appointment(of: code, on: day.day, knownAt: ask.context.knownAt),
            member: day.members[place])
    }

    private static let columns: [ListColumn<CorpsRow>] = [
        ListColumn("name", Words("姓名", "Name"), .lead, text: { row, _ in row.person.name }) { row, ask in
            .a(.href(ask.context.link(toPerson: row.person.code)), .text(row.person.name))
        },
        .text("code", Words("人员编号", "Staff number"), sort: "code") { $0.person.code },
        ListColumn(
            "unit", Words("单位", "Unit"),
            text: { row, ask in
                try row.appointment.map { try ask.corpsTown.directory.unitName($0.unit) } ?? ""
            }),
        .text("post", Words("职务", "Post")) { $0.appointment?.post ?? "" },
        .text("rank", Words("职级", "Rank")) { $0.appointment?.rank ?? "" },
        .text("born", Words("出生年月", "Born"), sort: "born") { $0.member.born == nil ? "" : $0.person.birthMonth },
        .day("since", Words("任现职级层次", "At this level since"), sort: "since") { $0.member.sinceLevel },
        .day("trained", Words("最近一次培训", "Last training"), .off) { $0.member.trained },
    ]
}

/// The classes that an address asks for.
private struct Chosen {
    let rules: StructureRules
    var slips: [AddressSlip] = []

    init(_ rules: StructureRules) { self.rules = rules }

    mutating func people(of view: StructureView, _ ask: Ask) -> [Int] {
        var people = view.people
        for dimension in StructureDimension.allCases {
            guard let typed = ask.query[dimension.rawValue] else { continue }
            guard let wanted = dimension.classes(rules).firstIndex(where: { $0.key == typed }) else {
                slips.append(
                    .unknown(dimension.rawValue, typed, zh: dimension.words.zh, en: dimension.words.en.lowercased()))
                continue
            }
            people = people.filter { view.day.place(of: $0, in: dimension) == wanted }
        }
        return people
    }
}

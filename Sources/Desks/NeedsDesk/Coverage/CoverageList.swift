import Pages
import Records
import Storage
import Store
import Vocabulary

extension Coverage {
    static let path = "/surveys/gap/people"

    static func list(_ category: PersonCategory?, _ gap: CoverageGap?) -> String {
        let items = (category.map { [("category", $0.rawValue)] } ?? []) + (gap.map { [("why", $0.rawValue)] } ?? [])
        return items.isEmpty ? path : "\(path)?\(Query(items).text)"
    }

    /// The people behind each figure of the gap.
    static let list = FoundList<CoveredPerson>(
        Words("参训覆盖", "Coverage"), file: "coverage",
        columns: [
            ListColumn("name", Words("姓名", "Name"), .lead, text: { row, _ in row.member.person.name }) { row, _ in
                .link("/people/\(Query.encoded(row.member.person.code))", .text(row.member.person.name))
            },
            .text("person", Words("人员编号", "Staff number"), .off) { $0.member.person.code },
            ListColumn(
                "unit", Words("单位", "Unit"), text: { row, ask in try ask.naming.unitName(row.member.appointment.unit) }),
            .text("post", Words("职务", "Post"), .off) { $0.member.appointment.post },
            ListColumn(
                "category", Words("干部类别", "Categories"), .meta,
                text: { row, ask in
                    row.categories.map { ask.say(PersonCategory.words(of: $0.rawValue)) }.joined(
                        separator: ask.say("、", ", "))
                }),
            .day("last", Words("上次结训", "Last class"), .meta) { $0.last },
            .text("owed", Words("本年未完成的要求", "Owed this year"), .off) { $0.obligations.joined(separator: "、") },
            .day("due", Words("到期", "Due"), .end) { $0.due },
        ],
        fields: [
            .search(Words("姓名", "Name")), .unit(Words("单位", "Unit")),
            .choice("category", Words("干部类别", "Category")) { _ in
                PersonCategory.builtIn.map { ($0.category.rawValue, Words($0.zh, $0.en)) }
            },
            .choice("why", Words("缺口", "Gap")) { _ in CoverageGap.allCases.map { ($0.rawValue, $0.words) } },
        ], hasAsOf: false
    ) { ask in
        var slips: [AddressSlip] = []
        let category = ask.query["category"].flatMap { typed in
            PersonCategory.builtIn.first { $0.category.rawValue == typed }?.category
        }
        if let typed = ask.query["category"], category == nil {
            slips.append(.unknown("category", typed, zh: "干部类别", en: "category"))
        }
        let gap = ask.query["why"].flatMap(CoverageGap.init(rawValue:))
        if let typed = ask.query["why"], gap == nil { slips.append(.unknown("why", typed, zh: "缺口", en: "gap")) }
        let coverage = try ask.coverage()
        var rows = coverage.people(of: category, gap)
        if let typed = ask.query["q"] {
            rows.removeAll { !$0.member.person.name.contains(typed) && $0.member.person.code != typed }
        }
        if let typed = ask.query["unit"] {
            if let unit = try ask.naming.unit(typed: typed) {
                let beneath =
                    try ask.reading.unitsWithinReach(of: Reader(account: "", rights: [], unit: unit.code)) ?? []
                rows.removeAll { !beneath.contains($0.member.appointment.unit) }
            } else {
                slips.append(.unknown("unit", typed, zh: "单位", en: "unit"))
            }
        }
        var found = FoundRows(rows)
        found.slips = slips
        found.crumbs = [Survey.home, Frame.Crumb(GapPage.words, GapPage.address)]
        if coverage.isTooMany {
            found.empty = .init(
                Words("人员过多", "Too many people"),
                Words("超过\(Coverage.most)人，请由各单位分别查看。", "More than \(Coverage.most): let each unit look at its own."))
        }
        return found
    }
}

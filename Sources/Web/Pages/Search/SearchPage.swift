import Books
import Exchange
import House
import LedgerEngine
import Pages
import Plans
import Records
import Spelling
import Storage
import Store
import Vocabulary

extension Desk {
    /// One box for people, units, records, clauses and pages (搜索).
    static let search = Desk(SearchPage.words, nouns: [], entries: []) { routes in
        routes.page(SearchPage.address, SearchPage.words, door: .ledger) { ask in try SearchPage(ask: ask).page() }
    }
}

/// What was found of each kind: the first few, and the list that has all.
struct SearchPage {
    static let address = "/search"
    static let words = Words("搜索", "Search")

    let ask: Ask

    private var typed: String { (ask.query["q"] ?? "").withoutOuterSpace }

    func page() throws -> Page {
        let typed = typed
        guard !typed.isEmpty else {
            return Page(
                Self.words,
                .sheet(
                    .emptyState(
                        Words("搜什么？", "What are you looking for?"),
                        .say(
                            "在左边的搜索框里输入姓名、人员编号、单位、活动名称或方案中的字句。",
                            "Type a name, a staff number, a unit, a record's title or words of the plan into the box of the menu."
                        ))))
        }
        guard TextRule.title.flaw(in: typed) == nil else {
            return Page(
                Self.words,
                .sheet(
                    .emptyState(
                        Words("搜索内容太长或含有不能使用的字符", "Too long, or with characters that are not used here"),
                        .say("请缩短后再搜。", "Search for less."))))
        }
        let found =
            try people(typed) + units(typed) + desks.flatMap { try $0.found(ask, typed) } + clauses(typed)
            + pages(typed)
        var page = Page(
            Self.words,
            hasAsOf: true,
            .sheet(
                found.isEmpty
                    ? .emptyState(
                        Words("没有找到“\(typed.shortened)”", "Nothing found for “\(typed.shortened)”"),
                        .say("换一个说法，或少输几个字再试。", "Try other words, or fewer."))
                    : .each(found, section)))
        page.sentence = .group([
            .say("“\(typed.shortened)”：", "“\(typed.shortened)”: "),
            found.isEmpty
                ? .say("没有找到。", "nothing found.")
                : .group([
                    .each(found.enumerated()) { index, kind in
                        .group([
                            .text(index == 0 ? "" : ask.say("，", ", ")), .words(kind.words), " ",
                            .text(String(kind.count)),
                        ])
                    }, .say("。", "."),
                ]),
        ])
        return page
    }

    private func section(_ found: Found) -> HTML {
        .part(
            found.words,
            aside: found.address.map { address in
                .a(.href(address), .count(found.count), .say("全部\(found.count)条", "All \(found.count)"))
            } ?? .nothing,
            .narrowRows(
                found.items.map { item in
                    Row(.link(item.address, .text(item.name)), act: .span(.class("quiet"), item.remark))
                }))
    }

    /// As the list of people would find them; whoever sees one unit only finds its own.
    private func people(_ typed: String) throws -> [Found] {
        let town = try ask.town
        let address = ask.context.link("/people", ("q", typed), ("unit", ask.reader.unit))
        let staff = InService(town, ask.context, named: typed, unit: ask.reader.unit)
        let count = staff.count
        guard count > 0 else { return [] }
        return [
            Found(
                Words("人员", "People"), count: count, address: address,
                staff.part(0, Found.mostItems).map { row in
                    .init(
                        row.person.name, "/people/\(Query.encoded(row.person.code))",
                        remark: .text(
                            "\(town.directory.unitName(row.appointment.unit)) \(row.appointment.post) \(row.person.code)"
                        ))
                })
        ]
    }

    private func units(_ typed: String) throws -> [Found] {
        let town = try ask.town
        let sought = Sought(typed)
        let own = try ask.reading.unitsWithinReach(of: ask.reader)
        let within = town.directory.units.units.filter { unit in
            (own?.contains(unit.code) ?? true) && sought.fits(name: unit.name, code: unit.code)
                && unit.stands(on: ask.context.asOf, knownAt: ask.context.knownAt)
        }
        guard !within.isEmpty else { return [] }
        return [
            Found(
                Words("单位", "Units"), count: within.count, address: nil,
                within.map { unit in
                    .init(
                        unit.name, "/units/\(Query.encoded(unit.code))",
                        remark: .text(unit.parent.map { town.directory.unitName($0) } ?? ""))
                })
        ]
    }

    /// Clauses of the plan in force, by their words or by their number.
    private func clauses(_ typed: String) throws -> [Found] {
        guard let view = try ask.town.ledger(asOf: ask.context.asOf, knownAt: ask.context.knownAt) else { return [] }
        let part = typed.folded
        let found = view.edition.obligations.filter { clause in
            clause.id == typed || clause.quote.folded.holdsFolded(part) || clause.sentenceZh.folded.holdsFolded(part)
                || clause.sentenceEn.folded.holdsFolded(part)
        }
        guard !found.isEmpty else { return [] }
        return [
            Found(
                Words("方案要求", "Requirements"), count: found.count, address: nil,
                found.map { clause in
                    .init(
                        "\(clause.id) \(view.sentence(clause, ask.context.language))", "/plan#clause-\(clause.id)")
                })
        ]
    }

    private func pages(_ typed: String) -> [Found] {
        let part = typed.folded
        let found = ask.context.menu.groups.flatMap(\.entries).filter {
            $0.words.zh.folded.holdsFolded(part) || $0.words.en.folded.holdsFolded(part)
        }
        guard !found.isEmpty else { return [] }
        return [
            Found(
                Words("页面", "Pages"), count: found.count, address: nil,
                found.map { .init(ask.say($0.words), $0.address) })
        ]
    }
}

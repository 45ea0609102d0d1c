import Books
import LedgerEngine
import Pages
import Plans
import Records
import Storage
import Store
import Vocabulary

/// A unit as this desk reads it: its reading room, its list, what it read together, what its people study and publish (经常性学习).
/// It is only read here.
struct StudyUnit: Noun {
    var code: String
    var name: String
    var unitKind: String
    var from: Day
    var until: Day?

    static let table = Table<StudyUnit>(
        "units", Column("code") { $0.code }, Column("name") { $0.name }, Column("kind") { $0.unitKind },
        Column("from_day") { $0.from }, Column("until_day") { $0.until }, make: StudyUnit.init)
    static let reach = Reach.unit("code")

    static func open(on day: Day) -> SQL {
        """
        kind <> \(UnitKind.branch.rawValue) and from_day <= \(day) and (until_day is null or until_day >= \(day))
        """
    }
}

extension StudyUnit: PagedNoun {
    static let path = "/study/units/:code"
    static let seeing = Words("查看这个单位", "See the unit")
    var title: String { name }

    static let listing: Listing<StudyUnit> = {
        @Sendable func articles(_ unit: StudyUnit, _ ask: Ask) throws -> Int {
            try StudyArticle.listing.count(
                ask,
                where: "\(StudyArticle.published(in: ask.today.year)) and \(SQL.beneath(unit.code, column: "unit"))")
        }
        var listing = Listing<StudyUnit>(
            Words("单位经常性学习", "Everyday study of units"),
            columns: [
                .title(Words("单位", "Unit"), sort: "name"),
                ListColumn(
                    "room", Words("学习书屋", "Reading rooms"), .figure, unit: Words("个书屋", "reading rooms"),
                    text: { unit, ask in
                        String(
                            try ask.reading.count(
                                ReadingRoom.self, for: .everybody, where: "unit = \(unit.code) and closed_day is null"))
                    }),
                ListColumn(
                    "plans", Words("有自学计划", "Own plans"), .figure, unit: Words("人有自学计划", "own plans"),
                    text: { unit, ask in
                        let people = try ask.reading.studyPeople(at: unit.code, on: ask.today)
                        return String(try ask.reading.ownPlans(of: people, ask.today.year).count)
                    }),
                ListColumn(
                    "articles", Words("今年发表（含下级）", "Articles this year, with units beneath"), .figure,
                    unit: Words("篇文章", "articles"), text: { String(try articles($0, $1)) }
                ) { unit, ask in
                    let count = try articles(unit, ask)
                    let list =
                        "\(StudyArticle.listAddress)?unit=\(Query.encoded(unit.code))&year=\(ask.today.year)"
                    return .figureLink(count, list)
                }, .code(),
            ],
            filters: [
                .called(Words("名称或编号", "Name or number")), .unit(Words("单位", "Unit"), column: "code"),
                .choice("room", Words("学习书屋", "Reading room"), HasRoom.self) { has, _ in has.condition },
            ], order: "code", empty: Words("还没有单位", "There are no units yet"))
        listing.base = { ask in open(on: ask.today) }
        return listing
    }()
}

/// Whether a unit has a reading room.
enum HasRoom: String, Named {
    case yes, no

    var words: Words { self == .yes ? Words("有", "has one") : Words("没有", "has none") }

    var condition: SQL {
        let has: SQL = "exists (select r.code from reading_rooms r where r.unit = units.code and r.closed_day is null)"
        return self == .yes ? has : "not \(has)"
    }
}

extension StudyUnit {
    func page(_ ask: Ask) throws -> Page {
        let year = ask.query.number("year").flatMap { (2000...2099).contains($0) ? $0 : nil } ?? ask.today.year
        let rules = try ask.studyRules
        let rooms = try ask.all(ReadingRoom.self, where: "unit = \(code) and closed_day is null", order: "code")
        let items = try ask.all(
            StudyItem.self, where: "unit = \(code) and item_year = \(year) and withdrawn_day is null", order: "code")
        let readings = try ask.all(
            SharedReading.self,
            where: "unit = \(code) and taken_back_day is null and \(SQL.days(of: year, column: "read_day"))",
            order: "read_day desc")
        let written = try ask.all(
            StudyArticle.self, where: "unit = \(code) and \(StudyArticle.published(in: year))",
            order: "published_day desc")
        var page = try Page(
            of: self, ask,
            .sheet(
                try EverydayFigures.of(self, year, ask),
                part(
                    Words("学习书屋", "Reading room"), "room",
                    ask.button(
                        EnterRoom.self, "\(ReadingRoom.listAddress)/new?unit=\(Query.encoded(code))",
                        Words("登记", "Enter one")),
                    rooms.isEmpty,
                    none: Words("还没有登记学习书屋。", "No reading room is entered."),
                    try ReadingRoom.listing.table(rooms, columns: ["title", "place", "books", "looked", "state"], ask)),
                part(
                    Words("学习目录", "Reading list"), "list",
                    ask.button(
                        EnterStudyItem.self, "\(StudyItem.listAddress)/new?unit=\(Query.encoded(code))&year=\(year)",
                        Words("登记", "Put on the list")),
                    items.isEmpty, none: Words("\(year)年没有学习目录。", "There is no list of \(year)."),
                    try StudyItem.listing.table(items, columns: ["title", "source", "done"], ask)),
                part(
                    Words("共读", "Read together"), "readings", .nothing, readings.isEmpty,
                    none: Words("\(year)年没有共读记录；在清单、目录的一项中登记。", "Nothing in \(year): enter it at a line of a list."),
                    try SharedReading.listing.table(readings, columns: ["title", "item", "people"], ask)),
                try SelfStudyNumbers(at: code, year, in: ask.reading, on: ask.today, rules).html(year, rules),
                part(
                    Words("发表文章", "Articles"), "articles",
                    ask.button(
                        EnterArticle.self, "\(StudyArticle.listAddress)/new?unit=\(Query.encoded(code))",
                        Words("登记", "Enter one")),
                    written.isEmpty, none: Words("\(year)年没有登记发表文章。", "None was entered of \(year)."),
                    try StudyArticle.listing.table(
                        Array(written.prefix(Self.mostShown)), columns: ["title", "authors", "publishedIn", "day"], ask),
                    .when(
                        written.count > Self.mostShown,
                        .p(
                            .link(
                                "\(StudyArticle.listAddress)?unit=\(Query.encoded(code))&year=\(year)",
                                .say("全部", "All")))))))
        page.sentence = ask.years(year, at: address)
        return page
    }

    private static let mostShown = 20

    private func part(
        _ words: Words, _ id: String, _ act: HTML, _ isEmpty: Bool, none: Words, _ content: HTML...
    ) -> HTML {
        .part(words, id: id, aside: act, isEmpty ? .p(.class("quiet"), .words(none)) : .group(content))
    }
}

/// What the plan in force asks of a unit's reading and writing, as the ledger has it (方案的要求).
enum EverydayFigures {
    /// A clause about its people is told as so many of so many.
    static func of(_ unit: StudyUnit, _ year: Int, _ ask: Ask) throws -> HTML {
        let day = year == ask.today.year ? ask.today : Day(year: year, month: 12, day: 31) ?? ask.today
        guard year <= ask.today.year, let view = try ask.town.ledger(asOf: day, knownAt: ask.context.knownAt) else {
            return .nothing
        }
        let kinds: Set<ActivityKind> = [.reading, .essay]
        let owed: [(Obligation, LedgerEntry)] = view.edition.obligations.compactMap { obligation in
            guard let binding = obligation.binding, !kinds.isDisjoint(with: binding.kinds ?? []) else { return nil }
            let subject: Subject
            switch binding.population.subjects {
            case .units: subject = Subject(.unit, unit.code)
            case .persons: subject = Subject(.rollUp, unit.code)
            default: return nil
            }
            return view.current(obligation, subject).map { (obligation, $0) }
        }
        return view.owed(owed, on: day, ask)
    }
}

import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// Whose list something stands on.
enum StudyList: String, Named, Stored {
    case city, unit

    var words: Words {
        switch self {
        case .city: Words("全市应知应会清单", "The city's must-know list")
        case .unit: Words("单位学习目录", "A unit's reading list")
        }
    }
}

/// Something to be studied in a year, as it is entered.
struct StudyItemScheme: Sendable, Hashable {
    var list = StudyList.unit
    /// Whoever drew the list up.
    var unit = ""
    var year = 0
    var subject = ""
    /// The document and its clause.
    var source = ""
    var audience = ""

    static let form = Form<StudyItemScheme>(
        .init(
            Words("学习内容", "What is studied"),
            .choice(
                \.list, "list", Words("清单", "List"),
                hint: Words("全市清单由组织部门登记", "The city's is entered by its office")),
            .unit(\.unit, "unit", Words("制定单位", "Drawn up by")),
            .number(\.year, "year", Words("年度", "Year"), in: 2000...2099),
            .text(\.subject, "subject", Words("内容", "Subject")),
            .text(\.source, "source", Words("出处", "Source"), isRequired: false),
            .text(\.audience, "audience", Words("适用对象", "For whom"), isRequired: false)))
}

/// One line of the city's must-know list or of a unit's reading list (应知应会清单、学习目录).
struct StudyItem: Noun {
    var code: String
    var scheme: StudyItemScheme
    var entered: Day
    var withdrawn: Day?

    static let table = Table<StudyItem>(
        "study_items",
        Column("code") { $0.code }, Column("list") { $0.scheme.list }, Column("unit") { $0.scheme.unit },
        Column("item_year") { $0.scheme.year }, Column("subject") { $0.scheme.subject },
        Column("source") { $0.scheme.source }, Column("audience") { $0.scheme.audience },
        Column("entered_day") { $0.entered }, Column("withdrawn_day") { $0.withdrawn }
    ) { code, list, unit, year, subject, source, audience, entered, withdrawn in
        StudyItem(
            code: code,
            scheme: StudyItemScheme(
                list: list, unit: unit, year: year, subject: subject, source: source, audience: audience),
            entered: entered, withdrawn: withdrawn)
    }
    /// What is to be read is no secret.
    static let reach = Reach.everybody
    static let searched = ["subject", "source", "code"]
}

/// That somebody has studied it: done or not, by their own word (本人打勾). How many have is told, never who has not.
struct StudyTick: Noun {
    var code: String
    var item: String
    var person: String
    var done: Day?

    static let table = Table<StudyTick>(
        "study_ticks", Column("code") { $0.code }, Column("item") { $0.item }, Column("person") { $0.person },
        Column("done_day") { $0.done }, make: StudyTick.init)
    static let reach = Reach.through("item", StudyItem.self)

    static func code(_ item: String, _ person: String) -> String { "\(item).\(person)" }
}

extension Reading {
    /// What somebody has before them in a year: the city's list, and those of their unit and of the units above it.
    func studyItems(for person: String, _ year: Int, on today: Day) throws -> [StudyItem] {
        var units: [String] = []
        var next = try appointment(of: person, on: today, knownAt: nil)?.unit
        while let unit = next, !units.contains(unit) {
            units.append(unit)
            next = try self.unit(code: unit)?.parent
        }
        return try all(
            StudyItem.self, for: .everybody,
            where: """
                withdrawn_day is null and item_year = \(year)
                and (list = \(StudyList.city) or unit in (\(list: units)))
                """, order: "list, code")
    }
}

extension StudyItem: PagedNoun {
    static let path = "/study/items/:code"
    static let acts: [any RecordAct<StudyItem>.Type] = [
        ReadTogether.self, ChangeStudyItem.self, WithdrawStudyItem.self,
    ]
    static let seeing = Words("查看这一项", "See it")
    var title: String { scheme.subject }

    static let listing: Listing<StudyItem> = {
        var listing = Listing<StudyItem>(
            Words("学习清单和目录", "Reading lists"),
            columns: [
                .title(Words("内容", "Subject"), sort: "subject"),
                StudyItemScheme.form.column("list", of: \.scheme, sort: "list"),
                StudyItemScheme.form.column("unit", of: \.scheme, sort: "unit"),
                StudyItemScheme.form.column("source", of: \.scheme, .below),
                StudyItemScheme.form.column("audience", of: \.scheme, .off),
                .text("year", Words("年度", "Year"), sort: "item_year") { String($0.scheme.year) }, .code(),
                ListColumn(
                    "done", Words("已学人数", "Studied by"), .figure, unit: Words("人已学", "studied it"),
                    text: { row, ask in
                        String(
                            try ask.reading.count(
                                StudyTick.self, for: .everybody, where: "item = \(row.code) and done_day is not null"))
                    }),
            ],
            filters: [
                .search(Words("内容或出处", "Subject or source"), StudyItem.self),
                .choice("list", Words("清单", "List"), StudyList.self) { list, _ in "list = \(list)" },
                .unit(Words("制定单位", "Drawn up by"), column: "unit"),
                .year(Words("年度", "Year")) { "item_year = \($0)" },
            ], order: "item_year desc, list, code", empty: Words("还没有学习清单", "There is no list yet"))
        listing.base = { _ in "withdrawn_day is null" }
        listing.since = ListedSince(Words("登记", "entered")) { "entered_day <= \($0)" }
        return listing
    }()

    func page(_ ask: Ask) throws -> Page {
        let count = try ask.reading.count(
            StudyTick.self, for: .everybody, where: "item = \(code) and done_day is not null")
        let readings = try ask.all(
            SharedReading.self, where: "item = \(code) and taken_back_day is null", order: "read_day desc")
        var page = try Page(
            of: self, ask,
            .sheet(
                try StudyItemScheme.form.facts(scheme, ask),
                readings.isEmpty
                    ? .nothing
                    : .part(
                        Words("共读", "Read together"), id: "readings",
                        aside: .link("\(SharedReading.listAddress)?item=\(Query.encoded(code))", .say("全部", "All")),
                        try SharedReading.listing.table(readings, columns: ["title", "unit", "people"], ask)),
                try ask.history(ask.steps(of: StudyItem.self, code, StudyItemScheme.form, \.scheme) { _, _, _ in })))
        page.sentence = .group([
            .say("已学\(count)人。", "Studied by \(count)."),
            withdrawn.map { .group([.b(.class("excused"), .say("已撤下 ", " Withdrawn "), .day($0))]) } ?? .nothing,
        ])
        return page
    }
}

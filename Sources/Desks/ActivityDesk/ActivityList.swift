import Books
import Exchange
import Pages
import Plans
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// An activity as a list tells it. It is only read here; what is written goes through the acts of the room Training.
struct ListedRecord: Noun {
    var code: String
    var kind: String
    var title: String
    var organiser: String
    var from: Day
    var halfHours: Int
    var recorded: Day

    static let table = Table(
        "activities", Column("code") { $0.code }, Column("kind") { $0.kind }, Column("title") { $0.title },
        Column("organiser") { $0.organiser }, Column("from_day") { $0.from }, Column("half_hours") { $0.halfHours },
        Column("recorded_day") { $0.recorded }
    ) { ListedRecord(code: $0, kind: $1, title: $2, organiser: $3, from: $4, halfHours: $5, recorded: $6) }
    static let reach = Reach.unit("organiser")

    /// Said beside the title where it no longer counts.
    fileprivate func ended(_ ask: Ask) throws -> Words? {
        let record = RecordReference(.activity, code)
        func isKnown(_ day: Day?) -> Bool { day.map { Directory.known($0, ask.context.knownAt) } ?? false }
        if isKnown(try ask.reading.voiding(of: record)?.recorded) { return Words("已作废", "void") }
        return isKnown(try ask.reading.correction(of: record)?.recorded) ? Words("已更正", "corrected") : nil
    }

    static var listing: Listing<ListedRecord> {
        var listing = Listing<ListedRecord>(
            Words("活动记录", "Activities"),
            columns: [
                .day("day", Words("日期", "Day"), sort: "from_day") { $0.from },
                ListColumn("title", Words("活动", "Activity"), .lead, text: { row, _ in row.title }) { row, ask in
                    .group([
                        .link(row.address, .text(row.title)),
                        try row.ended(ask).map { .small(.class("behind"), " ", .words($0)) } ?? .nothing,
                    ])
                },
                ListColumn(
                    "kind", Words("类型", "Kind"), sort: "kind",
                    text: { row, ask in
                        RecordWords.kind(
                            ActivityKind(rawValue: row.kind), try ask.naming.kinds(), ask.context.language)
                    }),
                ListColumn(
                    "unit", Words("单位", "Unit"), sort: "organiser",
                    text: { row, ask in try ask.naming.unitName(row.organiser) }
                ) { row, ask in
                    .link("/units/\(Query.encoded(row.organiser))", .text(try ask.naming.unitName(row.organiser)))
                },
                ListColumn(
                    "hours", Words("学时", "Hours"), .figure, sort: "half_hours", unit: Words("学时", "hours"),
                    text: { row, _ in Figure.plain(Double(row.halfHours) / 2) }),
                .code(Words("编号", "Code")),
                ListColumn(
                    "state", Words("记录状态", "Record"), .off,
                    text: { row, ask in try row.ended(ask).map(ask.say) ?? ask.say("有效", "stands") }),
            ], filters: [named, ofKind, unit, scope, .year(Words("年度", "Year"), column: "from_day")],
            order: "from_day desc, code desc", empty: Words("还没有活动记录", "No activity is on record yet"))
        listing.hasAsOf = true
        // What had not begun on the day that is looked at, or was not known then, is not there.
        listing.base = { ask in
            let known = ask.context.knownAt ?? Day(number: .max)
            return "from_day <= \(ask.context.asOf) and recorded_day <= \(known)"
        }
        return listing
    }

    /// As the list itself would find them.
    static func found(_ ask: Ask, _ typed: String) throws -> [Found] {
        let base = try listing.base?(ask) ?? .always
        return try Found.some(
            listing.words, ListedRecord.self, where: "\(base) and \(SQL.activities(named: typed))",
            order: listing.order, address: ask.context.link("/activities", ("q", typed)), ask
        ) { row in
            .init(
                row.title, row.address,
                remark: .group([
                    .day(row.from), " ", .text(try ask.naming.unitName(row.organiser)),
                    try row.ended(ask).map { .group([" ", .b(.words($0))]) } ?? .nothing,
                ]))
        }
    }

    private static let named = ListFilter(.search(Words("名称或编号", "Title or code"))) { _, typed in
        ("“\(typed.withoutOuterSpace.shortened)”", .activities(named: typed))
    }

    private static let ofKind = ListFilter(
        name: "kind", words: Words("类型", "Kind"),
        control: { ask, chosen in
            .choice(
                "kind",
                [("", Words("全部", "All"))]
                    + (try ask.naming.kinds()).entries.map {
                        ($0.kind.rawValue, Words($0.nameZh, $0.nameEn))
                    }, chosen: chosen)
        },
        meant: { ask, typed in
            let kinds = try ask.naming.kinds()
            let kind = ActivityKind(rawValue: typed)
            guard kinds[kind] != nil, let within = kinds.kinds(within: kind) else { return nil }
            let codes: [String] = within.map(\.rawValue).sorted()
            return (RecordWords.kind(kind, kinds, ask.context.language), "kind in (\(list: codes))")
        })

    private static let unit = ListFilter(.unit(Words("单位", "Unit"))) { ask, typed in
        guard let unit = try ask.naming.unit(typed: typed), unit.isKnown(at: ask.context.knownAt) else { return nil }
        let isOwn = ask.query["scope"] == "own"
        return (unit.name, isOwn ? "organiser = \(unit.code)" : .beneath(unit.code, column: "organiser"))
    }

    private static let scope = ListFilter(
        name: "scope", words: Words("单位范围", "Scope of units"), control: nil,
        meant: { ask, typed in typed == "own" ? (ask.say("不含下属单位", "Without units beneath"), .always) : nil })
}

extension Naming {
    /// Kinds of activities as the plan in force today has them.
    func kinds() throws -> ActivityKindCatalogue {
        try once("kinds") { try reading.edition(inForceOn: today)?.edition.kinds ?? ActivityKindCatalogue() }
    }
}

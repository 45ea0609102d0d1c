import Pages
import Store
import Vocabulary

extension TrainingClass {
    /// The money of the classes of a year, each beside what the same class cost the year before (`/classes/money`).
    static let moneyListing: Listing<TrainingClass> = {
        var listing = Listing<TrainingClass>(
            Words("班次经费", "Money of classes"),
            columns: [
                .day("opening", Words("开班", "Opens"), sort: "opening_day") { $0.scheme.opening },
                ListColumn("title", Words("班次名称", "Name"), .lead, sort: "title", text: { row, _ in row.title }) {
                    row, _ in
                    .link("\(row.address)/money", .text(row.title))
                }, ClassScheme.form.column("organiser", of: \.scheme, sort: "organiser"),
                money("budget", Words("预算（元）", "Budget")) { row, _ in row.scheme.budget.total },
                money("spent", Words("支出（元）", "Spent")) { row, ask in
                    let money = try ask.money(of: row)
                    return money.spent > .zero ? money.spent : nil
                },
                ListColumn(
                    "personDays", Words("计费人天", "Person-days charged"), .figure, unit: Words("人天", "person-days"),
                    text: { row, ask in String(try ask.money(of: row).personDays) }),
                money("costADay", Words("每人天（元）", "A person-day")) { row, ask in try ask.money(of: row).costADay },
                money("lastYear", Words("上年每人天（元）", "The year before")) { row, ask in
                    try row.lastYear(ask).flatMap { try ask.money(of: $0).costADay }
                },
                ListColumn(
                    "ceiling", Words("综合定额", "Ceiling"), .end,
                    text: { row, ask in ask.say(try ask.money(of: row).standing.words) }
                ) { row, ask in
                    let standing = try ask.money(of: row).standing
                    return .state(standing.mark, ask.say(standing.words))
                }, .text("code", Words("编号", "Number"), .off, sort: "code") { $0.code },
            ],
            filters: [
                .search(Words("名称或编号", "Name or number"), TrainingClass.self),
                .unit(Words("主办单位", "Organiser"), column: "organiser"),
                .year(Words("年度", "Year"), column: "opening_day"),
                .choice("kind", Words("班次类型", "Kind"), ClassKind.self) { kind, _ in "kind = \(kind)" },
            ], order: "opening_day desc", empty: Words("还没有批准的班次", "No class was approved yet"),
            sentence: { try $0.moneyOfTheYear() })
        listing.base = { _ in "stage = \(ClassStage.approved)" }
        return listing
    }()

    private static func money(
        _ key: String, _ words: Words, _ amount: @escaping @Sendable (TrainingClass, Ask) throws -> Money?
    ) -> ListColumn<TrainingClass> {
        ListColumn(key, words, .figure, as: .money, text: { row, ask in try amount(row, ask)?.plain ?? "" }) {
            row, ask in
            .text(try amount(row, ask)?.grouped ?? "–")
        }
    }

    /// The class of the same name and organiser of the year before.
    private func lastYear(_ ask: Ask) throws -> TrainingClass? {
        let year = scheme.opening.year - 1
        guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else {
            return nil
        }
        return try ask.all(
            TrainingClass.self,
            where: """
                title = \(scheme.title) and organiser = \(scheme.organiser) and stage = \(ClassStage.approved)
                and \(.between(first, last, column: "opening_day"))
                """, order: "opening_day desc", limit: 1
        ).first
    }
}

extension ClassMoney {
    /// Against the ceiling, in a word.
    fileprivate var standing: (mark: Mark, words: Words) {
        if spent == .zero { return (.notYetDue, Words("没有支出", "Nothing spent")) }
        if personDays == 0 { return (.waiting, Words("没有考勤", "No attendance")) }
        return isOver ? (.overdue, Words("超定额", "Above")) : (.met, Words("定额内", "Within"))
    }
}

extension Ask {
    /// What the classes of this year were to cost.
    fileprivate func moneyOfTheYear() throws -> HTML {
        let year = today.year
        guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else {
            return .nothing
        }
        let classes = try all(
            TrainingClass.self,
            where: "stage = \(ClassStage.approved) and \(.between(first, last, column: "opening_day"))", order: "code")
        let budget = classes.reduce(Money.zero) { $0 + $1.scheme.budget.total }
        return .group([
            .say("\(year)年批准", "In \(year), "),
            .link("/classes/money?year=\(year)", .count(classes.count), .b(.text(String(classes.count)))),
            .say("个班，预算合计\(budget.grouped)元。", " classes were approved, with a budget of \(budget.grouped) yuan."),
        ])
    }
}

import Books
import Exchange
import LedgerEngine
import Pages
import Plans
import Storage
import Store
import Vocabulary

/// What was published when, newest first, and which edition is in force on the as-of day.
struct EditionListModel {
    let editions: [EditionSummary]
    /// The number of the one in force.
    let inForce: Int?

    init(_ town: TownPage, _ context: PageContext) throws {
        let governing = try town.ledger(asOf: context.asOf, knownAt: context.knownAt)?.edition.number
        // The first edition of all speaks also of days before it was published.
        editions = try town.directory.reading.editions().filter {
            Directory.known($0.publishedOn, context.knownAt) || $0.number == governing
        }.reversed()
        inForce = governing
    }

    func page(_ context: PageContext) -> Page {
        Page(
            Words("方案版本", "Editions"), crumbs: [Frame.Crumb(Words("方案", "Plan"), "/plan")], hasAsOf: true,
            .sheet(.section(table(context).html(context, caption: context.say("方案版本", "Editions"))), anyTwo))
    }

    /// The way to the difference of any two.
    private var anyTwo: HTML {
        guard editions.count > 1 else { return .nothing }
        let choices = editions.map {
            (value: String($0.number), words: Words("第\($0.number)版", "Edition \($0.number)"))
        }
        return .part(
            Words("任意两版对照", "Any two"),
            .form(
                .attribute("method", "get"), .action("/plan/editions/against"),
                .ask("old", Words("旧版", "The older"), .choice("old", choices, chosen: choices.last?.value ?? "")),
                .ask("new", Words("新版", "The newer"), .choice("new", choices, chosen: choices.first?.value ?? "")),
                .acts(.submit(Words("对照", "Compare")))))
    }

    private func table(_ context: PageContext) -> DataTable<EditionSummary> {
        DataTable(
            columns: [
                .init(
                    key: "number", title: context.say("版本", "Edition"), place: .meta, sort: { $0.number < $1.number },
                    cell: {
                        .a(
                            .href(context.link(toEdition: $0.number)),
                            .say("第\($0.number)版", "Edition \($0.number)"))
                    }),
                .init(
                    key: "title", title: context.say("名称", "Title"), place: .lead,
                    cell: { .a(.href(context.link(toEdition: $0.number)), .text($0.title)) }),
                .init(
                    key: "inForce", title: context.say("生效日期", "In force from"), place: .day,
                    sort: { $0.inForce < $1.inForce }, cell: { .day($0.inForce) }),
                .init(
                    key: "published", title: context.say("发布日期", "Published"), place: .day,
                    sort: { $0.publishedOn < $1.publishedOn }, cell: { .day($0.publishedOn) }),
                .init(
                    key: "against", title: context.say("与前一版", "Against the one before"), place: .meta,
                    cell: { edition in
                        guard let before = editions.first(where: { $0.number < edition.number }) else {
                            return .text("–")
                        }
                        return .link(
                            "/plan/editions/\(before.number)/against/\(edition.number)", .say("查看差异", "Differences"))
                    }),
                .init(
                    key: "state", title: context.say("状态", "State"), place: .end,
                    cell: { state(of: $0, on: context.asOf) }),
            ], rows: editions,
            empty: .emptyState(
                Words("还没有发布方案", "No plan has been published"), .say("请联系系统管理员。", "Ask the system's administrator.")))
    }

    private func state(of edition: EditionSummary, on day: Day) -> HTML {
        if edition.number == inForce { return .b(.say("现行", "In force")) }
        if edition.inForce > day { return .say("尚未生效", "Not yet in force") }
        return inForce.map { .say("已由第\($0)版代替", "Replaced by edition \($0)") } ?? .say("未生效", "Not in force")
    }
}

/// One edition as it was published: its text, and every obligation that it holds.
struct EditionModel {
    let edition: PlanEdition
    let document: PlanDocument
    let inForce: Int?
    /// Name of the file that it was read from.
    let original: String?

    /// Nil where there is none of that number, or it was not yet published on the day known at.
    init?(_ number: Int, _ town: TownPage, _ context: PageContext, original: String? = nil) throws {
        self.original = original
        let governing = try town.ledger(asOf: context.asOf, knownAt: context.knownAt)?.edition.number
        guard let stored = try town.directory.reading.edition(number: number)?.edition,
            Directory.known(stored.publishedOn, context.knownAt) || number == governing
        else { return nil }
        edition = stored
        document = PlanDocument(stored, unitNames: [])
        inForce = governing
    }

    func page(_ context: PageContext) -> Page {
        let (title, number) = (edition.title, edition.number)
        return Page(
            Words("\(title)第\(number)版", "\(title), edition \(number)"),
            crumbs: [
                Frame.Crumb(Words("方案", "Plan"), "/plan"), Frame.Crumb(Words("方案版本", "Editions"), "/plan/editions"),
            ], hasAsOf: true,
            .sheet(
                .section(
                    .facts(
                        [
                            Fact(Words("生效日期", "In force from"), .day(edition.inForce)),
                            Fact(Words("发布日期", "Published"), .day(edition.publishedOn)),
                            Fact(Words("状态", "State"), state(on: context.asOf)),
                        ]
                            + [original].compactMap { $0 }.map { name in
                                Fact(
                                    Words("原件", "The original"), .link("/plan/editions/\(number)/original", .text(name))
                                )
                            }, long: true)),
                .part(Words("量化要求", "Obligations"), obligations(context)), dismissed),
            .element("article", [.class("doc"), .each(document.paragraphs, paragraph)]))
    }

    private func state(on day: Day) -> HTML {
        if edition.number == inForce {
            return .group([
                .b(.say("现行（截至\(day.iso)）", "In force on \(day.iso)")), " ",
                .link("/plan", .say("查看完成情况", "See how it stands")),
            ])
        }
        if edition.inForce > day { return .say("\(day.iso)尚未生效", "Not yet in force on \(day.iso)") }
        return .group([
            .say("\(day.iso)生效的是另一版", "Another edition is in force on \(day.iso)"),
            inForce.map { number in
                .group([
                    .say("：", ": "), .link("/plan/editions/\(number)", .say("第\(number)版", "edition \(number)")),
                ])
            } ?? .nothing,
        ])
    }

    private func obligations(_ context: PageContext) -> HTML {
        let language = context.language
        let places = Dictionary(
            edition.obligations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        return DataTable<Obligation>(
            columns: [
                .init(
                    key: "id", title: context.say("编号", "Number"), place: .meta,
                    sort: { places[$0.id, default: 0] < places[$1.id, default: 0] },
                    cell: { .a(.href("#clause-\($0.id)"), .text($0.id)) }),
                .init(
                    key: "rule", title: context.say("要求", "Obligation"), place: .lead,
                    cell: { obligation in
                        let sentence = language == .zh ? obligation.sentenceZh : obligation.sentenceEn
                        return .text(sentence.isEmpty ? obligation.quote : sentence)
                    }),
                .init(
                    key: "state", title: context.say("口径", "State"), place: .below,
                    cell: {
                        $0.question.map { .text(QuestionText.sentence($0, in: language)) } ?? .say("已明确", "counted")
                    }),
            ], rows: edition.obligations,
            empty: .emptyState(
                Words("没有量化要求", "No obligation"), .say("这一版中没有识别出量化要求。", "Nothing in this edition asks for a figure."))
        ).html(context, caption: context.say("量化要求", "Obligations"), isEven: false)
    }

    private var dismissed: HTML {
        guard !edition.dismissed.isEmpty else { return .nothing }
        return .part(
            Words("不列入台账的要求", "Set aside"),
            .rows(edition.dismissed.map { Row(.text("“\($0.quote)” — \($0.reason)"), when: .text($0.task)) }))
    }

    private func paragraph(_ paragraph: PlanDocument.Paragraph) -> HTML {
        let text = HTML.each(paragraph.pieces) { piece in
            switch piece {
            case .plain(let text), .unit(_, let text), .number(_, let text): .text(text)
            case .clause(let id, let text, _):
                .element("mark", [.id("clause-\(id)"), .text(text), .element("sup", [.text(id)])])
            }
        }
        return switch paragraph.level {
        case .part: .h2(text)
        case .task: .h3(text)
        case .text: .p(.class("text"), text)
        }
    }
}

extension PageContext {
    /// An edition as it was published.
    func link(toEdition number: Int) -> String { link("/plan/editions/\(number)") }
}

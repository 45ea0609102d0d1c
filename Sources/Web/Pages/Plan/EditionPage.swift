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

    func html(_ context: PageContext) -> HTML {
        let inForce = inForce
        return Frame(
            title: context.say("方案版本", "Editions"),
            crumbs: [.init(text: context.say("方案", "Plan"), address: context.link("/plan"))]
        ).html(
            context,
            card(
                nil,
                DataTable<EditionSummary>(
                    columns: [
                        .init(
                            key: "number", title: context.say("版本", "Edition"), place: .meta,
                            sort: { $0.number < $1.number },
                            cell: { edition in
                                a(
                                    .href(context.link(toEdition: edition.number)),
                                    .text(context.say("第\(edition.number)版", "Edition \(edition.number)")))
                            }),
                        .init(
                            key: "title", title: context.say("名称", "Title"),
                            cell: { a(.href(context.link(toEdition: $0.number)), .text($0.title)) }),
                        .init(
                            key: "inForce", title: context.say("生效日期", "In force from"),
                            sort: { $0.inForce < $1.inForce },
                            cell: { span(.class("nowrap"), .text($0.inForce.iso)) }),
                        .init(
                            key: "published", title: context.say("发布日期", "Published"),
                            sort: { $0.publishedOn < $1.publishedOn },
                            cell: { span(.class("nowrap"), .text($0.publishedOn.iso)) }),
                        .init(
                            key: "state", title: context.say("状态", "State"), place: .end,
                            cell: { edition in
                                if edition.number == inForce { return b(.text(context.say("现行", "In force"))) }
                                return .text(
                                    edition.inForce > context.asOf
                                        ? context.say("尚未生效", "Not yet in force")
                                        : inForce.map {
                                            context.say("已由第\($0)版代替", "Replaced by edition \($0)")
                                        } ?? context.say("未生效", "Not in force"))
                            }),
                    ], rows: editions,
                    empty: emptyState(
                        context.say("还没有发布方案", "No plan has been published"),
                        context.say("尚未发布方案，请联系系统管理员。", "Ask the system's administrator."))
                ).html(context, caption: context.say("方案版本", "Editions"))))
    }
}

/// One edition as it was published: its text, and every obligation that it holds.
struct EditionModel {
    let edition: PlanEdition
    let document: PlanDocument
    let inForce: Int?

    /// Nil where there is none of that number, or it was not yet published on the day known at.
    init?(_ number: Int, _ town: TownPage, _ context: PageContext) throws {
        let governing = try town.ledger(asOf: context.asOf, knownAt: context.knownAt)?.edition.number
        guard let stored = try town.directory.reading.edition(number: number)?.edition,
            Directory.known(stored.publishedOn, context.knownAt) || number == governing
        else { return nil }
        edition = stored
        document = PlanDocument(stored, unitNames: [])
        inForce = governing
    }

    func html(_ context: PageContext) -> HTML {
        Frame(
            title: context.say("\(edition.title)第\(edition.number)版", "\(edition.title), edition \(edition.number)"),
            crumbs: [
                .init(text: context.say("方案", "Plan"), address: context.link("/plan")),
                .init(text: context.say("方案版本", "Editions"), address: context.link("/plan/editions")),
            ]
        ).html(
            context, card(nil, summaryList(facts(context))),
            card(context.say("量化要求", "Obligations"), obligations(context)),
            .when(!edition.dismissed.isEmpty, dismissed(context)),
            element("article", [.class("doc"), .each(document.paragraphs) { paragraph($0, context) }]))
    }

    private func facts(_ context: PageContext) -> [(String, HTML)] {
        let state: HTML =
            edition.number == inForce
            ? .group([
                b(.text(context.say("现行（截至\(context.asOf.iso)）", "In force on \(context.asOf.iso)"))), " ",
                a(.href(context.link("/plan")), .text(context.say("查看完成情况", "See how it stands"))),
            ])
            : edition.inForce > context.asOf
                ? .text(context.say("\(context.asOf.iso)尚未生效", "Not yet in force on \(context.asOf.iso)"))
                : .group([
                    .text(
                        context.say("\(context.asOf.iso)生效的是另一版", "Another edition is in force on \(context.asOf.iso)")),
                    inForce.map { number in
                        .group([
                            .text(context.say("：", ": ")),
                            a(
                                .href(context.link(toEdition: number)),
                                .text(context.say("第\(number)版", "edition \(number)"))),
                        ])
                    } ?? .nothing,
                ])
        return [
            (context.say("生效日期", "In force from"), .text(edition.inForce.iso)),
            (context.say("发布日期", "Published"), .text(edition.publishedOn.iso)),
            (context.say("状态", "State"), state),
        ]
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
                    cell: { a(.href("#clause-\($0.id)"), .text($0.id)) }),
                .init(
                    key: "rule", title: context.say("要求", "Obligation"),
                    cell: { obligation in
                        let sentence = language == .zh ? obligation.sentenceZh : obligation.sentenceEn
                        return .text(sentence.isEmpty ? obligation.quote : sentence)
                    }),
                .init(
                    key: "state", title: context.say("口径", "State"), place: .end,
                    cell: { obligation in
                        .text(
                            obligation.question.map { QuestionText.sentence($0, in: language) }
                                ?? context.say("已明确", "counted"))
                    }),
            ], rows: edition.obligations,
            empty: emptyState(
                context.say("没有量化要求", "No obligation"),
                context.say("这一版中没有识别出量化要求。", "Nothing in this edition asks for a figure."))
        ).html(context, caption: context.say("量化要求", "Obligations"))
    }

    private func dismissed(_ context: PageContext) -> HTML {
        card(
            context.say("不列入台账的要求", "Set aside"),
            ul(.each(edition.dismissed) { item in li(.text("\(item.task) “\(item.quote)” — \(item.reason)")) }))
    }

    private func paragraph(_ paragraph: PlanDocument.Paragraph, _ context: PageContext) -> HTML {
        let text = HTML.each(paragraph.pieces) { piece in
            switch piece {
            case .plain(let text), .unit(_, let text): return .text(text)
            case .clause(let id, let text, _):
                return mark(.id("clause-\(id)"), .text(text), element("sup", [.text(id)]))
            }
        }
        return switch paragraph.level {
        case .part: h2(text)
        case .task: h3(text)
        case .text: p(.class("text"), text)
        }
    }
}

extension PageContext {
    /// An edition as it was published.
    func link(toEdition number: Int) -> String { link("/plan/editions/\(number)") }
}

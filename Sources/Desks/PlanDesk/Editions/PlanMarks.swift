import Books
import Pages
import PlanLanguage
import Plans
import Vocabulary

/// A text with what was understood of it: clauses underlined, and faintly the numbers that oblige nothing, each with its reason.
struct PlanMarks {
    let edition: PlanEdition
    let passedOver: [PassedOver]
    let language: Language
    /// Where a place of the text is looked through; nil: nowhere.
    let address: ((_ start: Int) -> String)?

    init(_ read: DraftReading, _ context: PageContext) {
        edition = read.edition
        passedOver = read.passedOver
        language = context.language
        address =
            read.draft.stage == .open
            ? { context.link(PlanReview(read: read).address(at: $0)) } : nil
    }

    /// Without a way to any of its places.
    init(_ edition: PlanEdition, _ passedOver: [PassedOver], _ language: Language) {
        self.edition = edition
        self.passedOver = passedOver
        self.language = language
        address = nil
    }

    var article: HTML {
        let document = PlanDocument(edition, numbers: passedOver.map(\.place))
        return .element("article", [.class("doc"), .each(document.paragraphs) { paragraph($0) }])
    }

    /// The paragraph in which a place lies.
    func paragraph(around start: Int) -> HTML {
        let document = PlanDocument(edition, numbers: passedOver.map(\.place))
        guard let found = document.paragraphs.first(where: { $0.range.contains(start) }) else { return .nothing }
        return .element("article", [.class("doc"), paragraph(found)])
    }

    private func paragraph(_ paragraph: PlanDocument.Paragraph) -> HTML {
        let places = Dictionary(
            edition.obligations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let reasons = Dictionary(
            passedOver.map { ($0.place.start, $0.reason) }, uniquingKeysWith: { first, _ in first })
        let text = HTML.each(paragraph.pieces) { piece in
            switch piece {
            case .plain(let text), .unit(_, let text): .text(text)
            case .clause(let id, let text, _):
                .mark(
                    .class(places[id]?.executable == true ? "onCourse" : "needsRuling"), .id("clause-\(id)"),
                    link(places[id]?.place.start ?? 0, text, places[id]?.said(language)), .element("sup", [.text(id)]))
            case .number(let start, let text):
                .span(
                    .class("passed"), .id("number-\(start)"), link(start, text, reasons[start]?.text(in: language)))
            }
        }
        return switch paragraph.level {
        case .part: .h2(text)
        case .task: .h3(text)
        case .text: .p(.class("text"), text)
        }
    }

    private func link(_ start: Int, _ text: String, _ told: String?) -> HTML {
        let told = told.map { HTML.attribute("title", $0) } ?? .nothing
        guard let address else { return .span(told, .text(text)) }
        return .a(.href(address(start)), told, .text(text))
    }
}

import Exchange
import LedgerEngine
import Pages
import Vocabulary

/// A standing as shape, word and colour; legible in black and white.
enum StandingMark {
    /// The shape alone, named for those who cannot see it. For dense pictures.
    ///
    /// A label stands as text, for it may hold names in another language than the page's, which an attribute cannot tell.
    static func shape(_ standing: Standing, _ language: Language, label: String? = nil) -> HTML {
        .group([
            svg(
                .class("mark \(standing.rawValue)"), .attribute("width", "14"), .attribute("height", "14"),
                .attribute("viewBox", "0 0 14 14"), .attribute("aria-hidden", "true"), drawing(standing)),
            span(.class("unseen"), .text(label ?? LedgerText.standing(standing, in: language))),
        ])
    }

    /// Shape and word.
    static func word(_ standing: Standing, _ language: Language) -> HTML {
        span(
            .class("st \(standing.rawValue)"), hidden(standing), .text(LedgerText.standing(standing, in: language)))
    }

    /// Shape and word on a tinted ground.
    static func pill(_ standing: Standing, _ language: Language) -> HTML {
        span(
            .class("st pill \(standing.rawValue)"), hidden(standing),
            .text(LedgerText.standing(standing, in: language)))
    }

    static func legend(_ language: Language) -> HTML {
        div(
            .class("legend"),
            .each([Standing.met, .onCourse, .behind, .overdue, .notYetDue, .needsRuling, .doesNotApply]) {
                word($0, language)
            })
    }

    /// Worst first.
    static func rank(_ standing: Standing) -> Int {
        switch standing {
        case .overdue: 0
        case .behind: 1
        case .needsRuling: 2
        case .notYetDue: 3
        case .onCourse: 4
        case .met: 5
        case .doesNotApply: 6
        }
    }

    private static func hidden(_ standing: Standing) -> HTML {
        svg(
            .class("mark"), .attribute("width", "14"), .attribute("height", "14"), .attribute("viewBox", "0 0 14 14"),
            .attribute("aria-hidden", "true"), drawing(standing))
    }

    private static func drawing(_ standing: Standing) -> HTML {
        switch standing {
        case .met: circle("5.2", "currentColor", stroke: nil)
        case .onCourse:
            .group([
                circle("5", "none", stroke: "1.6"),
                element("path", [.attribute("d", "M7 2a5 5 0 0 0 0 10z"), .attribute("fill", "currentColor")]),
            ])
        case .behind:
            element("path", [.attribute("d", "M7 1.6 13 12.2H1z"), .attribute("fill", "currentColor")])
        case .overdue:
            .group([
                element(
                    "rect",
                    [
                        .attribute("x", "1.6"), .attribute("y", "1.6"), .attribute("width", "10.8"),
                        .attribute("height", "10.8"), .attribute("rx", "1.5"), .attribute("fill", "currentColor"),
                    ]),
                element(
                    "path",
                    [
                        .attribute("d", "M4.4 4.4l5.2 5.2m0-5.2-5.2 5.2"), .attribute("stroke", "#fff"),
                        .attribute("stroke-width", "1.7"),
                    ]),
            ])
        case .notYetDue: circle("4.6", "none", stroke: "1.4")
        case .needsRuling:
            element(
                "path",
                [
                    .attribute("d", "M7 1 13 7 7 13 1 7z"), .attribute("fill", "none"),
                    .attribute("stroke", "currentColor"), .attribute("stroke-width", "1.6"),
                ])
        case .doesNotApply:
            element(
                "path",
                [
                    .attribute("d", "M4 7h6"), .attribute("stroke", "currentColor"),
                    .attribute("stroke-width", "1.6"),
                ])
        }
    }

    private static func circle(_ radius: String, _ fill: String, stroke: String?) -> HTML {
        element(
            "circle",
            [
                .attribute("cx", "7"), .attribute("cy", "7"), .attribute("r", radius), .attribute("fill", fill),
                stroke.map {
                    .group([.attribute("stroke", "currentColor"), .attribute("stroke-width", $0)])
                } ?? .nothing,
            ])
    }
}

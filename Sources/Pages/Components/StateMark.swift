/// The shapes by which a state is told in black and white: those of a ledger's standings and three more.
public enum StateMark: String, Sendable, CaseIterable {
    case met, onCourse, behind, overdue, notYetDue, needsRuling, doesNotApply
    /// Left out for a reason.
    case excused
    /// To be done now.
    case next
    /// Held up by something named beside it.
    case waiting
}

extension HTML {
    /// Shape, word and colour.
    public static func state(_ mark: StateMark, _ word: String) -> HTML {
        .span(.class("st \(mark.rawValue)"), mark.drawing, .text(word))
    }
}

extension StateMark {
    /// Within a box of 14 by 14.
    private var parts: HTML {
        switch self {
        case .met: Self.path("M7 1.8a5.2 5.2 0 1 0 0 10.4a5.2 5.2 0 1 0 0-10.4z", isFilled: true)
        case .onCourse:
            .group([
                Self.path("M7 2a5 5 0 1 0 0 10a5 5 0 1 0 0-10z", width: "1.6"),
                Self.path("M7 2a5 5 0 0 0 0 10z", isFilled: true),
            ])
        case .behind: Self.path("M7 1.6 13 12.2H1z", isFilled: true)
        case .overdue: Self.path("M2.6 1.6h8.8v10.8H2.6zM4.6 4.6l4.8 4.8m0-4.8-4.8 4.8", width: "1.6")
        case .notYetDue: Self.path("M7 2.4a4.6 4.6 0 1 0 0 9.2a4.6 4.6 0 1 0 0-9.2z", width: "1.4")
        case .needsRuling: Self.path("M7 1 13 7 7 13 1 7z", width: "1.6")
        case .doesNotApply: Self.path("M4 7h6", width: "1.6")
        case .excused: Self.path("M7 2a5 5 0 1 0 0 10a5 5 0 1 0 0-10zM3.4 10.6 10.6 3.4", width: "1.5")
        case .next: Self.path("M2 7h9M7.5 3 11.5 7l-4 4", width: "1.8")
        case .waiting: Self.path("M4.5 2v10M9.5 2v10", width: "2.6")
        }
    }

    fileprivate var drawing: HTML {
        .svg(
            .class("mark"), .attribute("width", "14"), .attribute("height", "14"), .attribute("viewBox", "0 0 14 14"),
            .attribute("aria-hidden", "true"), parts)
    }

    private static func path(_ line: String, isFilled: Bool = false, width: String = "1.6") -> HTML {
        .element(
            "path",
            [
                .attribute("d", line), .attribute("fill", isFilled ? "currentColor" : "none"),
                isFilled
                    ? .nothing : .group([.attribute("stroke", "currentColor"), .attribute("stroke-width", width)]),
            ])
    }
}

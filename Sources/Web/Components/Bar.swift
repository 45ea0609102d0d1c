import LedgerEngine
import Pages
import Vocabulary

/// How far something has come: a bar, and a stroke where it should be.
enum Bar {
    static func html(done: Double, required: Double, expected: Double?, standing: Standing, label: String) -> HTML {
        // As a figure, a bar is full only where all is done, and empty only where nothing is.
        let exact = required > 0 ? min(1, max(0, done / required)) : 1
        let share = exact > 0 && exact < 1 ? min(max(exact, 1.0 / 160), 159.0 / 160) : exact
        func width(_ share: Double) -> String { Figure.tenths(share * 160) }
        return .svg(
            .class("bar \(standing.rawValue)"), .attribute("viewBox", "0 0 160 12"),
            .attribute("preserveAspectRatio", "none"), .attribute("role", "img"), .ariaLabel(label),
            .element(
                "rect",
                [.class("ground"), .attribute("width", "160"), .attribute("height", "12")]),
            .element(
                "rect",
                [.attribute("width", width(share)), .attribute("height", "12"), .attribute("fill", "currentColor")]),
            expected.map { expected in
                .element(
                    "rect",
                    [
                        .class("pace"), .attribute("x", width(min(0.99, expected))), .attribute("width", "2"),
                        .attribute("height", "12"),
                    ])
            } ?? .nothing)
    }
}

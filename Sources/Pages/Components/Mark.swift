public import Vocabulary

/// A standing as shape, word and colour; legible in black and white. The word is the caller's: "逾期7天" says more than "逾期".
public enum Mark: String, CaseIterable, Sendable {
    /// Done, held, present.
    case met
    case onCourse
    /// Behind, due now, late.
    case behind
    /// Overdue, missing, absent, wrong.
    case overdue
    /// To come.
    case notYetDue
    /// Skipped with a reason, on leave, not counted.
    case excused
    /// To be done now.
    case next
    /// Held up by something that is named beside it.
    case waiting
    /// Somebody has to decide.
    case needsRuling
    case doesNotApply

    /// What it means where nothing better can be said.
    public var words: Words {
        switch self {
        case .met: Words("已完成", "done")
        case .onCourse: Words("进度正常", "on course")
        case .behind: Words("滞后", "behind")
        case .overdue: Words("逾期", "overdue")
        case .notYetDue: Words("未到期", "not yet due")
        case .excused: Words("不计入", "not counted")
        case .next: Words("待办", "to do")
        case .waiting: Words("等待", "waiting")
        case .needsRuling: Words("待明确", "to be settled")
        case .doesNotApply: Words("不适用", "does not apply")
        }
    }

    /// All shapes, once on every page that stands in a frame; a mark refers to its own.
    static var sprite: HTML {
        .svg(
            .class("unseen"), .attribute("width", "0"), .attribute("height", "0"), .attribute("aria-hidden", "true"),
            .element(
                "defs",
                allCases.map { mark in
                    .element("symbol", [.id("m-\(mark.rawValue)"), .attribute("viewBox", "0 0 14 14"), mark.drawing])
                }))
    }

    /// The shape alone, for eyes only.
    var shape: HTML {
        .svg(
            .class("mark \(rawValue)"), .attribute("viewBox", "0 0 14 14"), .attribute("aria-hidden", "true"),
            .element("use", [.href("#m-\(rawValue)")]))
    }

    private var drawing: HTML {
        switch self {
        case .met: Self.circle("5.2")
        case .onCourse: .group([Self.circle("5", stroke: "1.6"), Self.path("M7 2a5 5 0 0 0 0 10z")])
        case .behind: Self.path("M7 1.6 13 12.2H1z")
        case .overdue:
            .group([
                .element(
                    "rect",
                    [
                        .attribute("x", "1.6"), .attribute("y", "1.6"), .attribute("width", "10.8"),
                        .attribute("height", "10.8"), .attribute("rx", "1.5"),
                    ]),
                .element(
                    "path",
                    [
                        .attribute("d", "M4.4 4.4l5.2 5.2m0-5.2-5.2 5.2"), .attribute("stroke", "#fff"),
                        .attribute("stroke-width", "1.7"),
                    ]),
            ])
        case .notYetDue: Self.circle("4.6", stroke: "1.4")
        case .excused: .group([Self.circle("5", stroke: "1.5"), Self.path("M3.4 10.6 10.6 3.4", stroke: "1.5")])
        case .next: Self.path("M1.5 7h9M7 3l4.5 4L7 11", stroke: "1.8")
        case .waiting: Self.path("M4.5 2v10M9.5 2v10", stroke: "2.6")
        case .needsRuling: Self.path("M7 1 13 7 7 13 1 7z", stroke: "1.6")
        case .doesNotApply: Self.path("M4 7h6", stroke: "1.6")
        }
    }

    private static func circle(_ radius: String, stroke: String? = nil) -> HTML {
        .element(
            "circle",
            [.attribute("cx", "7"), .attribute("cy", "7"), .attribute("r", radius), line(stroke)])
    }

    private static func path(_ line: String, stroke: String? = nil) -> HTML {
        .element("path", [.attribute("d", line), self.line(stroke)])
    }

    private static func line(_ width: String?) -> HTML {
        guard let width else { return .nothing }
        return .group([
            .attribute("fill", "none"), .attribute("stroke", "currentColor"), .attribute("stroke-width", width),
        ])
    }
}

extension HTML {
    /// A mark and its word.
    public static func standing(_ mark: Mark, _ words: Words? = nil) -> HTML {
        .span(.class("st \(mark.rawValue)"), mark.shape, .words(words ?? mark.words))
    }

    /// The same in the reader's language already.
    public static func state(_ mark: Mark, _ word: String) -> HTML { .standing(mark, Words(word, word)) }

    /// The shape alone, for eyes only: its word stands beside it, perhaps unseen.
    public static func shape(_ mark: Mark) -> HTML { mark.shape }

    /// The shape alone, named for those who cannot see it; a legend beside it says what the shapes mean.
    public static func namedShape(_ mark: Mark, _ words: Words? = nil) -> HTML {
        .svg(
            .class("mark \(mark.rawValue)"), .attribute("viewBox", "0 0 14 14"), .attribute("role", "img"),
            .ariaLabel(words ?? mark.words), .element("use", [.href("#m-\(mark.rawValue)")]))
    }

    /// What the shapes of a dense picture mean.
    public static func legend(_ marks: (Mark, Words?)...) -> HTML { .legend(marks) }

    public static func legend(_ marks: [(Mark, Words?)]) -> HTML {
        .div(.class("legend"), .each(marks) { .standing($0.0, $0.1) })
    }
}

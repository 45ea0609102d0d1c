import Exchange
import LedgerEngine
import Records
import Vocabulary

/// A white sheet with a heading.
func card(_ title: String?, _ content: HTML...) -> HTML {
    section(.class("card"), title.map { h2(.text($0)) } ?? .nothing, .group(content))
}

/// One headline figure: what it is, the figure, what it stands beside. The figure opens the list it was counted from.
struct HeadlineFigure: Equatable, Sendable {
    var name: String
    var figure: String
    var of: String
    var remark = ""
    /// What stands beneath, where it has figures of its own.
    var more = HTML.nothing
    var address: String
    /// How many rows the list has that it opens.
    var count: Int?
    /// The figure of the entry that it opens.
    var entry: String?

    var html: HTML {
        div(
            div(.class("quiet"), .text(name)),
            a(
                .class("n"), .href(address), count.map { HTML.count($0) } ?? .nothing,
                entry.map { HTML.entry($0) } ?? .nothing,
                .text(figure), element("i", [.text(of)])),
            div(.class("quiet"), .text(remark), more))
    }
}

/// How far something has come: a bar, and a stroke where it should be.
enum Bar {
    static func html(done: Double, required: Double, expected: Double?, standing: Standing, label: String) -> HTML {
        // As a figure, a bar is full only where all is done, and empty only where nothing is.
        let exact = required > 0 ? min(1, max(0, done / required)) : 1
        let share = exact > 0 && exact < 1 ? min(max(exact, 1.0 / 160), 159.0 / 160) : exact
        func width(_ share: Double) -> String { Figure.tenths(share * 160) }
        return svg(
            .class("bar \(standing.rawValue)"), .attribute("viewBox", "0 0 160 12"), .attribute("width", "160"),
            .attribute("height", "12"), .attribute("role", "img"), .label(label),
            element(
                "rect",
                [
                    .class("ground"), .attribute("y", "2"), .attribute("width", "160"), .attribute("height", "8"),
                    .attribute("rx", "4"),
                ]),
            element(
                "rect",
                [
                    .attribute("y", "2"), .attribute("width", width(share)), .attribute("height", "8"),
                    .attribute("rx", "4"), .attribute("fill", "currentColor"),
                ]),
            expected.map { expected in
                element(
                    "rect",
                    [
                        .class("pace"), .attribute("x", width(min(0.99, expected))), .attribute("width", "2"),
                        .attribute("height", "12"),
                    ])
            } ?? .nothing)
    }
}

/// Nothing here: why, and what to do.
func emptyState(_ title: String, _ advice: String, _ action: HTML = .nothing) -> HTML {
    div(.class("empty"), p(b(.text(title))), p(.class("quiet"), .text(advice)), action)
}

/// What is known of one thing, name by name.
func summaryList(_ rows: [(String, HTML)]) -> HTML {
    dl(.class("summary"), .each(rows) { row in div(dt(.text(row.0)), dd(row.1)) })
}

/// What was refused, with links to the fields; stands at the top and takes the focus.
struct ErrorSummary: Equatable, Sendable {
    var errors: [FieldError]

    func html(_ context: PageContext) -> HTML {
        guard !errors.isEmpty else { return .nothing }
        return div(
            .class("errors"), .attribute("role", "alert"), .attribute("tabindex", "-1"), .flag("autofocus"),
            h2(.text(context.say("请先改正以下内容", "There is a problem"))),
            ul(
                .each(errors.prefix(Self.mostShown)) { error in
                    li(
                        a(.href("#\(error.field)"), .text(error.message)),
                        error.opens.map { .group([" ", a(.href($0.address), .text($0.text))]) } ?? .nothing)
                },
                .when(
                    errors.count > Self.mostShown,
                    li(
                        .text(
                            context.say(
                                "另有\(errors.count - Self.mostShown)处，改正后再显示。",
                                "\(errors.count - Self.mostShown) more, shown once these are mended."))))))
    }

    private static let mostShown = 30

    func message(for field: String) -> String? { errors.first { $0.field == field }?.message }
}

struct FieldError: Equatable, Sendable {
    var field: String
    var message: String
    /// What the message speaks of, where it can be looked at.
    var opens: Frame.Crumb?
    /// A day that is asked about, and may be said to be right.
    var asksAbout: Day?
}

/// A labelled field of a form, with its hint and its error.
func field(_ id: String, _ title: String, hint: String? = nil, error: String? = nil, _ control: HTML) -> HTML {
    div(
        .class(error == nil ? "question" : "question wrong"), label(.attribute("for", id), .text(title)),
        hint.map { p(.class("hint"), .id("\(id)-hint"), .text($0)) } ?? .nothing,
        error.map { p(.class("error"), .id("\(id)-error"), .text($0)) } ?? .nothing,
        control.described(
            by: [hint.map { _ in "\(id)-hint" }, error.map { _ in "\(id)-error" }].compactMap { $0 },
            isWrong: error != nil))
}

extension HTML {
    /// The same control, naming the hint and the error that belong to it, as a screen reader reads them.
    fileprivate func described(by ids: [String], isWrong: Bool) -> HTML {
        guard case .element(let name, let parts) = self, !ids.isEmpty else { return self }
        return .element(
            name,
            parts + [
                .attribute("aria-describedby", ids.joined(separator: " ")),
                isWrong ? .attribute("aria-invalid", "true") : .nothing,
            ])
    }
}

/// A select with one choice marked.
func choice(_ id: String, _ options: [(value: String, text: String)], chosen: String) -> HTML {
    select(
        .class("field"), .id(id), .name(id),
        .each(options) { item in
            option(.value(item.value), item.value == chosen ? .flag("selected") : .nothing, .text(item.text))
        })
}

/// A unit to choose: from a list, or by its code where they are too many.
func unitChoice(_ directory: Directory, chosen: String?, all: String, knownAt: Day?) -> HTML {
    directory.hasManyUnits
        ? textField("unit", chosen ?? "")
        : choice(
            "unit",
            [("", all)] + directory.linkedUnits(knownAt: knownAt).map { ($0.code, $0.name) },
            chosen: chosen ?? "")
}

func textField(_ id: String, _ value: String, type: String = "text", size: String = "") -> HTML {
    input(
        .class("field \(size)"), .id(id), .name(id), .type(type), .value(value), .attribute("autocomplete", "off"))
}

/// A day to choose; what is no day stays as it was typed, which a date field of a browser would not show.
func dayField(_ id: String, _ value: String) -> HTML {
    textField(id, value, type: value.isEmpty || Day(iso: value) != nil ? "date" : "text")
}

func hiddenFields(_ query: Query) -> HTML {
    .each(query.items) { input(.type("hidden"), .name($0.name), .value($0.value)) }
}

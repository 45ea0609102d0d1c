public import Vocabulary

/// How much a button weighs: one primary on a view, red for what cannot be undone, outlined for all else.
public enum ActWeight: String, Sendable {
    case primary
    case outlined = ""
    case danger
    case small
    /// Without an edge: clearing, folding up.
    case plain
    /// As wide as a phone.
    case big = "big primary"
}

extension HTML {
    /// An act that begins on another page.
    public static func act(_ address: String, _ words: Words, _ weight: ActWeight = .outlined) -> HTML {
        .link(address, .class(weight.classes), .words(words))
    }

    /// An act that is done by sending the form it stands in; `name` and `value` tell which, where a form has several.
    public static func submit(
        _ words: Words, _ weight: ActWeight = .primary, name: String? = nil, value: String = ""
    ) -> HTML {
        .button(
            .class(weight.classes), .type("submit"),
            name.map { .group([.attribute("name", $0), HTML.value(value)]) } ?? .nothing, .words(words))
    }

    /// A form of one button, which does something at once, and once however often it is pressed.
    public static func press(
        _ address: String, _ words: Words, _ weight: ActWeight = .outlined, label: Words? = nil,
        _ fields: [(String, String)] = []
    ) -> HTML {
        .form(
            .class("no-print"), .attribute("method", "post"), .action(address), PageContext.once,
            .hiddenFields(Query(fields)),
            .button(
                .class(weight.classes), .type("submit"), label.map { .ariaLabel($0) } ?? .nothing, .words(words)))
    }

    /// Acts that are seldom wanted, behind one button; opens without a script.
    public static func more(_ words: Words, _ acts: HTML...) -> HTML {
        let acts = acts.filter { $0 != .nothing }
        guard acts.count > 1 else { return .group(acts) }
        return .details(
            .class("more no-print"), .summary(.class("btn"), .words(words)), .ul(.each(acts) { .li($0) }))
    }

    /// Acts in a row.
    public static func acts(_ acts: HTML...) -> HTML { .div(.class("btns"), .group(acts)) }
}

extension ActWeight {
    var classes: String { self == .outlined ? "btn" : "btn \(rawValue)" }
}

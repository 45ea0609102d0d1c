import Vocabulary

extension HTML {
    /// The form that narrows a list by address: it carries days, language, order and page size on, and begins with the first
    /// page. Each field is a label that holds its control. Beneath stand the conditions in force, each of which can be taken
    /// out: those of the fields by themselves, and `chips` for those that the form has no field for.
    public static func narrowing(
        _ context: PageContext, to address: String, chips: [Chip] = [], _ fields: HTML...
    ) -> HTML {
        let kept = context.query.items.filter { item in
            ["sort", "size"].contains(item.name) || chips.contains { $0.names.contains(item.name) }
        }
        let read = HTML.group(fields).chosen(by: context.travel)
        let active = read.conditions(context.say("：", ": ")).filter { active in
            context.query[active.names[0]] != nil && !chips.contains { $0.names.contains(active.names[0]) }
        }
        return .group([
            .form(
                .class("filters"), .id("filters"), .attribute("method", "get"), .attribute("action", address),
                .each(context.travelling + kept.map { ($0.name, $0.value) }) { name, value in
                    .input(.type("hidden"), .name(name), .value(value))
                }, read,
                .div(
                    .class("btns"), .button(.class("btn"), .type("submit"), .say("筛选", "Filter")),
                    .when(
                        !active.isEmpty || !chips.isEmpty,
                        .a(
                            .class("btn plain"), .href(context.cleared(of: active + chips, at: address)),
                            .say("清除", "Clear"))),
                    .a(.class("btn shut"), .href("#content"), .say("收起", "Close")))),
            Chip.list(active + chips, context),
        ])
    }

    /// What the fields of such a form ask for, in words; one that asks for nothing, or of which a chip tells, is left out.
    public func conditionsInForce(_ context: PageContext, besides chips: [Chip] = []) -> [String] {
        chosen(by: context.travel).conditions(context.say("：", ": ")).filter { condition in
            !chips.contains { $0.names.contains(condition.names[0]) }
        }.map(\.text)
    }

    /// What each labelled control holds: its label, and what is chosen or typed.
    fileprivate func conditions(_ colon: String) -> [Chip] {
        switch self {
        case .group(let parts): return parts.flatMap { $0.conditions(colon) }
        case .element("label", let parts):
            guard let control = parts.lazy.compactMap(\.control).first, !control.value.isEmpty else { return [] }
            let name = parts.filter { $0.control == nil }.map(\.plainText).joined()
            return [Chip("\(name)\(colon)\(control.shown)", control.name)]
        case .element(_, let parts): return parts.flatMap { $0.conditions(colon) }
        default: return []
        }
    }

    private var control: (name: String, value: String, shown: String)? {
        switch self {
        case .group(let parts): return parts.lazy.compactMap(\.control).first
        case .element("input", let parts):
            let said = HTML.group(parts).attributes
            return said["name"].map { ($0, said["value"] ?? "", said["value"] ?? "") }
        case .element("select", let parts):
            guard let name = HTML.group(parts).attributes["name"] else { return nil }
            let chosen = parts.flatMap(\.elements).flatMap { $0.0 == "optgroup" ? $0.1.flatMap(\.elements) : [$0] }
                .first { HTML.group($0.1).attributes["selected"] != nil }
            let value = chosen.flatMap { HTML.group($0.1).attributes["value"] } ?? ""
            return (name, value, chosen.map { HTML.group($0.1).plainText } ?? "")
        default: return nil
        }
    }
}

extension PageContext {
    /// The list without its conditions: the day, the language, the order and the page's size stay.
    fileprivate func cleared(of chips: [Chip], at address: String) -> String {
        var query = query
        for name in chips.flatMap(\.names) + ["page"] { query.set(name, nil) }
        return query.isEmpty ? address : "\(address)?\(query.text)"
    }
}

/// A condition of the address that is in force, said in words, and the way to take it out.
public struct Chip: Equatable, Sendable {
    public var text: String
    /// The parameters that go when it is taken out.
    public var names: [String]

    public init(_ text: String, _ names: String...) {
        self.text = text
        self.names = names
    }

    /// On a phone, where the form is folded up, its opening stands before them; `hasForm`: whether there is one.
    public static func list(_ chips: [Chip], _ context: PageContext, hasForm: Bool = true) -> HTML {
        .ul(
            .class("chips"), .ariaLabel(Words("筛选条件", "Conditions")),
            .when(hasForm, .li(.class("open"), .a(.class("btn small"), .href("#filters"), .say("筛选", "Filter")))),
            .each(chips) { chip in
                var query = context.query
                for name in chip.names + ["page"] { query.set(name, nil) }
                return .li(
                    .a(
                        .class("chip"), .href(query.isEmpty ? context.path : "\(context.path)?\(query.text)"),
                        .span(.class("unseen"), .say("去掉条件：", "Take out: ")), .text(chip.text)))
            })
    }
}

public import Vocabulary

/// What is known of one thing: a name, and what it is.
public struct Fact: Equatable, Sendable {
    public var name: Words
    public var value: HTML
    /// What leads to where it can be changed, such as a question of a form.
    public var act: HTML

    public init(_ name: Words, _ value: HTML, act: HTML = .nothing) {
        self.name = name
        self.value = value
        self.act = act
    }
}

extension HTML {
    /// Facts name by name. `long`: names of up to 120 px, each with an act at its right; else for the narrow column.
    public static func facts(_ facts: [Fact], long: Bool = false) -> HTML {
        .dl(
            .class(long ? "facts long" : "facts"),
            .each(facts) { fact in
                .div(
                    .dt(.words(fact.name)),
                    .dd(fact.value == .nothing ? .span(.class("quiet"), .say("未填", "not given")) : fact.value),
                    fact.act == .nothing ? .nothing : .dd(fact.act))
            })
    }
}

public import Store
import Vocabulary

extension Ask {
    /// What was done to a thing, by whom and when: the journal of it, in the words of its acts.
    public func history<N: Noun>(of type: N.Type, _ code: String, _ acts: [any Act.Type]) throws -> HTML {
        let rows = try reading.journal(ofKind: N.kind, code: code)
        let names = try Dictionary(
            rows.map { ($0.by, try naming.accountName($0.by)) }, uniquingKeysWith: { first, _ in first })
        return .section(
            .div(.class("head"), .h2(.text(say("经过", "History")))),
            .ul(
                .class("rows log"),
                .each(rows) { row in
                    .li(
                        .element(
                            "time",
                            [
                                .attribute("datetime", row.at),
                                .text(String(row.at.prefix(16)).replacing("T", with: " ")),
                            ]),
                        .div(.text(acts.first { $0.name == row.act }.map { say($0.words) } ?? row.act)),
                        .span(.class("quiet"), .text(names[row.by] ?? row.by)))
                }))
    }
}

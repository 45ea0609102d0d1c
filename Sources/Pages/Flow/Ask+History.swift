public import Store
import Vocabulary

extension Ask {
    /// What was done to a thing, by whom and when: the journal of it, in the words of its acts.
    public func history<N: Noun>(of type: N.Type, _ code: String) throws -> HTML {
        let rows = try reading.journal(ofKind: N.kind, code: code).filter { acts[$0.act] != nil }
        let accounts = try Dictionary(
            rows.map { ($0.by, try naming.accountName($0.by)) }, uniquingKeysWith: { first, _ in first })
        return .section(
            .div(.class("head"), .h2(.text(say("经过", "History")))),
            .ul(
                .class("rows log"),
                .each(try rows.map { ($0, try moment($0.at)) }) { row, moment in
                    .li(
                        moment,
                        .div(acts[row.act].map { .words($0) } ?? .nothing),
                        .span(.class("quiet"), .text(accounts[row.by] ?? row.by)))
                }))
    }
}

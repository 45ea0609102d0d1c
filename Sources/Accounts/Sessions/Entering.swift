import Storage
import Store
import Vocabulary

/// What every way of signing in leaves behind it, whoever has looked at the proof.
extension WriteTransaction {
    /// Begins a session; the journal tells from where and by what, and what else of it is to be known.
    func enter(_ session: Session.Beginning, by means: String, _ also: [String: String] = [:]) throws {
        try begin(session)
        try journal(
            act: "signIn", kind: Account.kind, code: session.account,
            after: StoredJSON.text(also.merging(["address": session.address, "by": means]) { _, told in told }))
    }

    /// That somebody was not let in. `account`: nil where nobody has the name that was typed, which may be a password.
    func turnAway(
        _ account: String?, _ why: String, from address: String, _ also: [String: String] = [:]
    ) throws {
        try journal(
            act: "signInRefused", kind: Account.kind, code: account ?? "—",
            after: StoredJSON.text(also.merging(["address": address, "why": why]) { _, told in told }))
    }
}

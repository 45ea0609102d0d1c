public import Store

/// A form that was sent after its session had ended: it comes back once, to whoever was filling it in.
public struct KeptForm: Hashable, Sendable {
    public var account: String
    /// Its address.
    public var form: String
    /// As the form sends them.
    public var fields: String

    public init(account: String, form: String, fields: String) {
        self.account = account
        self.form = form
        self.fields = fields
    }
}

extension Reading {
    public func hasKeptForm(of account: String) throws -> Bool {
        try connection.first("select 1 as one from kept_forms where account = $1", [SQLValue(account)]) { _ in true }
            ?? false
    }
}

extension Database {
    /// In the place of one that was kept before.
    public func keep(_ form: KeptForm) throws {
        try write(by: form.account) { writing in
            try writing.connection.execute("delete from kept_forms where account = $1", [SQLValue(form.account)])
            try writing.connection.execute(
                "insert into kept_forms (account, form, fields, kept_at) values ($1, $2, $3, $4)",
                [SQLValue(form.account), SQLValue(form.form), SQLValue(form.fields), SQLValue(writing.at)])
        }
    }

    /// Gives it back, and keeps it no longer.
    public func takeKeptForm(of account: String) throws -> KeptForm? {
        try write(by: account) { writing in
            let kept = try writing.connection.first(
                "select account, form, fields from kept_forms where account = $1", [SQLValue(account)]
            ) { KeptForm(account: try $0.text("account"), form: try $0.text("form"), fields: try $0.text("fields")) }
            try writing.connection.execute("delete from kept_forms where account = $1", [SQLValue(account)])
            return kept
        }
    }
}

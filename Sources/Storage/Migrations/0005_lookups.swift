import Store

extension Migration {
    /// What pages look people up by: a name or its beginning, in order.
    static let lookups = Migration(
        number: 5, name: "lookups",
        statements: ["create index persons_by_name on persons (name, code)"])
}

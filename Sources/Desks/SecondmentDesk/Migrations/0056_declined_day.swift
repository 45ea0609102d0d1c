import Store

extension Migration {
    /// When a secondment was declined or taken off: until then it was placed, which figures of a past day tell.
    static let declinedDay = Migration(
        number: 56, name: "declined day", statements: ["alter table secondments add column declined_day integer"])
}

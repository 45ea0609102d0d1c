/// One statement that is run again and again within a transaction. Binding by place, from 1, costs neither a list of
/// values nor a search by the statement's text.
public protocol SQLStatement: AnyObject {
    func bind(_ number: Int64, at place: Int32)

    /// An empty text is bound as NULL.
    func bind(_ text: String, at place: Int32)

    func bindNull(at place: Int32)

    /// Runs it with what was bound last; true where it answered with a row.
    @discardableResult
    func run() throws -> Bool
}

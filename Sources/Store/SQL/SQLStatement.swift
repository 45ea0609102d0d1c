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

extension SQLStatement {
    func bind(_ values: [SQLValue]) {
        for (place, value) in values.enumerated() {
            switch value {
            case .null: bindNull(at: Int32(place + 1))
            case .integer(let number): bind(number, at: Int32(place + 1))
            case .text(let text): bind(text, at: Int32(place + 1))
            }
        }
    }

    /// Runs it with these values, whatever each of them is.
    package func run(with values: [SQLValue]) throws {
        bind(values)
        try run()
    }
}

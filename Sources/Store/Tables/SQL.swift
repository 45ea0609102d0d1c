/// A piece of a statement with its values: `"unit = \(code) and from_day <= \(day)"` binds both, none is pasted in.
public struct SQL: Sendable, Hashable, ExpressibleByStringInterpolation {
    fileprivate enum Part: Hashable, Sendable {
        case text(String)
        case value(SQLValue)
    }

    fileprivate var parts: [Part]

    public static let always: SQL = "1 = 1"
    public static let never: SQL = "1 = 0"

    public init(stringLiteral value: String) { parts = [.text(value)] }

    public init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var parts: [Part] = []

        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ literal: String) { parts.append(.text(literal)) }

        public mutating func appendInterpolation(_ value: some Stored) { parts.append(.value(value.stored)) }

        public mutating func appendInterpolation(_ piece: SQL) { parts += piece.parts }

        /// A list for `in (…)`; an empty one holds nothing.
        public mutating func appendInterpolation(list values: [some Stored]) {
            guard !values.isEmpty else { return parts.append(.text("null")) }
            for (place, value) in values.enumerated() {
                if place > 0 { parts.append(.text(", ")) }
                parts.append(.value(value.stored))
            }
        }

        /// A name of the schema: it comes from a table's description, never from outside.
        mutating func appendInterpolation(name: String) { parts.append(.text(name)) }
    }

    /// With `$1`, `$2` in the places of the values.
    public var text: String {
        var number = 0
        return parts.reduce(into: "") { text, part in
            switch part {
            case .text(let piece): text += piece
            case .value:
                number += 1
                text += "$\(number)"
            }
        }
    }

    public var values: [SQLValue] {
        parts.compactMap { part in
            if case .value(let value) = part { value } else { nil }
        }
    }
}

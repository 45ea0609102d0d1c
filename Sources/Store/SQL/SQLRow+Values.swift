package import Vocabulary

/// How types stand in columns: days as day numbers, hours as half hours, codes as text, flags as 0 and 1.
extension SQLRow {
    package func day(_ column: String) throws -> Day {
        guard let day = try dayOrNil(column) else { throw UnexpectedRow(column, expected: "a day") }
        return day
    }

    /// A number that no day has is a damaged row's.
    package func dayOrNil(_ column: String) throws -> Day? {
        try integerOrNil(column).map { number in
            guard let number = Int32(exactly: number) else { throw UnexpectedRow(column, expected: "a day") }
            return Day(number: number)
        }
    }

    package func hours(_ column: String) throws -> Double { Double(try integer(column)) / 2 }
    package func flag(_ column: String) throws -> Bool { try integer(column) != 0 }

    package func code<C: RawRepresentable<String>>(_ column: String) throws -> C {
        guard let code = C(rawValue: try text(column)) else { throw UnexpectedRow(column, expected: "\(C.self)") }
        return code
    }

}

extension SQLValue {
    package init(_ text: String) { self = text.isEmpty ? .null : .text(text) }
    package init(_ text: String?) { self = text.map { SQLValue($0) } ?? .null }
    package init(_ number: Int) { self = .integer(Int64(number)) }
    package init(_ day: Day) { self = .integer(Int64(day.number)) }
    package init(_ day: Day?) { self = day.map { SQLValue($0) } ?? .null }
    package init(_ flag: Bool) { self = .integer(flag ? 1 : 0) }
    package init(_ code: some RawRepresentable<String>) { self = .text(code.rawValue) }

    package init(hours: Double) throws { self = .integer(try Self.halves(of: hours)) }

    package static func halves(of hours: Double) throws -> Int64 {
        let halves = hours * 2
        guard halves >= 0, halves < 1_000_000, halves == halves.rounded() else { throw HoursNotInHalves(hours: hours) }
        return Int64(halves)
    }

}

/// Hours are credited in halves; anything else is refused rather than rounded.
public struct HoursNotInHalves: Error, Hashable {
    public var hours: Double
}

public import Vocabulary

/// A series of codes that this program hands out: a letter or two, the year of recording, and a
/// number: `A2026-000123`.
public struct CodeSeries: RawRepresentable, Hashable, Sendable {
    /// One or two capital letters, of one noun only.
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    func code(_ number: Int, year: Int) -> String {
        let digits = String(number)
        return "\(rawValue)\(year)-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    /// The counter and the number behind a code of any series; nil for a code from elsewhere.
    package static func parts(of code: String) -> (counter: String, number: Int)? {
        let letters = code.utf8.prefix { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        let rest = code.utf8.dropFirst(letters.count)
        guard (1...2).contains(letters.count), rest.count >= 11, rest.dropFirst(4).first == UInt8(ascii: "-"),
            let year = number(rest.prefix(4)), (1000...9999).contains(year),
            let number = number(rest.dropFirst(5)), number > 0
        else { return nil }
        return (String(code.prefix(letters.count + 4)), number)
    }

    /// Plain digits as a number.
    private static func number(_ digits: some Collection<UInt8>) -> Int? {
        guard digits.count <= 18, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }
}

extension Reading {
    /// The number that a counter handed out last; 0 where it has not begun.
    package func lastNumber(of counter: String) throws -> Int {
        try connection.first("select last_number from counters where name = $1", [SQLValue(counter)]) {
            try $0.integer("last_number")
        } ?? 0
    }
}

extension WriteTransaction {
    /// The next code of a series. Taken inside the transaction: a change that is not kept leaves no gap.
    public func nextCode(_ series: CodeSeries, on day: Day) throws -> String {
        series.code(try nextNumber(of: "\(series.rawValue)\(day.year)"), year: day.year)
    }

    /// So many codes of a series, one after the other.
    public func nextCodes(_ series: CodeSeries, count: Int, on day: Day) throws -> [String] {
        guard count > 0 else { return [] }
        let last = try nextNumber(of: "\(series.rawValue)\(day.year)", count: count)
        return (last - count + 1...last).map { series.code($0, year: day.year) }
    }

    /// Hands out numbers of a counter; the last of them.
    package func nextNumber(of counter: String, count: Int = 1) throws -> Int {
        let arguments = [SQLValue(counter), SQLValue(count)]
        let changed = try connection.execute(
            "update counters set last_number = last_number + $2 where name = $1", arguments)
        if changed == 0 {
            try connection.execute("insert into counters (name, last_number) values ($1, $2)", arguments)
        }
        return try connection.first("select last_number from counters where name = $1", [SQLValue(counter)]) {
            try $0.integer("last_number")
        } ?? count
    }

    /// Makes sure that no code of a book brought in whole is handed out again.
    package func raiseCounters(past codes: some Sequence<String>) throws {
        var heights = SeriesHeights()
        for code in codes { heights.note(code) }
        try raiseCounters(to: heights)
    }

    package func raiseCounters(to heights: SeriesHeights) throws {
        for (counter, number) in heights.highest.sorted(by: { $0.key < $1.key }) {
            let arguments = [SQLValue(counter), SQLValue(number)]
            let changed = try connection.execute(
                """
                update counters set last_number = case when last_number < $2 then $2 else last_number end
                where name = $1
                """, arguments)
            if changed == 0 {
                try connection.execute("insert into counters (name, last_number) values ($1, $2)", arguments)
            }
        }
    }
}

/// The highest number of each series among codes from elsewhere.
package struct SeriesHeights {
    package private(set) var highest: [String: Int] = [:]

    package init() {}

    package mutating func note(_ code: String) {
        guard let (counter, number) = CodeSeries.parts(of: code) else { return }
        highest[counter] = max(highest[counter] ?? 0, number)
    }
}

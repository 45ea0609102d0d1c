/// Holds what desks keep against the journal: each row is what the last line about it tells (docs/decisions/0124).
struct NounsCheck {
    private var checks: [any NounChecking]
    /// Which of them a line concerns, by the kind that it tells.
    private var places: [String: [Int]] = [:]

    init(_ nouns: [any Noun.Type]) {
        checks = nouns.compactMap { Self.check($0) }
        for (place, check) in checks.enumerated() { places[check.kind, default: []].append(place) }
    }

    private static func check<N: Noun>(_ type: N.Type) -> (any NounChecking)? {
        N.unjournaled.contains(N.table.key) ? nil : NounCheck<N>()
    }

    /// Takes in the journal's rows one after the other.
    mutating func take(_ row: JournalRow) throws {
        for place in places[row.objectKind] ?? [] { try checks[place].take(row) }
    }

    /// After the last row.
    func faults(in reading: some Reading) throws -> [FactFault] { try checks.flatMap { try $0.faults(in: reading) } }
}

private protocol NounChecking {
    var kind: String { get }
    mutating func take(_ row: JournalRow) throws
    func faults(in reading: some Reading) throws -> [FactFault]
}

/// The same of the nouns of one table.
private struct NounCheck<N: Noun>: NounChecking {
    /// By the key, the last line that tells how one was; no text: that it was taken away.
    private var told: [String: (seq: Int, after: String?)] = [:]

    var kind: String { N.kind }

    mutating func take(_ row: JournalRow) throws {
        guard let after = row.after else { return }
        // Of the same kind are lines that tell what somebody did, such as signing in: only a state names its key.
        if after.contains("\"\(N.table.key)\":"), try Self.isState(after, of: row.objectCode) {
            told[row.objectCode] = (row.seq, after)
        } else if after.contains(#""removed":"#) {
            told[row.objectCode] = (row.seq, nil)
        }
    }

    private static func isState(_ text: String, of key: String) throws -> Bool {
        guard let row = columns(text), let own = row[N.table.key],
            own == .text(key) || own == Int64(key).map(JournalValue.number)
        else { return false }
        guard case .record(let column, _, let other) = N.reach else { return true }
        return row[column] == .text(other.kind)
    }

    private static func columns(_ text: String) -> [String: JournalValue]? {
        guard case .row(let row)? = try? StoredJSON.value(JournalValue.self, from: text) else { return nil }
        return row
    }

    func faults(in reading: some Reading) throws -> [FactFault] {
        let table = N.table
        var faults: [FactFault] = []
        var left = told
        try eachStored(in: reading) { key, noun in
            guard let line = left.removeValue(forKey: key), let after = line.after else {
                faults.append(.unjournaled(table: table.name, code: key))
                return
            }
            if try noun.map({ try !$0.isAsTold(after) }) ?? true {
                faults.append(.altered(table: table.name, code: key, seq: line.seq))
            }
        }
        for (key, line) in left.sorted(by: { $0.key < $1.key })
        where try line.after != nil && !N.mayBeGone(key, in: reading) {
            faults.append(.missing(table: table.name, code: key, seq: line.seq))
        }
        return faults
    }

    /// Every row, piece by piece; nil where it holds what this program does not write.
    private func eachStored(in reading: some Reading, _ take: (_ key: String, N?) throws -> Void) throws {
        let table = N.table
        var condition = SQL.always
        if case .record(let column, _, let other) = N.reach { condition = "\(name: column) = \(other.kind)" }
        let count = 500
        var last: SQLValue?
        while true {
            let beyond: SQL =
                switch last {
                case .text(let text): "\(name: table.key) > \(text)"
                case .integer(let number): "\(name: table.key) > \(Int(number))"
                case .null, nil: .always
                }
            let question: SQL = """
                select \(name: table.list) from \(name: table.name) where (\(condition)) and \(beyond)
                order by \(name: table.key) limit \(count)
                """
            let rows = try reading.connection.rows(question.text, question.values) { row in
                try table.columns.map(row.value)
            }
            let keys = rows.map { Self.text($0[0]) }
            var nouns: [N] = []
            var places: [Int] = []
            for (place, row) in rows.enumerated() {
                guard let noun = Self.made(of: row) else { continue }
                nouns.append(noun)
                places.append(place)
            }
            let found = try filled(nouns, reading)
            var whole: [Int: N] = [:]
            for (place, noun) in zip(places, found) { whole[place] = noun }
            for (place, key) in keys.enumerated() { try take(key, whole[place]) }
            guard rows.count == count else { return }
            last = rows.last?[0]
        }
    }

    /// Nil where writing it would give another row: what is read and not used, such as a folded name, counts too.
    private static func made(of row: [SQLValue]) -> N? {
        guard let noun = try? N.table.make(row), N.table.values(noun) == row else { return nil }
        return noun
    }

    /// With their lists; nil of whom one holds what this program does not write.
    private func filled(_ nouns: [N], _ reading: some Reading) throws -> [N?] {
        guard !N.lists.isEmpty, !nouns.isEmpty else { return nouns }
        do {
            var all = nouns
            for list in N.lists { try list.fill(&all, all.map(\.key), reading.connection) }
            return all
        } catch is UnexpectedRow {
            return try nouns.map { noun in
                var one = [noun]
                do {
                    for list in N.lists { try list.fill(&one, [noun.key], reading.connection) }
                } catch is UnexpectedRow { return nil }
                return one[0]
            }
        }
    }

    private static func text(_ value: SQLValue) -> String {
        switch value {
        case .text(let text): text
        case .integer(let number): String(number)
        case .null: ""
        }
    }
}

extension Noun {
    /// Whether the journal's line tells this. A column that came with a later step of the schema was not told of before.
    fileprivate func isAsTold(_ text: String) throws -> Bool {
        guard case .row(let told) = try StoredJSON.value(JournalValue.self, from: text), case .row(let row) = journaled
        else { return false }
        return row.allSatisfy { name, value in
            Self.unjournaled.contains(name) || told[name].map(value.isAsTold) ?? true
        }
    }
}

extension JournalValue {
    /// The same for the rows of a list, whose columns may have come later too.
    fileprivate func isAsTold(_ told: JournalValue) -> Bool {
        switch (self, told) {
        case (.list(let values), .list(let others)):
            values.count == others.count && zip(values, others).allSatisfy { $0.isAsTold($1) }
        case (.row(let row), .row(let other)):
            Set(other.keys).isSubset(of: row.keys)
                && row.allSatisfy { name, value in other[name].map(value.isAsTold) ?? true }
        default: self == told
        }
    }
}

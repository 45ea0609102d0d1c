import Spelling
public import Vocabulary

/// One act in the making. What it writes is journaled by the writing.
public struct ActTransaction: Reading {
    /// For what is written by functions of its own, which journal themselves: the facts.
    public let writing: WriteTransaction
    public let reader: Reader
    public let today: Day
    /// As the journal calls it.
    package let act: String

    public var connection: any SQLConnection { writing.connection }
    public var nouns: [any Noun.Type] { writing.nouns }

    /// Throws all problems at once.
    public func refuse(_ problems: [any Refusal]) throws {
        guard problems.isEmpty else { throw Refused(problems) }
    }

    public func refuse(_ problem: any Refusal) throws -> Never { throw Refused([problem]) }

    /// The next code of a series.
    public func nextCode(_ series: CodeSeries) throws -> String { try writing.nextCode(series, on: today) }

    /// For a unit that an act touches besides the one it names.
    public func requireReach(to unit: String, with right: Right) throws {
        guard try isWithinReach(unit, of: reader) else { throw NotAllowed(right: right, unit: unit) }
    }

    public func insert<N: Noun>(_ noun: N) throws {
        try requireReach(of: noun)
        try connection.execute(N.table.insertion, N.table.values(noun))
        for list in N.lists { try list.insert(noun, noun.key, connection) }
        try requireReach(ofWritten: noun)
        try keepWords(of: noun)
        try writing.journal(act: act, kind: N.kind, code: noun.key, after: StoredJSON.text(noun.journaled))
    }

    /// Puts the noun in the place of the one with its key. Where nothing differs, nothing is written.
    public func update<N: Noun>(_ noun: N) throws {
        try requireReach(of: noun)
        guard let before = try one(N.self, noun.key, for: reader) else {
            throw UnexpectedRow(N.table.name, expected: "a row \(noun.key)")
        }
        guard before != noun else { return }
        try connection.execute(N.table.change, N.table.values(noun))
        for list in N.lists {
            try list.remove(noun.key, connection)
            try list.insert(noun, noun.key, connection)
        }
        try requireReach(ofWritten: noun)
        try keepWords(of: noun)
        try writing.journal(
            act: act, kind: N.kind, code: noun.key, before: StoredJSON.text(before.journaled),
            after: StoredJSON.text(noun.journaled))
    }

    /// Inserts it, or puts it in the place of the one with its key.
    public func insertOrUpdate<N: Noun>(_ noun: N) throws {
        if try one(N.self, noun.key, for: reader) == nil { try insert(noun) } else { try update(noun) }
    }

    /// By what it is found, folded as search folds what is typed.
    private func keepWords<N: Noun>(of noun: N) throws {
        let values = N.table.values(noun)
        let texts = N.searched.compactMap { column -> String? in
            guard let place = N.table.columns.firstIndex(of: column), case .text(let text) = values[place] else {
                return nil
            }
            return text.folded
        }
        let key = [SQLValue(N.kind), SQLValue(noun.key)]
        try connection.execute("delete from noun_words where kind = $1 and code = $2", key)
        guard !texts.isEmpty else { return }
        try connection.execute(
            "insert into noun_words (kind, code, words) values ($1, $2, $3)",
            key + [SQLValue(texts.joined(separator: "\n"))])
    }

    /// An act cannot put anything where its reader could not look at it: asked before it is written where the unit is named in it.
    private func requireReach<N: Noun>(of noun: N) throws {
        guard case .unit(let column) = N.reach, let place = N.table.columns.firstIndex(of: column),
            case .text(let unit) = N.table.values(noun)[place]
        else { return }
        try requireReach(to: unit, with: .see)
    }

    /// The same, asked of what was written, where there are several ways to it.
    private func requireReach<N: Noun>(ofWritten noun: N) throws {
        guard case .either = N.reach else { return }
        guard try count(N.self, for: reader, where: "\(name: N.table.key) = \(noun.key)") == 1 else {
            throw NotAllowed(right: .see, unit: reader.unit)
        }
    }
}

public import Store
public import Vocabulary

/// One request for a page of a desk: who asks, for what, and the records as they stand while it is answered.
public struct Ask {
    public let context: PageContext
    public let reader: Reader
    public let reading: ReadTransaction
    public let naming: Naming
    /// The parts of the address that the route names.
    public let parts: [String: String]
    /// What is done beside the pages.
    public let jobs: JobWorker?
    /// Where the files of papers lie.
    public let evidence: EvidenceStore?
    /// What acts are called.
    public let acts: ActNames
    /// What the door of the ledger has opened; the room that keeps the ledger knows what it is.
    public let ledger: Any?
    /// Of the form that is looked through once more on a check page.
    public internal(set) var checkedDraft: String?

    public init(
        context: PageContext, reader: Reader, reading: ReadTransaction, parts: [String: String],
        jobs: JobWorker? = nil, evidence: EvidenceStore? = nil, acts: ActNames = ActNames(), ledger: Any? = nil
    ) {
        self.acts = acts
        self.jobs = jobs
        self.evidence = evidence
        self.ledger = ledger
        self.context = context
        self.reader = reader
        self.reading = reading
        self.parts = parts
        naming = Naming(reading, on: context.today, in: context.language, for: reader)
    }

    public var today: Day { context.today }
    public var query: Query { context.query }

    public func say(_ zh: String, _ en: String) -> String { context.say(zh, en) }
    public func say(_ words: Words) -> String { words.in(context.language) }

    /// The noun that the address names by `:code`, where the reader may see it; else there is no such page.
    public func one<N: Noun>(_ type: N.Type) throws -> N {
        guard let code = parts["code"], let noun = try reading.one(type, code, for: reader) else {
            throw NotFound(context: context)
        }
        return noun
    }

    /// `limit`: so many at most; nil: all.
    public func all<N: Noun>(
        _ type: N.Type, where condition: SQL = .always, order: String = "", limit: Int? = nil
    ) throws -> [N] {
        try reading.all(type, for: reader, where: condition, order: order, limit: limit)
    }

    /// The first few of a list, and how many it has.
    func few<N: Noun>(_ type: N.Type, _ most: Int, where condition: SQL, order: String) throws -> (
        count: Int, rows: [N]
    ) {
        let count = try reading.count(type, for: reader, where: condition)
        guard count > 0 else { return (0, []) }
        return (count, try reading.all(type, for: reader, where: condition, order: order, limit: most))
    }

    /// A button that leads to an act, for those who may do it.
    public func button<A: Act>(_ act: A.Type, _ address: String, _ words: Words, isPrimary: Bool = false) -> HTML {
        guard A.isAllowed(to: reader) else { return .nothing }
        return .a(.class(isPrimary ? "btn primary" : "btn"), .href(context.link(address)), .text(say(words)))
    }
}

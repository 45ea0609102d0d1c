public import Store
public import Vocabulary

/// An act on a record that has a page. When it can be done is said once: by it the act refuses, the page offers it, and its
/// form is opened or not (docs/decisions/0147).
public protocol RecordAct<Record>: Act {
    associatedtype Record: PagedNoun
    associatedtype Outcome
    /// What its form is called: `审批学习考察`.
    static var title: Words { get }
    /// What its button says: `审批`.
    static var button: Words { get }
    /// Its form's place beneath the record's page: `decide`.
    static var step: String { get }
    /// Whether the record waits for it: then its button is the one that stands out.
    static var settles: Bool { get }
    /// Why it cannot be done now, whatever is filled in; nil: it can.
    static func notNow(
        _ record: Record, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)?
    /// The record's key.
    var record: String { get }
    /// Does it to the record as it stands, of which `notNow` has been asked.
    func perform(on record: Record, in t: ActTransaction) throws -> Outcome
}

extension RecordAct {
    public static var settles: Bool { false }

    public static func notNow(
        _ record: Record, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { nil }

    public func perform(in t: ActTransaction) throws -> Outcome {
        guard let found = try t.one(Record.self, record, for: t.reader) else {
            try t.refuse(NoSuchRecord(code: record))
        }
        if let why = try Self.notNow(found, in: t, for: t.reader, on: t.today) { try t.refuse(why) }
        return try perform(on: found, in: t)
    }

    /// Of its form.
    public static func address(of record: Record) -> String { "\(Record.address(of: record.key))/\(step)" }
}

/// A refusal with a title of its own, and the way to what stands instead.
public protocol LeadingRefusal: Refusal {
    var title: Words { get }
    var way: FormOption { get }
}

/// That there is no such record, or none within reach.
struct NoSuchRecord: Refusal {
    var code: String
    var field: String { "" }
    var words: Words { Words("没有编号为\(code)的记录", "There is no record \(code)") }
}

extension Ask {
    /// A button that leads to an act on a record, where this reader may do it now.
    public func button<A: RecordAct>(_ act: A.Type, on record: A.Record, isPrimary: Bool = false) throws -> HTML {
        guard try A.notNow(record, in: reading, for: reader, on: today) == nil else { return .nothing }
        return button(act, A.address(of: record), A.button, isPrimary: isPrimary)
    }

    /// All that its page offers; the first that settles something stands out.
    public func buttons<N: PagedNoun>(on record: N) throws -> HTML {
        var buttons: [HTML] = []
        var isSettled = false
        for act in N.acts {
            let isPrimary = act.settles && !isSettled
            let button = try button(act, on: record, isPrimary: isPrimary)
            guard button != .nothing else { continue }
            buttons.append(button)
            isSettled = isSettled || isPrimary
        }
        return .group(buttons)
    }
}

extension FormFlow {
    /// The form of what is done to a record: its place, what is shown where it cannot be done now, and that somebody changed it
    /// meanwhile follow from the record.
    public init<N: PagedNoun>(
        _ words: Words, on type: N.Type, _ form: Form<Draft>,
        notNow: @escaping @Sendable (N, Ask) throws -> (any Refusal)?,
        blank: @escaping @Sendable (N, Ask) throws -> Draft, act: @escaping @Sendable (N, Draft) throws -> A,
        then: @escaping @Sendable (A.Outcome) -> String
    ) {
        self.init(words, form) { ask in
            try blank(try N.asked(ask), ask)
        } act: { draft, ask in
            try act(try N.asked(ask), draft)
        } then: {
            then($0)
        }
        tellsChanges = false
        crumbs = { ask in try N.asked(ask).crumbs(ask) }
        seen = { ask in try ask.reading.seen(N.self, try N.asked(ask).key) }
        instead = { ask in
            let record = try N.asked(ask)
            return try notNow(record, ask).map { .ended(try record.closed($0, ask)) }
        }
    }
}

extension FormFlow where A: RecordAct, A.Outcome: PagedNoun {
    /// Fills in something new about a record: a decision, a report.
    public init(
        _ type: A.Type, _ form: Form<Draft>, blank: @escaping @Sendable (A.Record, Ask) throws -> Draft,
        act: @escaping @Sendable (A.Record, Draft) throws -> A
    ) {
        self.init(
            A.title, on: A.Record.self, form,
            notNow: { record, ask in try A.notNow(record, in: ask.reading, for: ask.reader, on: ask.today) },
            blank: blank, act: act, then: { $0.address })
    }

    /// Changes what the record says, which its form is filled in with; the check page tells old and new.
    public init(
        _ type: A.Type, _ form: Form<Draft>, changing draft: any KeyPath<A.Record, Draft> & Sendable,
        act: @escaping @Sendable (A.Record, Draft) throws -> A
    ) {
        self.init(type, form, blank: { record, _ in record[keyPath: draft] }, act: act)
        tellsChanges = true
    }
}

extension FormFlow where A.Outcome: PagedNoun {
    /// Makes a new record, and leads to it.
    public init(
        new words: Words, _ form: Form<Draft>, blank: @escaping @Sendable (Ask) throws -> Draft,
        act: @escaping @Sendable (Draft, Ask) throws -> A
    ) {
        self.init(words, form, blank: blank, act: act, then: { $0.address })
        crumbs = { _ in [A.Outcome.home] }
    }
}

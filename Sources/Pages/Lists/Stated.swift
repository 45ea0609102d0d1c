public import Store
public import Vocabulary

/// Where a record stands today, in one word, and the same as a condition of its table (docs/decisions/0148). What a list is
/// narrowed by, its column, the figures above it and what waits on My desk come from it, and cannot disagree.
public protocol Stated: Named {
    associatedtype Record: PagedNoun
    /// The state of one record, for its row and its page.
    static func state(of record: Record, _ ask: Ask) throws -> Self
    /// Those that the sentence above the list counts, in this order.
    static var told: [Self] { get }
    /// In which of them a record waits for somebody.
    static var waits: [WaitingState<Self>] { get }
    var mark: Mark { get }
    /// Those in this state, by the record's table.
    func condition(_ ask: Ask) throws -> SQL
    /// What it is called as a part of the state that is told before it: `其中逾期`; nil: it is none.
    var asPart: Words? { get }
}

extension Stated {
    public static var told: [Self] { [] }
    public static var waits: [WaitingState<Self>] { [] }
    public var asPart: Words? { nil }

    /// What the list is narrowed by.
    public static var filter: ListFilter {
        .choice("state", Words("进展", "State"), Self.self) { state, ask in try state.condition(ask) }
    }

    /// `sort`: the columns of the table that come nearest to it.
    public static func column(sort: String? = nil) -> ListColumn<Record> {
        ListColumn(
            "state", Words("进展", "State"), .end, sort: sort,
            text: { record, ask in ask.toldToday(try state(of: record, ask).words) }
        ) { record, ask in
            let state = try state(of: record, ask)
            return .state(state.mark, ask.toldToday(state.words))
        }
    }

    /// The list of those in this state.
    public var listAddress: String { "\(Record.listAddress)?state=\(rawValue)" }

    /// `待审批 3，退回修改 1。`, each figure with its list: of those that the other conditions of the address leave.
    public static func sentence(_ ask: Ask) throws -> HTML {
        let listing = Record.listing
        let base = try listing.narrowed(ask, besides: filter.name).condition
        let others = ask.query.items.filter { item in
            item.name != filter.name && listing.filters.contains { $0.name == item.name }
        }
        let parts = try told.enumerated().map { place, state in
            let condition = try state.condition(ask)
            let count = try ask.reading.count(Record.self, for: ask.reader, where: "(\(condition)) and \(base)")
            let words =
                state.asPart.map { Words("，其中\($0.zh) ", ", \($0.en): ") }
                ?? (place == 0
                    ? Words("\(state.words.zh) ", "\(state.words.en): ")
                    : Words("，\(state.words.zh) ", "; \(state.words.en.lowercased()): "))
            let list = others.reduce(state.listAddress) { "\($0)&\($1.name)=\(Query.encoded($1.value))" }
            return HTML.group([.words(words), .link(list, .count(count), .b(.text(String(count))))])
        }
        return .group(parts + [.say("。", ".")])
    }

    /// What waits for the reader, the groups as they are declared.
    public static func waiting(_ ask: Ask, order: String) throws -> [Waiting] {
        try waits.filter { $0.isFor(ask.reader) }.flatMap { try $0.group(ask, order: order) }
    }
}

/// A state in which a record waits, for whom, and the act that settles it.
public struct WaitingState<State: Stated>: Sendable {
    public enum Whom: Sendable {
        /// Those whose reach is the whole town.
        case office
        /// Those who act for one unit.
        case unit
    }

    let state: State
    let isFor: @Sendable (Reader) -> Bool
    let isReturned: Bool
    let words: Words?
    let item: @Sendable (State.Record, HTML) -> Waiting.Item
    let remark: @Sendable (State.Record, Ask) throws -> HTML

    /// - Parameters:
    ///   - isReturned: they were the reader's already, and came back to be put right.
    ///   - words: what the group is called, where not by its list and its state.
    ///   - remark: what is the matter with one of them.
    public init<A: RecordAct<State.Record>>(
        _ state: State, _ act: A.Type, of whom: Whom, isReturned: Bool = false, words: Words? = nil,
        remark: @escaping @Sendable (State.Record, Ask) throws -> HTML
    ) {
        self.state = state
        self.isReturned = isReturned
        self.words = words
        self.remark = remark
        isFor = { reader in A.isAllowed(to: reader) && (reader.unit == nil) == (whom == .office) }
        item = { record, remark in
            Waiting.Item(record.title, record.address, remark: remark, act: A.button, at: A.address(of: record))
        }
    }

    fileprivate func group(_ ask: Ask, order: String) throws -> [Waiting] {
        let listing = State.Record.listing.words
        let words =
            words ?? Words("\(listing.zh)\(state.words.zh)", "\(listing.en): \(state.words.en.lowercased())")
        return try Waiting.some(
            words, State.Record.self, where: try state.condition(ask), order: order, address: state.listAddress,
            isReturned: isReturned, ask
        ) { record in
            item(record, try remark(record, ask))
        }
    }
}

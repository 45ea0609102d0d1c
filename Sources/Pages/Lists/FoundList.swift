public import Store
public import Vocabulary

/// A list whose rows are found elsewhere than in the tables of nouns, such as in the ledger: described once for page and
/// files, as a `Listing` is.
public struct FoundList<Row: Sendable>: Sendable {
    public let words: Words
    /// What its files are called for programs that know no other letters.
    let file: String
    let columns: [ListColumn<Row>]
    let fields: [ListField]
    /// Whether its rows depend on a day.
    let hasAsOf: Bool
    let find: @Sendable (Ask) throws -> FoundRows<Row>

    public init(
        _ words: Words, file: String, columns: [ListColumn<Row>], fields: [ListField],
        hasAsOf: Bool = true, find: @escaping @Sendable (Ask) throws -> FoundRows<Row>
    ) {
        self.words = words
        self.file = file
        self.columns = columns
        self.fields = fields
        self.hasAsOf = hasAsOf
        self.find = find
    }

    func answer(_ ask: Ask, address: String, actions: HTML = .nothing) throws -> ListAnswer<Row> {
        var found = try find(ask)
        // A condition that is not known was meant to narrow the list: the whole would be more than was asked for.
        found.slips += AddressSlip.unknownNames(in: ask.query, besides: fields.map(\.name))
        if !found.slips.isEmpty { found = found.emptied }
        let sorting = columns.filter { !found.without.contains($0.key) && !found.unsorted.contains($0.key) }
        if let wanted = ask.query["sort"], ListColumn.sorted(by: wanted, among: sorting) == nil {
            found.slips.append(.unknownOrder(wanted))
        }
        return ListAnswer(
            ask: ask, address: address, file: file, words: words, columns: columns, fields: fields, hasAsOf: hasAsOf,
            actions: actions, found: found)
    }

    func about(_ file: ListFile?) -> RouteAbout { RouteAbout(words, fields: fields, columns: columns, file) }
}

extension ListColumn {
    /// The column that an address asks to sort by; nil: there is none.
    static func sorted(by wanted: String, among columns: [ListColumn]) -> ListColumn? {
        columns.first { $0.sort != nil && (wanted == $0.key || wanted == "-" + $0.key) }
    }
}

extension Ask {
    /// The column that the list is to be sorted by, and whether it falls; nil: the list's own order.
    public var wantedOrder: (key: String, isFalling: Bool)? {
        query["sort"].map { $0.hasPrefix("-") ? (String($0.dropFirst()), true) : ($0, false) }
    }
}

extension Routes {
    /// A list whose rows are found by `list`, and the same as files beside it.
    public mutating func list<Row>(
        _ path: String, _ list: FoundList<Row>, right: Right = .see, door: Door = .ledger,
        actions: @escaping @Sendable (Ask) -> HTML = { _ in .nothing }
    ) {
        look(path, list.about(nil), right: right, door: door) {
            .page(try list.answer($0, address: path, actions: actions($0)).page())
        }
        for file in ListFile.allCases {
            look("\(path).\(file.rawValue)", list.about(file), right: right, door: door) {
                try list.answer($0, address: path).file(file)
            }
        }
    }
}

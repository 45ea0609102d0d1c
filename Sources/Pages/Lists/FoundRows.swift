public import Vocabulary

/// What one request finds for a list: how many rows there are, a part of them when it is shown, and what is to be said of it.
public struct FoundRows<Row> {
    public var count: Int
    /// A part of them in the order that the address asks for.
    let part: (_ first: Int, _ most: Int) throws -> [Row]
    /// All of them, one after the other, for a file.
    var each: (_ take: (Row) throws -> Void) throws -> Void
    /// Conditions in force that no field of the form shows.
    public var chips: [Chip] = []
    /// What of the address cannot be followed. Then nothing is listed.
    public var slips: [AddressSlip] = []
    /// What the page is called and where it stands, where that is not the same for all of its lists.
    public var title: Words?
    public var crumbs: [Frame.Crumb] = []
    /// Why the rows are as they are, where that is not plain.
    public var remark = HTML.nothing
    /// What to say where there is nothing; nil: that nothing fits the conditions.
    public var empty: Empty?
    /// Keys of columns that neither page nor sheet has this time.
    public var without: Set<String> = []
    /// What can be done with those that are ticked; nil: nothing.
    public var picks: FoundPicks<Row>?
    /// Keys of columns that do not sort this time.
    public var unsorted: Set<String> = []

    public struct Empty {
        var title: Words
        var advice: Words
        var acts: HTML

        public init(_ title: Words, _ advice: Words, acts: HTML = .nothing) {
            self.title = title
            self.advice = advice
            self.acts = acts
        }
    }

    public init(count: Int, part: @escaping (_ first: Int, _ most: Int) throws -> [Row]) {
        self.count = count
        self.part = part
        each = { take in try part(0, count).forEach(take) }
    }

    public init(_ rows: [Row]) {
        self.init(count: rows.count) { first, most in Array(rows.dropFirst(first).prefix(most)) }
    }

    /// The same with nothing in it.
    var emptied: FoundRows {
        var none = FoundRows([])
        (none.chips, none.slips, none.title, none.crumbs) = (chips, slips, title, crumbs)
        return none
    }
}

/// Rows that are ticked and taken along to a form, which asks for the rest.
public struct FoundPicks<Row> {
    let words: Words
    let address: String
    let field: String
    let key: (Row) -> String?
    let name: (Row) -> String

    /// - Parameters:
    ///   - words: what the button says
    ///   - field: the field of the form at `address` that takes the keys
    ///   - key: what a row is called there; nil: it cannot be taken along
    ///   - name: what a row is called beside its box
    public init(
        _ words: Words, to address: String, field: String, key: @escaping (Row) -> String?,
        name: @escaping (Row) -> String
    ) {
        self.words = words
        self.address = address
        self.field = field
        self.key = key
        self.name = name
    }
}

import Store
public import Vocabulary

/// One column of a list, as a page, a file and another program see it.
public struct ListColumn<Row: Sendable>: Sendable {
    public let key: String
    public let words: Words
    /// Where it stands on a phone, and how it is set.
    public var place: Place
    /// The columns of the table that it sorts by; nil: it does not.
    public var sort: String?
    /// What a figure counts, told behind it where no heading stands above.
    public var unit: Words?
    public var kind: CellKind
    /// Whether files have it too.
    let isInFiles: Bool
    let cell: @Sendable (Row, Ask) throws -> HTML
    let text: @Sendable (Row, Ask) throws -> String

    public enum Place: Sendable {
        case lead, end, meta
        /// A figure, in the second line.
        case figure
        case day, off
        /// A line of its own.
        case below
        /// Only in files.
        case file

        var cell: CellPlace {
            switch self {
            case .lead: .lead
            case .end: .end
            case .meta, .figure: .meta
            case .day: .day
            case .below: .below
            case .off, .file: .off
            }
        }
    }

    /// `kind`, where it is not told: figures are numbers, days days, and everything else texts.
    public init(
        _ key: String, _ words: Words, _ place: Place = .meta, as kind: CellKind? = nil, sort: String? = nil,
        unit: Words? = nil, text: @escaping @Sendable (Row, Ask) throws -> String,
        cell: (@Sendable (Row, Ask) throws -> HTML)? = nil
    ) {
        self.key = key
        self.words = words
        self.place = place
        self.sort = sort
        self.unit = unit
        self.kind = kind ?? (place == .figure ? .number : place == .day ? .day : .text)
        self.text = text
        self.cell = cell ?? { row, ask in .text(try text(row, ask)) }
        isInFiles = true
    }

    /// What a page shows of columns that its files have one by one.
    public init(
        onPage key: String, _ words: Words, _ place: Place = .meta, sort: String? = nil, unit: Words? = nil,
        cell: @escaping @Sendable (Row, Ask) throws -> HTML
    ) {
        self.key = key
        self.words = words
        self.place = place
        self.sort = sort
        self.unit = unit
        self.cell = cell
        kind = .text
        text = { _, _ in "" }
        isInFiles = false
    }
}

extension ListColumn {
    func head(_ ask: Ask, sorts: Bool = true) -> DataHead {
        let title = HTML.text(ask.say(words))
        guard sorts, sort != nil else { return DataHead(title, place.cell, isNumber: place == .figure, unit: unit) }
        return DataHead(title, place.cell, sortedBy: key, ask.context, isNumber: place == .figure, unit: unit)
    }
}

extension Form {
    /// A field of the form as a column of a list of things that hold the draft.
    public func column<Row: Sendable>(
        _ name: String, of draft: any KeyPath<Row, Draft> & Sendable, _ place: ListColumn<Row>.Place = .meta,
        sort: String? = nil
    ) -> ListColumn<Row> {
        let field = self[name]
        return ListColumn(
            name, field.words, place, as: CellKind(field.kind), sort: sort,
            text: { row, ask in try field.text(row[keyPath: draft], ask.naming) },
            cell: { row, ask in try field.shown(row[keyPath: draft], ask.naming) })
    }
}

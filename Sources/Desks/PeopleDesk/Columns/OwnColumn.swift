import Pages
import Spelling
public import Store
import Vocabulary

/// What this site calls a column of its files (自定列名): files of the kind are read by it, until it is taken back.
struct OwnColumn: Noun, Hashable {
    var code: String
    var kind: ImportKind
    /// As it stands in the file.
    var heading: String
    /// The same as it is looked for.
    var folded: String
    var meaning: ColumnMeaning
    var isOver: Bool

    static let table = Table<OwnColumn>(
        "own_columns",
        Column("code") { $0.code }, Column("rows_are") { $0.kind }, Column("heading") { $0.heading },
        Column("folded") { $0.folded }, Column("field") { $0.meaning }, Column("is_over") { $0.isOver }
    ) { code, kind, heading, folded, meaning, isOver in
        OwnColumn(code: code, kind: kind, heading: heading, folded: folded, meaning: meaning, isOver: isOver)
    }
    static let reach = Reach.everybody
    static let searched = ["heading"]
}

extension CodeSeries {
    static let ownColumn = CodeSeries(rawValue: "N")
}

extension ImportKind: Stored {}

/// What a column is: one of the fields of its kind of file, or nothing that is read.
enum ColumnMeaning: Hashable, Sendable, Stored {
    case field(ImportField)
    case unread

    init?(_ word: String) {
        if word == Self.unread.word {
            self = .unread
        } else {
            guard let field = ImportField(rawValue: word) else { return nil }
            self = .field(field)
        }
    }

    var word: String {
        switch self {
        case .field(let field): field.rawValue
        case .unread: "unread"
        }
    }

    init(stored: SQLValue) throws {
        guard case .text(let word) = stored, let meaning = ColumnMeaning(word) else {
            throw UnexpectedRow("", expected: "the field of a file")
        }
        self = meaning
    }

    var stored: SQLValue { .text(word) }

    func words(in kind: ImportKind) -> Words {
        switch self {
        case .unread: Words("不读取", "Not read")
        case .field(let field): kind.columns.first { $0.field == field }?.words ?? Words(word, word)
        }
    }
}

/// The site's own names of the columns of one kind of file.
typealias OwnColumns = [String: ColumnMeaning]

extension Reading {
    func ownColumns(of kind: ImportKind) throws -> OwnColumns {
        let named = try all(
            OwnColumn.self, for: Reader(account: "", rights: [.see]), where: "rows_are = \(kind) and is_over = 0")
        return Dictionary(named.map { ($0.folded, $0.meaning) }, uniquingKeysWith: { a, _ in a })
    }
}

import Spelling
import Store
import Vocabulary

/// Says what columns of a kind of file are, and remembers it (选定列).
struct NameColumns: Act {
    static let right = ImportRows.right
    static let isTownWide = true
    static let mayStandAlready = true
    static let words = Words("选定列", "Columns named")
    var kind: ImportKind
    var names: [Name]

    struct Name: Hashable, Sendable {
        var heading: String
        var meaning: ColumnMeaning
    }

    func perform(in t: ActTransaction) throws {
        for name in names {
            let folded = ImportKind.bare(name.heading)
            let isKnown: Bool =
                if case .field(let field) = name.meaning { kind.columns.contains { $0.field == field } } else { true }
            guard isKnown, !folded.isEmpty, name.heading.utf8.count < ImportKind.longestHeading,
                TextRule.title.flaw(in: name.heading) == nil
            else { try t.refuse(ColumnProblem.unknown(name.heading)) }
            let known = try t.all(
                OwnColumn.self, for: t.reader, where: "rows_are = \(kind) and folded = \(folded)"
            ).first
            if var column = known {
                column.heading = name.heading
                column.meaning = name.meaning
                column.isOver = false
                try t.update(column)
            } else {
                try t.insert(
                    OwnColumn(
                        code: try t.nextCode(.ownColumn), kind: kind, heading: name.heading, folded: folded,
                        meaning: name.meaning, isOver: false))
            }
        }
    }
}

/// Takes such a name back: files are read without it from then on (撤回自定列名).
struct ForgetColumn: Act {
    static let right = ImportRows.right
    static let isTownWide = true
    static let words = Words("撤回自定列名", "Name taken back")
    var code: String

    func perform(in t: ActTransaction) throws {
        guard var column = try t.one(OwnColumn.self, code, for: t.reader) else {
            try t.refuse(ColumnProblem.unknown(code))
        }
        guard !column.isOver else { try t.refuse(ColumnProblem.isOver(column.heading)) }
        column.isOver = true
        try t.update(column)
    }
}

enum ColumnProblem: Refusal {
    case unknown(String)
    case isOver(String)
    case twice(Words)
    case missing([Words])

    var field: String { "" }
    var words: Words {
        switch self {
        case .unknown(let name):
            Words("没有“\(shown(name))”这一列，或不能这样选", "There is no column “\(shown(name))”, or not as that")
        case .isOver(let name): Words("“\(shown(name))”已经撤回", "“\(shown(name))” was taken back already")
        case .twice(let field):
            Words("有两列都选作“\(field.zh)”，请只留一列", "Two columns are said to be “\(field.en)”: leave one")
        case .missing(let fields):
            Words(
                "还缺少这些列，请在下面选定：\(fields.map(\.zh).joined(separator: "、"))",
                "These are still missing; choose them below: \(fields.map(\.en).joined(separator: ", "))")
        }
    }
}

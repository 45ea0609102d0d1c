import Spelling
import Store

extension Migration {
    /// Names and titles as search sees them (`String.folded`), where that is not how they are written. Kept by the
    /// program: no engine folds like another.
    static let foldedNames = Migration(
        number: 6, name: "foldedNames",
        statements: [
            """
            create table folded_names (
                person text not null primary key references persons (code),
                name text not null check (length(name) > 0)
            )
            """,
            "create index folded_names_by_name on folded_names (name)",
            """
            create table folded_titles (
                activity text not null primary key references activities (code),
                title text not null check (length(title) > 0)
            )
            """,
        ],
        fill: { connection in
            try connection.fold("select code, name from persons", into: .names)
            try connection.fold("select code, title from activities", into: .titles)
        })
}

/// Where folded texts stand.
enum FoldedTexts {
    case names, titles

    fileprivate var insertion: String {
        switch self {
        case .names: "insert into folded_names (person, name) values ($1, $2)"
        case .titles: "insert into folded_titles (activity, title) values ($1, $2)"
        }
    }
}

extension SQLConnection {
    /// Keeps how a text folds, where that is not the text itself.
    func fold(_ text: String, of code: String, into texts: FoldedTexts) throws {
        let folded = text.folded
        guard !folded.isEmpty, folded != text else { return }
        try execute(texts.insertion, [SQLValue(code), SQLValue(folded)])
    }

    fileprivate func fold(_ question: String, into texts: FoldedTexts) throws {
        var folded: [(code: String, text: String)] = []
        try stream(question, []) { row in
            let text = row.text(at: 1)
            if text.folded != text { folded.append((row.text(at: 0), text)) }
        }
        for (code, text) in folded { try fold(text, of: code, into: texts) }
    }
}

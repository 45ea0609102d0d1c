import Spelling
import Store

/// The condition that a name or a code is the one looked for, however it was typed. Names that fold to themselves, nearly
/// all, are compared as they stand; the others by the table of folded ones.
struct FoldedSearch {
    private let folded: String
    private let codes: [String]

    init(_ typed: String) {
        folded = typed.folded
        codes = typed.codeSpellings
    }

    /// That part of `column` is meant, or the whole of `code`; the parameters are added to `arguments`.
    func isPart(of column: String, code: String, in texts: FoldedTexts, _ arguments: inout [SQLValue]) -> String {
        let part = add(.text(folded), to: &arguments)
        return meant(code, in: texts, &arguments)
            + """
             or replace(\(column), \(part), '') <> \(column)
            or \(code) in (select \(texts.key) from \(texts.table) where replace(\(texts.text), \(part), '') <> \(texts.text)))
            """
    }

    /// That `column` begins with it; found by index.
    func isBeginning(
        of column: String, code: String, in texts: FoldedTexts, _ arguments: inout [SQLValue]
    ) -> String {
        let first = add(.text(folded), to: &arguments)
        let last = add(.text(folded + "\u{10FFFF}"), to: &arguments)
        func lies(_ column: String) -> String { "(\(column) >= \(first) and \(column) < \(last))" }
        return meant(code, in: texts, &arguments)
            + " or \(lies(column)) or \(code) in (select \(texts.key) from \(texts.table) where \(lies(texts.text))))"
    }

    /// That `column` is it.
    func isAll(of column: String, code: String, in texts: FoldedTexts, _ arguments: inout [SQLValue]) -> String {
        let all = add(.text(folded), to: &arguments)
        return
            "(\(column) = \(all) or \(code) in (select \(texts.key) from \(texts.table) where \(texts.text) = \(all)))"
    }

    private func meant(_ code: String, in texts: FoldedTexts, _ arguments: inout [SQLValue]) -> String {
        guard !codes.isEmpty else { return "(1 = 0" }
        let places = codes.map { add(.text($0), to: &arguments) }.joined(separator: ", ")
        guard texts == .names else { return "(\(code) in (\(places))" }
        // The number of somebody who was merged is that of the one kept.
        return "(\(code) in (\(places)) or \(code) in (select kept from person_mergers where person in (\(places)))"
    }

    private func add(_ value: SQLValue, to arguments: inout [SQLValue]) -> String {
        arguments.append(value)
        return "$\(arguments.count)"
    }
}

extension FoldedTexts {
    fileprivate var table: String { self == .names ? "folded_names" : "folded_titles" }
    fileprivate var key: String { self == .names ? "person" : "activity" }
    fileprivate var text: String { self == .names ? "name" : "title" }
}

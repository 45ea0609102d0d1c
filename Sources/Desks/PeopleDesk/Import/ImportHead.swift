import Formats
import Spelling
import Vocabulary

/// Where the headings of a sheet stand, and which column is which field.
struct ImportHead: Sendable, Codable {
    var sheet: String
    /// The last row of headings.
    var row: Int
    /// The column of each field, counted from 1.
    var places: [ImportField: Int]
    /// Headings of columns that are not read.
    var unread: [String]
    /// By columns, the lowest of each: to know them again where they are repeated further down, and whether a column has one.
    var texts: [Int: String]
    /// What stands in the row above, where there are two rows of headings or may be.
    var above: [Int: String]?
    /// Those of them that are not known.
    private var aboveUnread: [String]?

    /// A title, a note on how to fill it in, and two rows of headings stand before the first row of content at most.
    private static let deepest = 30

    /// The first sheet with headings that tell what is needed. Throws `ImportRefused` with what was found instead.
    static func found(in source: ImportSource, of kind: ImportKind, sheet asked: String?, named: OwnColumns) throws -> (
        ImportHead, others: [String]
    ) {
        let sheets = asked.map { [$0] } ?? source.sheets
        var best: (head: ImportHead, missing: [ImportColumn])?
        for sheet in sheets {
            guard let head = try found(in: source, of: kind, onSheet: sheet, named) else { continue }
            let missing = kind.missing(from: head.places)
            if missing.isEmpty { return (head, source.sheets.filter { $0 != sheet }) }
            if best.map({ head.places.count > $0.head.places.count }) ?? true { best = (head, missing) }
        }
        guard let best else {
            let rows = try sheets.flatMap { try top(of: source, sheet: $0) }
            guard !rows.isEmpty else {
                throw ImportRefused(Words("文件里没有内容。", "Nothing stands in the file."))
            }
            // A text of single lines has no columns to choose from.
            let isTable = rows.contains { row in row.cells.count { $0.heading != nil } > 1 }
            let needed = kind.columns.filter { $0.group != nil }
            throw ImportRefused(
                Words(
                    "没有找到表头。“\(kind.words.zh)”需要有这些列：\(needed.map(\.words.zh).joined(separator: "、"))。可下载模板对照。",
                    "There are no headings. “\(kind.words.en)” needs: \(needed.map(\.words.en).joined(separator: ", ")). See the template."
                ), isOfColumns: isTable)
        }
        let place =
            best.head.sheet.isEmpty ? Words("", "") : Words("工作表“\(best.head.sheet)”", "Sheet “\(best.head.sheet)”: ")
        throw ImportRefused(
            Words(
                "\(place.zh)缺少这些列：\(best.missing.map(\.words.zh).joined(separator: "、"))；没有认出的列：\(best.head.unread.isEmpty ? "无" : best.head.unread.joined(separator: "、"))。请改列名后重新导入。",
                "\(place.en)columns are missing: \(best.missing.map(\.words.en).joined(separator: ", ")); not known: \(best.head.unread.joined(separator: ", ")). Rename them and import again."
            ), isOfColumns: true)
    }

    /// The first rows of a sheet, among which the headings are.
    static func top(of source: ImportSource, sheet: String) throws -> [SheetRow] {
        var rows: [SheetRow] = []
        _ = try source.read(sheet) { row in
            rows.append(row)
            return rows.count < deepest ? .more : .enough
        }
        return rows
    }

    private static func found(
        in source: ImportSource, of kind: ImportKind, onSheet sheet: String, _ named: OwnColumns
    ) throws -> ImportHead? {
        let rows = try top(of: source, sheet: sheet)
        let heads = rows.map { kind.fields(in: $0, named) }
        guard let most = heads.map(\.places.count).max(), most > 0,
            let index = heads.firstIndex(where: { $0.places.count == most })
        else { return nil }
        var head = ImportHead(
            sheet: sheet, row: rows[index].number, places: heads[index].places, unread: heads[index].unread,
            texts: rows[index].headTexts)
        // Beneath a merged heading stand others, and nothing else than others.
        if index + 1 < rows.count {
            let (upper, lower, next) = (rows[index], rows[index + 1], heads[index + 1])
            let isAllKnown = next.unread.isEmpty && !next.places.isEmpty
            if isAllKnown,
                next.places.allSatisfy({ field, column in
                    head.places[field] == nil && !head.places.values.contains(column)
                })
            {
                head.places.merge(next.places) { first, _ in first }
                head.row = lower.number
                head.above = upper.headTexts
                let own = upper.headings(over: lower)
                head.texts = lower.headTexts.merging(own) { lowest, _ in lowest }
                head.unread = own.sorted { $0.key < $1.key }.map(\.value).filter(head.unread.contains)
                return head
            }
        }
        // The merged headings may be the row with fewer known ones.
        if index > 0 {
            let upper = rows[index - 1]
            head.above = upper.headTexts
            head.aboveUnread = heads[index - 1].unread
            var isHeading = upper.looksLikeHeadings
            for (field, column) in heads[index - 1].places
            where head.places[field] == nil && !head.places.values.contains(column) {
                head.places[field] = column
                isHeading = true
            }
            if isHeading { head.take(upper.headings(over: rows[index])) }
        }
        return head
    }

    /// Headings of the row above that no other stands beneath.
    private mutating func take(_ own: [Int: String]) {
        for (column, text) in own.sorted(by: { $0.key < $1.key }) where texts[column] == nil {
            texts[column] = text
            if aboveUnread?.contains(text) == true { unread.append(text) }
        }
    }

    /// With the headings that reach down from the row above, as their cells are merged: a title does not.
    func taking(_ merged: [SheetArea]) -> ImportHead {
        guard let above else { return self }
        var head = self
        head.take(
            above.filter { column, _ in
                merged.contains {
                    $0.columns.lowerBound == column && $0.rows.contains(row - 1) && $0.rows.contains(row)
                }
            })
        return head
    }

    /// Whether the headings stand there once more, as on each page of what was printed.
    func isRepeated(in row: SheetRow) -> Bool {
        guard row.cells.count >= 2 else { return false }
        return row.cells.allSatisfy { cell in
            let own = ImportKind.core(of: cell.seen)
            return [texts[cell.column], above?[cell.column]].contains { $0.map(ImportKind.core(of:)) == own }
        }
    }
}

extension SheetCell {
    /// What stands in it, where it may be a heading.
    var heading: String? {
        guard case .text(let text) = value, text.utf8.count < ImportKind.longestHeading else { return nil }
        return text
    }
}

extension SheetRow {
    fileprivate var headTexts: [Int: String] {
        Dictionary(
            cells.map { ($0.column, $0.seen.withoutOuterSpace) }.filter { !$1.isEmpty }, uniquingKeysWith: { a, _ in a }
        )
    }

    /// A title, or a line of labels with what they ask for, has fewer cells, or colons in them.
    fileprivate var looksLikeHeadings: Bool {
        let texts = headTexts.values
        return texts.count > 2 && !texts.contains { $0.contains("：") || $0.contains(":") }
    }

    /// Those that are headings of their own columns, and not of several whose headings stand in the row beneath.
    fileprivate func headings(over lower: SheetRow) -> [Int: String] {
        let columns = cells.map(\.column)
        return headTexts.filter { column, _ in
            let next = columns.first { $0 > column } ?? Int.max
            return !lower.cells.contains {
                $0.column >= column && $0.column < next && !$0.seen.withoutOuterSpace.isEmpty
            }
        }
    }
}

extension ImportKind {
    /// Which cells of a row are headings that are known: first those to which this site gave a meaning.
    func fields(in row: SheetRow, _ named: OwnColumns) -> (places: [ImportField: Int], unread: [String]) {
        var places: [ImportField: Int] = [:]
        var unread: [String] = []
        var taken: Set<Int> = []
        for cell in row.cells where !named.isEmpty {
            guard let text = cell.heading, let meaning = named[Self.bare(text)] else { continue }
            if case .field(let field) = meaning {
                guard places[field] == nil else { continue }
                places[field] = cell.column
            }
            taken.insert(cell.column)
        }
        let columns = columns
        for cell in row.cells where !taken.contains(cell.column) {
            guard let text = cell.heading else {
                if cell.value != .empty { unread.append(cell.seen) }
                continue
            }
            let field = Self.field(called: text, among: columns, taken: places)
            if let field { places[field] = cell.column } else { unread.append(text.withoutOuterSpace) }
        }
        return (places, unread)
    }

    /// In UTF-8: no heading is as long.
    static let longestHeading = 200

    /// By its words in either language or by what else it is called; what stands in brackets behind it, a star and a number
    /// in front make no difference. A word that several columns are known by is the first of them that is still free.
    private static func field(called text: String, among columns: [ImportColumn], taken: [ImportField: Int])
        -> ImportField?
    {
        let whole = bare(text)
        let short = core(of: text)
        guard !whole.isEmpty else { return nil }
        for heading in [whole, short] {
            let own = columns.first { bare($0.words.zh) == heading || bare($0.words.en) == heading }
            if let own, taken[own.field] == nil { return own.field }
            let found = columns.first { column in
                taken[column.field] == nil && column.headings.contains { bare($0) == heading }
            }
            if let found { return found.field }
        }
        return nil
    }

    /// Without what stands in brackets behind it, where there is more than that.
    static func core(of heading: String) -> String {
        let short = bare(String(heading.prefix { !"（(【[\n\r".contains($0) }))
        return short.isEmpty ? bare(heading) : short
    }

    static func bare(_ heading: String) -> String {
        heading.folded.filter { !"*:＊".contains($0) && !$0.isNewline }
    }

    /// The columns of which one is needed and none is there.
    func missing(from places: [ImportField: Int]) -> [ImportColumn] {
        let groups = Set(columns.compactMap(\.group)).sorted()
        return groups.compactMap { group in
            let members = columns.filter { $0.group == group }
            return members.contains { places[$0.field] != nil } ? nil : members.last
        }
    }
}

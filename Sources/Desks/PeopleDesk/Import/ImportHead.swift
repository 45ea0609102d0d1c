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
    /// As they stand, to know them again where they are repeated further down.
    var texts: [Int: String]

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
            guard try sheets.contains(where: { try !top(of: source, sheet: $0).isEmpty }) else {
                throw ImportRefused(Words("文件里没有内容。", "Nothing stands in the file."))
            }
            let needed = kind.columns.filter { $0.group != nil }
            throw ImportRefused(
                Words(
                    "没有找到表头。“\(kind.words.zh)”需要有这些列：\(needed.map(\.words.zh).joined(separator: "、"))。可下载模板对照。",
                    "There are no headings. “\(kind.words.en)” needs: \(needed.map(\.words.en).joined(separator: ", ")). See the template."
                ), isOfColumns: true)
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
        var places = heads[index].places
        var unread = heads[index].unread
        var last = rows[index]
        var texts = rows[index].headTexts
        // Beneath a merged heading stand others, and nothing else than others.
        if index + 1 < rows.count {
            let next = heads[index + 1]
            let isAllKnown = next.unread.isEmpty && !next.places.isEmpty
            if isAllKnown,
                next.places.allSatisfy({ field, column in places[field] == nil && !places.values.contains(column) })
            {
                places.merge(next.places) { first, _ in first }
                last = rows[index + 1]
                texts.merge(last.headTexts) { first, _ in first }
                let covered = Set(
                    rows[index].cells.filter { cell in next.places.values.contains { $0 >= cell.column } }.map(\.seen))
                unread.removeAll { covered.contains($0) }
            }
        }
        // The merged headings may be the row with fewer known ones.
        if index > 0 {
            let above = heads[index - 1]
            for (field, column) in above.places where places[field] == nil && !places.values.contains(column) {
                places[field] = column
            }
        }
        return ImportHead(sheet: sheet, row: last.number, places: places, unread: unread, texts: texts)
    }

    /// Whether the headings stand there once more, as on each page of what was printed.
    func isRepeated(in row: SheetRow) -> Bool {
        guard row.cells.count >= 2 else { return false }
        return row.cells.allSatisfy { texts[$0.column] == $0.seen.folded }
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
        Dictionary(cells.map { ($0.column, $0.seen.folded) }, uniquingKeysWith: { a, _ in a })
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
        let short = bare(String(text.prefix { !"（(【[\n\r".contains($0) }))
        guard !whole.isEmpty else { return nil }
        for heading in [whole, short] where !heading.isEmpty {
            let own = columns.first { bare($0.words.zh) == heading || bare($0.words.en) == heading }
            if let own, taken[own.field] == nil { return own.field }
            let found = columns.first { column in
                taken[column.field] == nil && column.headings.contains { bare($0) == heading }
            }
            if let found { return found.field }
        }
        return nil
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

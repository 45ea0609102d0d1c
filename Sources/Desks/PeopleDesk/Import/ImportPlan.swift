import Formats
public import Foundation
import Records
import Spelling
import Storage
public import Store
import Training
public import Vocabulary

/// A file as it is to be imported.
public struct ImportRequest: Sendable, Codable {
    /// `ImportKind`.
    public var kind: String
    /// As whoever handed it in calls it.
    public var file: String
    public var bytes: Data
    /// Nil: the first with headings that are known.
    public var sheet: String?
    /// From when on something holds whose row has no day; nil: from the day of the import.
    public var since: Day?
    /// Whether the rows that are right are taken where others are wrong.
    public var goodRows: Bool
    /// Whether it is cells that were copied in a spreadsheet, a tab between them.
    public var isPasted: Bool

    public init(
        _ kind: ImportKind, file: String, bytes: [UInt8], sheet: String? = nil, since: Day? = nil,
        goodRows: Bool = false, isPasted: Bool = false
    ) {
        self.kind = kind.rawValue
        self.file = file
        self.bytes = Data(bytes)
        self.sheet = sheet
        self.since = since
        self.goodRows = goodRows
        self.isPasted = isPasted
    }

    /// Under what names the site knows its columns.
    func names(in reading: some Reading) throws -> OwnColumns {
        try ImportKind(rawValue: kind).map { try reading.ownColumns(of: $0) } ?? [:]
    }

    /// Throws `ImportRefused`.
    var source: ImportSource {
        get throws { try isPasted ? ImportSource(pasted: bytes) : ImportSource([UInt8](bytes)) }
    }
}

/// What a file and the records of a moment make together: what is told, and what is to be written. Pure: nothing is done.
public struct ImportPlan: Sendable {
    public var preview: ImportPreview
    var edits: PeopleEdits
    var activities: [ActivityDraft]
    var sites: [Site]

    /// Throws `ImportRefused` where the file cannot be read as what it should be. `progress` is told how many rows were read;
    /// throws where it shall not go on.
    public init(
        _ request: ImportRequest, in reading: some Reading, today: Day,
        progress: @escaping (_ rows: Int) throws -> Void = { _ in }
    ) throws {
        guard let kind = ImportKind(rawValue: request.kind) else {
            throw ImportRefused(Words("没有“\(request.kind)”这种导入。", "There is no import of “\(request.kind)”."))
        }
        let source = try request.source
        let (found, others) = try ImportHead.found(
            in: source, of: kind, sheet: request.sheet, named: try reading.ownColumns(of: kind))
        let merged = try source.mergedDown(found.sheet)
        let head = found.taking(merged)
        let origin = source.origin
        let desk = try PlanningDesk(reading, today: today, since: request.since)
        let planner = try kind.planner(desk, isForm: source.isForm)
        var lines: [ImportLine] = []
        let example = kind.columns.map(\.example)
        var seen = 0
        var wrong = 0
        var met = ImportMet()
        let notes = try source.read(beneath: head, merged: merged) { row, merged in
            seen += 1
            if seen.isMultiple(of: 1000) { try progress(seen) }
            let asItStands = ImportCells(row: row, head: head, origin: origin)
            guard head.places.keys.contains(where: { asItStands.isFilled($0) }), !head.isRepeated(in: row),
                !kind.isExample(asItStands, example), !met.isFooter(row)
            else { return .more }
            let (whole, filled) = merged.whole(row)
            met.take(row, head, filled: filled)
            var line = ImportLine(row: row.number)
            try planner.take(ImportCells(row: whole, head: head, origin: origin), &line)
            if line.fate == .wrong { wrong += 1 }
            guard wrong <= Self.mostWrong else {
                throw ImportRefused(
                    Words(
                        "到第\(row.number)行，有误的已超过\(Self.mostWrong)行：很可能选错了导入内容或文件。请核对后重新导入。",
                        "More than \(Self.mostWrong) rows are wrong as far as row \(row.number): this may be another kind of file. Check it and import again."
                    ))
            }
            lines.append(line)
            return .more
        }
        try progress(seen)
        try planner.decide(&lines)
        preview = ImportPreview(kind: kind)
        preview.file = request.file
        preview.sheet = head.sheet
        preview.head = head
        preview.notes = head.notes(others, notes) + met.notes(beneath: head)
        edits = PeopleEdits()
        activities = []
        sites = []
        for index in lines.indices {
            take(lines[index], head, kind)
            // What was taken over need not be held twice: a file may have a hundred thousand rows.
            lines[index] = ImportLine(row: 0)
        }
        edits.settle()
        preview.undatedFrom = desk.since
        let left = try planner.left()
        preview.left = left.count
        preview.leftNames = Array(left.prefix(50))
        if preview.rows == 0 {
            preview.notes.append(Words("表头以下没有内容。", "Nothing stands beneath the headings."))
        }
    }

    private mutating func take(_ line: ImportLine, _ head: ImportHead, _ kind: ImportKind) {
        preview.rows += 1
        switch line.fate {
        case .wrong:
            preview.add(head.wrong(line, kind))
            return
        case .unchanged: preview.unchanged += 1
        case .new:
            preview.new += 1
            if preview.newRows.count < ImportPreview.mostShown {
                preview.newRows.append(.init(row: line.row, name: line.name, changes: line.changes))
            }
        case .changed:
            preview.changed += 1
            if preview.changedRows.count < ImportPreview.mostShown {
                preview.changedRows.append(.init(row: line.row, name: line.name, changes: line.changes))
            }
        }
        if line.isUndated { preview.undated = (preview.undated ?? 0) + 1 }
        edits.add(line.edits)
        activities += line.activities
        sites += line.sites
    }

    /// Nobody mends as many; and each is told with its reason.
    private static let mostWrong = 50_000

    var isEmpty: Bool { edits.isEmpty && activities.isEmpty && sites.isEmpty }
}

extension ImportSource {
    /// Whether it is an appraisal form.
    var isForm: Bool { if case .rows = content { true } else { false } }
}

extension ImportCells {
    func isFilled(_ field: ImportField) -> Bool {
        guard let cell = self[field] else { return false }
        if case .text(let text) = cell.value { return !text.withoutOuterSpace.isEmpty }
        return cell.value != .empty || cell.isFormula
    }
}

extension ImportKind {
    func planner(_ desk: PlanningDesk, isForm: Bool) throws -> any RowPlanner {
        switch self {
        case .units: UnitRows(desk)
        case .persons: PersonRows(desk, isForm: isForm)
        case .appointments: AppointmentRows(desk)
        case .categories: try CategoryRows(desk)
        case .teams: try TeamRows(desk)
        case .memberships: try MembershipRows(desk)
        case .rosters: try RosterRows(desk)
        case .activities: try ActivityRows(desk)
        case .sites: try SiteRows(desk)
        }
    }

    /// Whether a row is the example as it stands in the template.
    func isExample(_ cells: ImportCells, _ example: [String]) -> Bool {
        var isAny = false
        for (column, text) in zip(columns, example) where cells.head.places[column.field] != nil {
            guard (cells[column.field]?.seen ?? "") == text else { return false }
            if text.hasPrefix("示例") { isAny = true }
        }
        return isAny
    }
}

extension ImportHead {
    fileprivate func wrong(_ line: ImportLine, _ kind: ImportKind) -> ImportPreview.WrongRow {
        let first = line.problems.first?.field ?? nil
        let column = first.flatMap { field in kind.columns.first { $0.field == field } }
        return ImportPreview.WrongRow(
            sheet: sheet, row: line.row, column: first.flatMap { places[$0] }.map { ColumnName.text($0) } ?? "",
            heading: column?.words ?? Words("", ""),
            message: Words(
                line.problems.map(\.words.zh).joined(separator: "；"),
                line.problems.map(\.words.en).joined(separator: "; ")))
    }

    /// What was met besides the rows.
    fileprivate func notes(_ others: [String], _ notes: SheetNotes) -> [Words] {
        var told: [Words] = []
        if !others.isEmpty {
            let names = others.prefix(10)
            told.append(
                Words(
                    "只读取了工作表“\(sheet)”，没有读取：\(names.joined(separator: "、"))。",
                    "Only the sheet “\(sheet)” was read, not: \(names.joined(separator: ", "))."))
        }
        let skipped = unread.filter {
            !["序号", "备注", "no", "no.", "原行号", "错误原因", "row", "what is wrong"].contains($0.folded)
        }
        if !skipped.isEmpty {
            told.append(
                Words(
                    "未读取的列：\(skipped.prefix(30).joined(separator: "、"))。",
                    "Columns that are not read: \(skipped.prefix(30).joined(separator: ", "))."))
        }
        if notes.hiddenRows > 0 {
            told.append(Words("有\(notes.hiddenRows)行是隐藏的，也已读取。", "\(notes.hiddenRows) hidden rows were read too."))
        }
        if notes.isFiltered {
            told.append(Words("表格设了筛选，筛去的行也已读取。", "The sheet is filtered; the rows left out were read too."))
        }
        if notes.uncalculated > 0 {
            told.append(
                Words("有\(notes.uncalculated)个公式没有计算结果。", "\(notes.uncalculated) formulas were never calculated."))
        }
        return told
    }
}

import Formats
import Foundation
import House
import Records
import Storage
import Store
import TestEngines
import Vocabulary

@testable import PeopleDesk

/// A county with two offices and four people, two of one name, on either engine.
struct ImportTown {
    let database: Database
    static let today = day("2026-09-30")
    static let office = Reader(account: "市委组织部", rights: [.see, .report, .plan])

    init(isEmpty: Bool = false) throws {
        database = try TestEngine.current.freshPlace().open()
        guard !isEmpty else { return }
        var book = RecordBook()
        let start = day("2024-01-01")
        func unit(_ code: String, _ name: String, _ kind: UnitKind, in parent: String?) -> OrgUnit {
            OrgUnit(
                code: code, name: name, kind: kind, parent: parent, span: DaySpan(from: day("2020-01-01")),
                recorded: start)
        }
        book.units = [
            unit("U1", "河畔县", .city, in: nil), unit("U2", "财政局", .department, in: "U1"),
            unit("U3", "柳湾镇", .township, in: "U1"), unit("U4", "财政所", .branch, in: "U3"),
        ]
        book.persons = [
            ("P1", "甲一", "1980-01"), ("P2", "乙二", "1981-02"), ("P3", "丙三", "1982-03"), ("P4", "丙三", "1983-04"),
        ]
        .map { Person(code: $0, name: $1, sex: .female, birthMonth: $2, recorded: start) }
        book.appointments = [("P1", "U2"), ("P2", "U2"), ("P3", "U2"), ("P4", "U3")].map {
            Appointment(
                code: "A\($0)", person: $0, unit: $1, post: "科员", rank: "一级科员",
                dated: Dated(from: start, recorded: start))
        }
        book.teams = [
            Team(code: "G1", name: "财政局党支部", kind: .branch, unit: "U2", dated: Dated(from: start, recorded: start))
        ]
        try database.write(by: "test") { try $0.insert(book) }
    }

    /// Rows as CSV: the first is the headings.
    static func csv(_ rows: [[String]]) -> [UInt8] {
        Array(rows.map { $0.joined(separator: ",") }.joined(separator: "\n").utf8)
    }

    /// Cells as they are, in a workbook of ours.
    static func workbook(_ rows: [[SheetValue]], named name: String = "表") throws -> [UInt8] {
        let head = rows[0].map { value in
            if case .text(let text) = value { SheetColumn(text) } else { SheetColumn("") }
        }
        return try Workbook([.table(name, head, rows: rows.dropFirst())]).bytes()
    }

    func preview(_ kind: ImportKind, _ bytes: [UInt8], sheet: String? = nil, since: Day? = nil) throws -> ImportPreview
    {
        let request = ImportRequest(kind, file: "名册", bytes: bytes, sheet: sheet, since: since)
        return try database.read { try ImportPlan(request, in: $0, today: Self.today).preview }
    }

    @discardableResult
    func take(
        _ kind: ImportKind, _ bytes: [UInt8], goodRows: Bool = false, since: Day? = nil, on today: Day = today
    ) throws -> ImportRows.Outcome {
        let request = ImportRequest(kind, file: "名册", bytes: bytes, since: since, goodRows: goodRows)
        return try database.perform(ImportRows(request), by: Self.office, on: today)
    }

    var book: RecordBook { get throws { try database.read { try $0.recordBook() } } }
}

extension ImportPreview {
    /// New, changed, unchanged, wrong.
    var counts: [Int] { [new, changed, unchanged, wrong.count] }
}

func day(_ iso: String) -> Day {
    guard let day = Day(iso: iso) else { preconditionFailure("not a day: \(iso)") }
    return day
}

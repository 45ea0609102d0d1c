import Formats
import Pages
import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import PracticeDesk

/// The application form as a sheet: what is written there is read back, and what is wrong is told by row and column.
@Suite("Study tours as a sheet") struct TourSheetTests {
    private static let today = day("2026-09-01")

    private func naming<Value>(_ language: Language = .zh, _ body: (Naming) throws -> Value) throws -> Value {
        try DeskTown(.sqlite).database.read { try body(Naming($0, on: Self.today, in: language)) }
    }

    private func rows(_ bytes: [UInt8]) throws -> [SheetRow] {
        var rows: [SheetRow] = []
        if bytes.starts(with: [0x50, 0x4B]) {
            let file = try WorkbookFile(bytes)
            try file.read(file.sheets[0]) { row in
                rows.append(row)
                return .more
            }
        } else {
            try TextTable(bytes).read { row in
                rows.append(row)
                return .more
            }
        }
        return rows
    }

    /// Drafts with every sign that a sheet, a separator or a spreadsheet might take for its own.
    private static let drafts: [TourScheme] = {
        var random = SystemRandomNumberGenerator()
        let pieces = [
            "治理", "=1+1", "|", "｜", "\\", "；", ";", ",", "\"", "'", "007", "13.10", "@SUM", "-5", "　", "2026-10-01",
            "a b", "（一）",
        ]
        func text() -> String {
            "考"
                + (0..<Int.random(in: 1...5, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }
                .joined() + "察"
        }
        func leading() -> String { (pieces.randomElement(using: &random) ?? "") + text() }
        return (0..<60).map { place in
            let from = day("2026-10-13") + Int.random(in: 0...40, using: &random)
            return TourScheme(
                title: place % 3 == 0 ? ["007", "=1+1", "'13.10"][place / 3 % 3] : leading().trimmingSpace,
                unit: ["U2", "U3"].randomElement(using: &random) ?? "U2",
                leader: ["P1", "P2", "P3", "P4"].randomElement(using: &random) ?? "P1", from: from,
                to: from + Int.random(in: 0...9, using: &random), purpose: "\(text())\n\n第二段\(text())",
                questions: (0...Int.random(in: 0...3, using: &random)).map { _ in text() },
                route: (0...Int.random(in: 0...2, using: &random)).map { _ in
                    TourStop(
                        day: from, place: text(), host: Bool.random(using: &random) ? text() : "",
                        study: Bool.random(using: &random) ? text() : "")
                },
                members: ["P1", "P2", "P3", "P4"].shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random))
                    .map { $0 },
                budget: (0...Int.random(in: 0...2, using: &random)).map { _ in
                    TourCost(
                        item: CostItem.allCases.randomElement(using: &random) ?? .other,
                        amount: Money(fen: Int.random(in: 1...99_999_999, using: &random)))
                }, fundedBy: Bool.random(using: &random) ? text() : "")
        }
    }()

    @Test("what was exported of a draft is read back as the same draft", arguments: [Language.zh, .en])
    func roundTrip(language: Language) throws {
        let template = TourScheme.template
        try naming(language) { naming in
            for bytes in [
                try template.workbook(naming, rows: Self.drafts).bytes(), try template.csv(naming, rows: Self.drafts),
            ] {
                let rows = try rows(bytes)
                let columns = TourScheme.form.columns(rows[0])
                #expect(columns.problems == [] && columns.unknown == [])
                #expect(rows.count == Self.drafts.count + 2)
                #expect(try template.isExample(rows[1], by: columns, naming))
                for (row, draft) in zip(rows.dropFirst(2), Self.drafts) {
                    #expect(try !template.isExample(row, by: columns, naming))
                    let read = try TourScheme.form.read(row: row, by: columns, into: TourScheme(), naming)
                    #expect(read.problems.map(\.said.zh) == [])
                    #expect(read.draft == draft)
                }
            }
        }
    }

    @Test("a report comes back with its hours and its spendings")
    func outcome() throws {
        let template = FormTemplate(Words("考察报告", "Reports"), TourOutcome.form, example: TourOutcome())
        let outcome = TourOutcome(
            from: day("2026-10-13"), to: day("2026-10-15"), findings: "先算账\n后动工", gaps: "", differences: "晚一天",
            halfHours: 37, members: ["P2", "P4"], costs: [TourCost(item: .meals, amount: Money(fen: 12_050))])
        try naming { naming in
            let rows = try rows(template.workbook(naming, rows: [outcome]).bytes())
            let columns = TourOutcome.form.columns(rows[0])
            let read = try TourOutcome.form.read(
                row: try #require(rows.last), by: columns, into: TourOutcome(), naming)
            #expect(read.problems == [] && read.draft == outcome)
        }
    }

    @Test("columns are found by what people call them, in any order, and what is missing or twice is told")
    func headings() {
        func columns(_ names: [String]) -> FormColumns {
            TourScheme.form.columns(
                SheetRow(number: 1, cells: names.enumerated().map { SheetCell(column: $0 + 1, value: .text($1)) }))
        }
        let whole = [
            "备注", "经费预算", "考察人员*", "行程（按天）", "带去的问题", "考察目的", "last day", "出发 日期", "leader", "单位", "名称",
        ]
        let found = columns(whole)
        #expect(found.problems == [])
        #expect(found.unknown == ["备注"])
        #expect(found.places["title"] == 11 && found.places["unit"] == 10 && found.places["budget"] == 2)
        #expect(columns(whole.filter { $0 != "考察目的" }).problems.map(\.zh).first?.hasPrefix("缺少“考察目的”列") == true)
        #expect(columns(whole + ["考察名称"]).problems.map(\.zh) == ["“考察名称”有2列（K、L），请只留一列"])
    }

    @Test("each fault is told with its row, its column and its cure")
    func faults() throws {
        let head = ["考察名称", "派出单位", "带队人", "出发日期", "返回日期", "考察目的", "带去的问题", "行程", "考察人员", "经费预算（元）"]
        let cells: [SheetValue] = [
            .empty, "县水产局", "丙三", "2026-13-45", .number(SheetNumber(45_000)), "学习", "问题", "2026-10-13 | 南州市\n后天 | 江浦市",
            "甲一\n查无此人", "交通 | 100\n交通费 | 一百",
        ]
        try naming { naming in
            let columns = TourScheme.form.columns(
                SheetRow(number: 1, cells: head.enumerated().map { SheetCell(column: $0 + 1, value: .text($1)) }))
            #expect(columns.problems == [])
            let row = SheetRow(number: 3, cells: cells.enumerated().map { SheetCell(column: $0 + 1, value: $1) })
            let said = try TourScheme.form.read(row: row, by: columns, into: TourScheme(), naming).problems.map(
                \.said.zh)
            for words in [
                "第3行A列（考察名称）：请填写考察名称", "第3行B列（派出单位）：没有查到单位“县水产局”", "第3行C列（带队人）：有2人叫“丙三”",
                "第3行D列（出发日期）：出发日期“2026-13-45”不是日期", "第3行E列（返回日期）：", "第3行H列（行程）：行程第2行：",
                "第3行I列（考察人员）：第2行：没有查到“查无此人”", "第3行J列（经费预算（元））：经费预算（元）第1行：", "经费预算（元）第2行：",
            ] {
                #expect(said.contains { $0.contains(words) }, "\(words) in \(said)")
            }
        }
    }

    @Test("cells that hold an error, an empty formula or a number with lost digits are no values")
    func cells() throws {
        try naming { naming in
            let columns = Decision.form.columns(
                SheetRow(
                    number: 1,
                    cells: [SheetCell(column: 1, value: "意见"), SheetCell(column: 2, value: "说明")]))
            func said(_ cells: [SheetCell]) throws -> [String] {
                try Decision.form.read(
                    row: SheetRow(number: 2, cells: cells), by: columns, into: Decision(), naming
                ).problems.map(\.said.zh)
            }
            let error = try said([SheetCell(column: 1, value: "批准"), SheetCell(column: 2, value: .error("#REF!"))])
            #expect(error.count == 1 && error[0].contains("错误值#REF!"))
            let formula = try said([SheetCell(column: 1, value: .empty, isFormula: true)])
            #expect(formula.first?.contains("公式") == true)
            let digits = try said([
                SheetCell(column: 1, value: "批准"),
                SheetCell(column: 2, value: .number(SheetNumber(1_234_567_890_123_456))),
            ])
            #expect(digits.count == 1 && digits[0].contains("超过15位"))
            let unknown = try said([SheetCell(column: 1, value: "同意")])
            #expect(unknown == ["第2行A列（意见）：“同意”不在可选范围内，请选一项：批准、退回修改"])
            let english = try said([SheetCell(column: 1, value: "approve")])
            #expect(english == [])
        }
    }

    @Test("the template tells in both languages how it is filled in")
    func instructions() throws {
        try naming { naming in
            let file = try WorkbookFile(TourScheme.template.workbook(naming).bytes())
            #expect(file.sheets.map(\.name).prefix(2) == ["学习考察", "填写说明"])
            var lines: [String] = []
            try file.read(file.sheets[1]) { row in
                lines += row.cells.map(\.seen)
                return .more
            }
            for words in [
                "学习考察：填写说明　Study tours: how to fill it in", "第二行是示例", "出发日期 First day（必填 required）",
                "经费来源 Paid from（可不填 optional）", "A day, such as",
            ] {
                #expect(lines.contains { $0.lowercased().contains(words.lowercased()) }, "\(words)")
            }
        }
    }
}

extension String {
    /// As a form keeps it: nothing blank at either end.
    fileprivate var trimmingSpace: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}

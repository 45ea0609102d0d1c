public import Formats
import Spelling
public import Vocabulary

/// Which column of a sheet is which field, told by the headings: in any order, as people write them.
public struct FormColumns: Sendable {
    /// The column of each field that has one, counted from 1.
    public var places: [String: Int] = [:]
    /// What keeps the sheet from being read: a column that has to be there is missing, or one stands there twice.
    public var problems: [Words] = []
    /// Headings that are none of the form's; their columns are not read.
    public var unknown: [String] = []
}

/// What is wrong with one cell: where it is, and what to write instead.
public struct CellProblem: Hashable, Sendable {
    /// As the spreadsheet counts it, from 1.
    public var row: Int
    /// Counted from 1; nil: the column is not there.
    public var column: Int?
    /// The field, by its heading.
    public var heading: Words
    public var words: Words

    /// “第3行E列（出发日期）：……”
    public var said: Words {
        let place = column.map { ColumnName.text($0) }
        return Words(
            "第\(row)行\(place.map { "\($0)列" } ?? "")（\(heading.zh)）：\(words.zh)",
            "Row \(row)\(place.map { ", column \($0)" } ?? "") (\(heading.en)): \(words.en)")
    }
}

extension Form {
    /// The columns of a sheet by its row of headings.
    public func columns(_ head: SheetRow) -> FormColumns {
        var columns = FormColumns()
        var taken: [String: [Int]] = [:]
        for cell in head.cells {
            let heading = cell.seen
            guard let field = field(called: heading) else {
                columns.unknown.append(heading)
                continue
            }
            taken[field.name, default: []].append(cell.column)
        }
        for field in fields {
            let places = taken[field.name] ?? []
            columns.places[field.name] = places.first
            if places.isEmpty, field.isRequired {
                columns.problems.append(
                    Words(
                        "缺少“\(field.words.zh)”列，请从模板复制表头，或在第一行补上这一列",
                        "There is no column “\(field.words.en)”: copy the headings from the template, or add it in the first row"
                    ))
            }
            if places.count > 1 {
                let letters = places.map { ColumnName.text($0) }
                columns.problems.append(
                    Words(
                        "“\(field.words.zh)”有\(places.count)列（\(letters.joined(separator: "、"))），请只留一列",
                        "“\(field.words.en)” stands in columns \(letters.joined(separator: ", ")): leave one"))
            }
        }
        return columns
    }

    /// By its words in either language, its name, or what else it is called; what stands in brackets behind it, and a star,
    /// make no difference.
    private func field(called heading: String) -> FormField<Draft>? {
        let whole = Self.bare(heading)
        let short = Self.bare(String(heading.prefix { !"（(【[".contains($0) }))
        return fields.first { $0.headings.map(Self.bare).contains(whole) }
            ?? fields.first { field in
                !short.isEmpty
                    && field.headings.contains {
                        Self.bare($0) == short || Self.bare(String($0.prefix { !"（(".contains($0) })) == short
                    }
            }
    }

    private static func bare(_ heading: String) -> String {
        heading.folded.filter { !"*:".contains($0) }
    }

    /// One row, each field by its column, and everything that is wrong with it. Fields without a column stay as in `blank`
    /// where they may be left out.
    public func read(
        row: SheetRow, by columns: FormColumns, into blank: Draft, _ naming: Naming
    ) throws -> (draft: Draft, problems: [CellProblem]) {
        var sent: [(String, String)] = []
        var problems: [CellProblem] = []
        func wrong(_ field: FormField<Draft>, _ words: Words) {
            problems.append(
                CellProblem(
                    row: row.number, column: columns.places[field.name], heading: field.words, words: words))
        }
        var unread: Set<String> = []
        for field in fields {
            guard let place = columns.places[field.name] else {
                if !field.isRequired { sent += try field.typed(blank, naming) }
                continue
            }
            let cell = row.cells.first { $0.column == place }
            if let cell, let flaw = cell.flaw {
                wrong(field, flaw)
                unread.insert(field.name)
            } else {
                sent += field.kind.typed(field.name, cell?.plain ?? "")
            }
        }
        let (draft, found) = try read(Query(sent), into: blank, naming)
        for problem in found {
            let name = problem.field.prefix { $0 != "." }
            guard let field = fields.first(where: { $0.name == name }), !unread.contains(field.name) else { continue }
            wrong(field, try words(of: problem, field, sent))
        }
        return (draft, problems)
    }

    /// A form's choice is made from a list; in a sheet something else may stand, and the list is told.
    private func words(
        of problem: FormProblem, _ field: FormField<Draft>, _ sent: [(String, String)]
    ) throws -> Words {
        guard case .choice = field.kind, let typed = sent.first(where: { $0.0 == field.name })?.1, !typed.isEmpty else {
            return problem.words
        }
        let shown = AddressSlip.shown(typed)
        return Words(
            "“\(shown)”不在可选范围内，请\(field.kind.rule.zh)", "“\(shown)” is none of the choices: \(field.kind.rule.en)")
    }
}

extension SheetCell {
    /// The cell as somebody would type it.
    fileprivate var plain: String {
        if case .moment(let day, seconds: 0) = value { return day.description }
        return seen
    }

    /// Why the cell says nothing that can be read.
    fileprivate var flaw: Words? {
        switch value {
        case .error(let text):
            Words("单元格是错误值\(text)，请改正公式或直接填写", "The cell holds the error \(text): mend the formula or type the value")
        case .empty where isFormula:
            Words("公式没有计算结果，请在表格软件中打开并保存一次", "The formula was never calculated: open and save the file once")
        case .number(let number) where number.hasLostDigits:
            Words(
                "数字超过15位，末尾已被表格软件改动，请把这一列设为文本后重新填写",
                "More than 15 digits: the spreadsheet changed the last ones. Make the column text and type it again")
        default: nil
        }
    }
}

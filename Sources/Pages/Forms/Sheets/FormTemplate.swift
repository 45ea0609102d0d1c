public import Formats
public import Vocabulary

/// A form as a sheet to be filled in and handed back: one row for each thing.
public struct FormTemplate<Draft: Sendable>: Sendable {
    public var form: Form<Draft>
    /// What the rows are called: `学习考察`.
    public var words: Words
    /// A row that shows how it is done. It is passed over when the sheet comes back as it was.
    public var example: Draft

    public init(_ words: Words, _ form: Form<Draft>, example: Draft) {
        self.form = form
        self.words = words
        self.example = example
    }

    /// Headings with the example beneath, lists to choose from, and a sheet of instructions in both languages. `rows` are
    /// put beneath the example: what was exported can be handed back.
    public func workbook(_ naming: Naming, rows: [Draft] = []) throws -> Workbook {
        let columns = form.fields.map { $0.sheetColumn(naming) }
        let lines = try ([example] + rows).map { draft in
            try form.fields.map { CellKind($0.kind).value(try $0.cell(draft, naming)) }
        }
        return Workbook([
            .table(naming.say(words), columns, rows: lines),
            .instructions(naming.say(Words("填写说明", "How to fill it in")), instructions),
        ])
    }

    /// The same without lists and instructions, for whatever opens no workbook.
    public func csv(_ naming: Naming, rows: [Draft] = []) throws -> [UInt8] {
        var bytes: [UInt8] = []
        let output = ByteOutput { bytes += $0 }
        let csv = CSVWriter(output, for: .spreadsheets)
        csv.heading(form.fields.map { naming.say($0.words) })
        for draft in [example] + rows {
            csv.row(
                try form.fields.map { CellKind($0.kind).field(try $0.cell(draft, naming), mayHaveLines: true) })
        }
        try output.finish()
        return bytes
    }

    /// Whether a row is the example as it stood in the template.
    public func isExample(_ row: SheetRow, by columns: FormColumns, _ naming: Naming) throws -> Bool {
        try form.fields.allSatisfy { field in
            guard let place = columns.places[field.name] else { return true }
            return row.cells.first { $0.column == place }?.seen ?? "" == (try field.cell(example, naming))
        }
    }

    private var instructions: [String] {
        let fields = form.fields.map { field in
            let isNeeded = field.isRequired ? Words("必填", "required") : Words("可不填", "optional")
            let hint = field.hint.map { Words("\($0.zh)；", "\($0.en); ") } ?? Words("", "")
            return
                "\(field.words.zh) \(field.words.en)（\(isNeeded.zh) \(isNeeded.en)）：\(hint.zh)\(field.kind.rule.zh)。\n"
                + "\(hint.en)\(field.kind.rule.en)."
        }
        return [
            "\(words.zh)：填写说明　\(words.en): how to fill it in",
            "每行填一条。第一行是表头，请保留文字；列的顺序可以变，可不填的列可以删去。\n"
                + "One row for each. Keep the headings of the first row; columns may change places, optional ones may go.",
            "第二行是示例，导入时自动略过；也可以直接删去。\nThe second row is an example. It is passed over, or may be deleted.",
            "一格中要分行时按Alt+Enter。\nAlt+Enter begins a new line within a cell.",
        ] + fields
    }
}

extension FormField {
    /// The field as a cell that is read back as the same.
    func cell(_ draft: Draft, _ naming: Naming) throws -> String {
        try kind.cell(name, typed(draft, naming), naming)
    }

    /// What its column may be headed with.
    var headings: [String] { [words.zh, words.en, name] + alsoCalled }

    /// The same field, whose column people head otherwise too.
    public func alsoCalled(_ names: String...) -> FormField {
        var field = self
        field.alsoCalled += names
        return field
    }

    fileprivate func sheetColumn(_ naming: Naming) -> SheetColumn {
        var choices: [String] = []
        if case .choice(let list) = kind { choices = list.map { naming.say($0.words) } }
        let needed = isRequired ? Words("必填。", "Required. ") : Words("可不填。", "Optional. ")
        let parts = [needed, hint.map { Words($0.zh + "；", $0.en + "; ") } ?? Words("", ""), kind.rule]
        return SheetColumn(
            naming.say(words), CellKind(kind).sheet, width: width, choices: choices,
            hint: parts.map { naming.say($0) }.joined())
    }

    private var width: Double? {
        switch kind {
        case .unit, .persons: 24
        case .text: 28
        default: nil
        }
    }
}

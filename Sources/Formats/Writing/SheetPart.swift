/// Writes the part of one sheet: its head, frozen and with a filter, the rows, and what may be typed into its columns.
struct SheetPart {
    let name: String
    let isFirst: Bool
    let choices: ChoiceSheet
    let write: ([UInt8]) throws -> Void

    func write(_ sheet: WorkbookSheet, into notes: inout WorkbookNotes) throws {
        switch sheet.content {
        case .table(let columns, let body): try table(columns, frozen: sheet.frozenColumns, body, into: &notes)
        case .paragraphs(let paragraphs):
            let isChoices = name == ChoiceSheet.name
            let rows = SheetRows(name, isChoices ? choices.columns : [SheetColumn("")], write: write)
            open(rows, view: "")
            rows.xml(#"<cols><col min="1" max="1" width="\#(isChoices ? 20 : 90)" customWidth="1"/></cols><sheetData>"#)
            if isChoices { try choices.write(to: rows) }
            for (index, paragraph) in paragraphs.enumerated() {
                try rows.add([paragraph], index == 0 ? .title : .longText)
            }
            rows.xml("</sheetData>")
            try close(rows)
            if !isChoices { notes.add(rows, rows.count) }
        }
    }

    private func table(
        _ columns: [SheetColumn], frozen: Int, _ body: (SheetRows) throws -> Void, into notes: inout WorkbookNotes
    ) throws {
        guard columns.count <= ColumnName.last else { throw WorkbookUnwritable.tooManyColumns(sheet: name) }
        let rows = SheetRows(name, columns, write: write)
        open(rows, view: pane(min(frozen, max(columns.count - 1, 0))))
        if !columns.isEmpty {
            rows.xml("<cols>")
            for (index, column) in columns.enumerated() {
                rows.xml(
                    #"<col min="\#(index + 1)" max="\#(index + 1)" width="\#(column.shownWidth)" style="\#(CellStyle(column.kind).rawValue)" customWidth="1"/>"#
                )
            }
            rows.xml("</cols>")
        }
        rows.xml("<sheetData>")
        try rows.add(columns.map(\.heading), .head)
        try body(rows)
        rows.xml("</sheetData>")
        let corner = ColumnName.text(max(columns.count, 1)) + String(rows.count)
        if !columns.isEmpty { rows.xml(#"<autoFilter ref="A1:\#(corner)"/>"#) }
        rules(columns, rows)
        rows.xml(#"<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>"#)
        rows.xml(#"<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>"#)
        // Codes are texts on purpose; no green corner need say so.
        rows.xml(
            #"<ignoredErrors><ignoredError sqref="A1:\#(corner)" numberStoredAsText="1"/></ignoredErrors></worksheet>"#)
        try rows.flush()
        notes.add(rows, rows.count - 1)
    }

    private func open(_ rows: SheetRows, view: String) {
        rows.xml(WorkbookParts.declaration)
        rows.xml(#"<worksheet xmlns="\#(WorkbookParts.main)"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>"#)
        rows.xml(
            #"<sheetViews><sheetView\#(isFirst ? #" tabSelected="1""# : "") workbookViewId="0">\#(view)</sheetView></sheetViews>"#
        )
        rows.xml(#"<sheetFormatPr defaultRowHeight="15"/>"#)
    }

    private func close(_ rows: SheetRows) throws {
        rows.xml(#"<pageSetup paperSize="9" fitToHeight="0"/></worksheet>"#)
        try rows.flush()
    }

    /// The head stays in sight, and some columns on the left where that is asked.
    private func pane(_ frozen: Int) -> String {
        let columns = frozen > 0 ? #"xSplit="\#(frozen)" "# : ""
        let place = frozen > 0 ? "bottomRight" : "bottomLeft"
        return
            #"<pane \#(columns)ySplit="1" topLeftCell="\#(ColumnName.text(frozen + 1))2" activePane="\#(place)" state="frozen"/><selection pane="\#(place)"/>"#
    }

    /// Lists to choose from, and hints, down to the last row that can be filled in.
    private func rules(_ columns: [SheetColumn], _ rows: SheetRows) {
        var rules: [String] = []
        for (index, column) in columns.enumerated() {
            let letter = ColumnName.text(index + 1)
            let place = #"sqref="\#(letter)2:\#(letter)\#(SheetArea.lastRow)""#
            let hint =
                column.hint.map { #" showInputMessage="1" prompt="\#(WorkbookParts.escaped(String($0.prefix(200))))""# }
                ?? ""
            if let list = choices.place(of: column.choices) {
                rules.append(
                    #"<dataValidation type="list" allowBlank="1" showErrorMessage="1"\#(hint) \#(place)><formula1>\#(WorkbookParts.escaped(list))</formula1></dataValidation>"#
                )
            } else if !hint.isEmpty {
                rules.append(#"<dataValidation allowBlank="1"\#(hint) \#(place)/>"#)
            }
        }
        guard !rules.isEmpty else { return }
        rows.xml(#"<dataValidations count="\#(rules.count)">\#(rules.joined())</dataValidations>"#)
    }
}

extension WorkbookNotes {
    fileprivate mutating func add(_ rows: SheetRows, _ count: Int) {
        cuts += rows.cuts
        self.rows.append(count)
    }
}

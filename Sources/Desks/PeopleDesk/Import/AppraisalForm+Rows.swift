import Formats

extension AppraisalForm {
    /// The form as a sheet of one person, so that it is read like any other.
    var rows: [SheetRow] {
        let columns = [("姓名", name), ("性别", sex), ("出生年月", born), ("现任职务", post), ("职级", rank)]
        func row(_ number: Int, _ texts: [String]) -> SheetRow {
            SheetRow(
                number: number,
                cells: texts.enumerated().filter { !$1.isEmpty }.map { SheetCell(column: $0 + 1, value: .text($1)) })
        }
        return [row(1, columns.map(\.0)), row(2, columns.map(\.1))]
    }
}

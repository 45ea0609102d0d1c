/// The formats of cells, by the number that each cell carries.
final class CellFormats: XMLHandler {
    private var codes: [Int: NumberFormat] = [:]
    private var formats: [NumberFormat] = []
    private var isOfCells = false

    /// A spreadsheet has at most 65,490 combinations.
    private static let most = 1 << 16

    subscript(_ index: Int) -> NumberFormat { formats.indices.contains(index) ? formats[index] : .plain }

    override func start(_ name: String, _ attributes: XMLAttributes) throws -> Bool {
        switch name {
        case "styleSheet", "numFmts": return true
        case "cellXfs":
            isOfCells = true
            return true
        case "numFmt":
            guard let number = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] else {
                return false
            }
            try count(codes.count)
            codes[number] = NumberFormat(code: String(code.prefix(500)))
            return false
        case "xf":
            guard isOfCells else { return false }
            try count(formats.count)
            let number = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            formats.append(codes[number] ?? NumberFormat(builtIn: number))
            return false
        default: return false
        }
    }

    override func end(_ name: String) throws { if name == "cellXfs" { isOfCells = false } }

    private func count(_ count: Int) throws {
        guard count < Self.most else { throw WorkbookRefused(.tooMuch(.styles, limit: Self.most)) }
    }
}

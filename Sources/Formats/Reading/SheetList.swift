/// A sheet of a workbook, before it is read.
public struct SheetAbout: Hashable, Sendable {
    public let name: String
    public let isHidden: Bool
    let part: String
}

/// The part `workbook.xml`: its sheets in their order, and where its days begin.
final class SheetList: XMLHandler {
    struct Entry {
        var name: String
        var isHidden: Bool
        var link: String
    }

    private let limit: Int
    private(set) var entries: [Entry] = []
    private(set) var isFrom1904 = false
    private(set) var isWorkbook = false

    init(limit: Int) { self.limit = limit }

    override func start(_ name: String, _ attributes: XMLAttributes) throws -> Bool {
        switch name {
        case "workbook":
            isWorkbook = true
            return true
        case "sheets": return true
        case "workbookPr":
            isFrom1904 = attributes.flag("date1904")
            return false
        case "sheet":
            guard entries.count < limit else { throw WorkbookRefused(.tooMuch(.sheets, limit: limit)) }
            let isHidden = (attributes["state"] ?? "visible") != "visible"
            entries.append(
                Entry(name: attributes["name"] ?? "", isHidden: isHidden, link: attributes.qualified("id") ?? ""))
            return false
        default: return false
        }
    }
}

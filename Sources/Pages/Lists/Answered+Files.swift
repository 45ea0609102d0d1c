public import Formats

extension Answered {
    /// A Word document. `shown`: its name as it is saved.
    public static func document(_ document: OfficialDocument, name: String, shown: String) throws -> Answered {
        .file(try document.bytes(), type: PaperKind.docx.type, name: name, shown: shown)
    }

    /// A workbook.
    public static func workbook(_ workbook: Workbook, name: String, shown: String) throws -> Answered {
        .file(try workbook.bytes(), type: PaperKind.xlsx.type, name: name, shown: shown)
    }
}

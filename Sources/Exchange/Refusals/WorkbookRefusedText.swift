public import Formats
public import Vocabulary

/// What is said where a workbook that was handed in is not read: what is the matter, where, and what to do.
public enum WorkbookRefusedText {
    public static func sentence(_ refused: WorkbookRefused, in language: Language) -> String {
        let isChinese = language == .zh
        let place = place(refused, in: language)
        let (zh, en) = words(refused.reason)
        return isChinese ? place + zh : place + en
    }

    private static func place(_ refused: WorkbookRefused, in language: Language) -> String {
        let column = refused.column.map { ColumnName.text($0) }
        if language == .zh {
            let sheet = refused.sheet.map { "工作表“\($0)”" } ?? ""
            let row = refused.row.map { "第\($0)行" } ?? ""
            let all = sheet + row + (column.map { "\($0)列" } ?? "")
            return all.isEmpty ? "" : all + "："
        }
        let parts = [
            refused.sheet.map { "sheet “\($0)”" }, refused.row.map { "row \($0)" }, column.map { "column \($0)" },
        ]
        .compactMap { $0 }
        guard let first = parts.first?.first else { return "" }
        return first.uppercased() + parts.joined(separator: ", ").dropFirst() + ": "
    }

    private static let saveAgain = (
        zh: "请用Excel或WPS打开，另存为.xlsx后再上传。", en: "Open it in Excel or WPS, save it as .xlsx and hand it in again."
    )

    private static func words(_ reason: WorkbookRefused.Reason) -> (zh: String, en: String) {
        switch reason {
        case .empty: ("文件是空的。", "The file is empty.")
        case .noSheet: ("文件中没有工作表。", "There is no sheet in the file.")
        case .otherKind(let kind): FileKindText.words(kind)
        case .damaged, .wrongChecksum, .missingPart, .brokenXML, .misplaced, .missingText:
            ("文件不完整或已损坏。" + saveAgain.zh, "The file is incomplete or damaged. " + saveAgain.en)
        case .documentType, .trick:
            (
                "文件中有正常表格不会有的内容，未予读取。" + saveAgain.zh,
                "The file holds what no spreadsheet writes, and was not read. " + saveAgain.en
            )
        case .tooMuch(let measure, let limit): tooMuch(measure, limit)
        }
    }

    private static func tooMuch(_ measure: WorkbookRefused.Measure, _ limit: Int) -> (zh: String, en: String) {
        switch measure {
        case .fileBytes:
            (
                "文件超过\(limit >> 20)MB。请拆成几个文件上传。",
                "The file is larger than \(limit >> 20) MB. Hand it in as several files."
            )
        case .cells:
            ("有内容的单元格超过\(limit)个。请拆成几个文件上传。", "More than \(limit) cells are filled. Hand it in as several files.")
        case .empty:
            (
                "空白的行和单元格超过\(limit)个。请删去内容下方和右侧的空白行列，另存后再上传。",
                "More than \(limit) rows and cells are empty. Delete those below and beside what is filled in, and save it again."
            )
        case .sheets: ("工作表超过\(limit)个。请拆成几个文件上传。", "There are more than \(limit) sheets. Hand it in as several files.")
        case .textBytes: ("单元格文字过长。请缩短后再上传。", "A text is too long. Shorten it and hand the file in again.")
        case .parts, .unpackedBytes, .packing, .rows, .columns, .texts, .depth, .styles:
            (
                "文件内容过多，可能含大量空白格式。请把有内容的部分复制到新表后再上传。",
                "The file holds too much, perhaps formats without content. Copy what is filled in to a new sheet and hand that in."
            )
        }
    }
}

/// What is said of a file that is of another kind than the one asked for.
enum FileKindText {
    static func words(_ kind: FileKind) -> (zh: String, en: String) {
        let (zh, en) = name(kind)
        let cure =
            kind == .locked
            ? (zh: "请取消密码后再上传。", en: "Remove the password and hand it in again.")
            : (zh: "请用Excel或WPS另存为.xlsx后再上传。", en: "Save it as .xlsx in Excel or WPS and hand it in again.")
        return ("\(zh)，无法读取。" + cure.zh, "\(en), and cannot be read. " + cure.en)
    }

    private static func name(_ kind: FileKind) -> (zh: String, en: String) {
        switch kind {
        case .workbook: ("文件是.xlsx表格", "The file is an .xlsx workbook")
        case .oldWorkbook: ("文件是旧版.xls表格", "The file is an old .xls workbook")
        case .oldDocument: ("文件是.doc或.wps文档", "The file is an old document (.doc or .wps)")
        case .richText: ("文件是.rtf文档", "The file is an .rtf document")
        case .locked: ("文件设有密码", "The file is locked by a password")
        case .binaryWorkbook: ("文件是.xlsb表格", "The file is an .xlsb workbook")
        case .openDocument: ("文件是.ods表格", "The file is an .ods spreadsheet")
        case .otherOffice: ("文件是文档或演示文稿", "The file is a document or a presentation")
        case .archive: ("文件是压缩包", "The file is an archive")
        case .webPage: ("文件是网页，只是名字像表格", "The file is a web page under the name of a workbook")
        case .xml: ("文件是XML", "The file is XML")
        case .pdf: ("文件是PDF", "The file is a PDF")
        case .picture: ("文件是图片", "The file is a picture")
        case .text: ("文件是文本", "The file is a text")
        case .unknown: ("文件类型无法识别", "The file is of a kind that is not known")
        }
    }
}

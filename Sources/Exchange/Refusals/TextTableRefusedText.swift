public import Formats
public import Vocabulary

/// What is said where a table of text (CSV) that was handed in is not read.
public enum TextTableRefusedText {
    public static func sentence(_ refused: TextTableRefused, in language: Language) -> String {
        let (zh, en) = words(refused.reason)
        return place(refused, in: language) + (language == .zh ? zh : en)
    }

    private static func place(_ refused: TextTableRefused, in language: Language) -> String {
        guard let row = refused.row else { return "" }
        let column = refused.column.map { ColumnName.text($0) }
        if language == .zh { return "第\(row)行" + (column.map { "\($0)列" } ?? "") + "：" }
        return "Row \(row)" + (column.map { ", column \($0)" } ?? "") + ": "
    }

    private static func words(_ reason: TextTableRefused.Reason) -> (zh: String, en: String) {
        switch reason {
        case .empty: ("没有内容。", "There is nothing in it.")
        case .otherKind(let kind): FileKindText.words(kind)
        case .undecodable(let encoding, _):
            (
                "有无法识别的字符（按\(name(encoding))读取）。请改正该处，或另存为.xlsx后再上传。",
                "A character cannot be read (as \(name(encoding))). Correct it there, or save the table as .xlsx."
            )
        case .truncated: ("文件到此中断，不完整。请重新导出后再上传。", "The file breaks off here. Export it again.")
        case .zero:
            ("有空字节，文件不是通常的文本。请另存为.xlsx后再上传。", "There is a zero byte: this is no usual text. Save the table as .xlsx.")
        case .openQuotes:
            (
                "此处的引号没有结束。请补上引号后再上传。",
                "The quotes that open here are never closed. Close them and hand the file in again."
            )
        case .unavailable(let encoding):
            (
                "本系统不能读取\(name(encoding))编码。请另存为UTF-8或.xlsx后再上传。",
                "\(name(encoding)) cannot be read on this system. Save the table as UTF-8 or .xlsx."
            )
        case .tooMuch(let measure, let limit): tooMuch(measure, limit)
        }
    }

    private static func tooMuch(_ measure: TextTableRefused.Measure, _ limit: Int) -> (zh: String, en: String) {
        switch measure {
        case .fileBytes:
            (
                "文件超过\(limit >> 20)MB。请拆成几个文件上传。",
                "The file is larger than \(limit >> 20) MB. Hand it in as several files."
            )
        case .rows: ("超过\(limit)行。请拆成几个文件上传。", "There are more than \(limit) rows. Hand it in as several files.")
        case .columns:
            ("超过\(limit)列。请删去不需要的列。", "There are more than \(limit) columns. Remove those that are not needed.")
        case .cells:
            ("有内容的单元格超过\(limit)个。请拆成几个文件上传。", "More than \(limit) cells are filled. Hand it in as several files.")
        case .fieldBytes: ("单元格文字过长，可能缺少一个引号。", "A text is too long; perhaps quotes are missing.")
        }
    }

    private static func name(_ encoding: TextEncoding) -> String {
        switch encoding {
        case .utf8: "UTF-8"
        case .gb18030: "GB18030"
        case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
        }
    }
}

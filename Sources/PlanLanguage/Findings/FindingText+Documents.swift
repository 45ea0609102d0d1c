public import Formats
public import Vocabulary

extension FindingText {
    /// What of a Word file is not in the plan's text.
    static func leftOut(_ kind: String, _ count: String, _ excerpts: some Sequence<String>, _ zh: Bool) -> String {
        guard let kind = DocumentRemainder.Kind(rawValue: kind) else { return kind }
        let quoted = excerpts.map { "“\($0)”" }.joined(separator: zh ? "、" : ", ")
        return zh
            ? "\(kind.words.zh)\(count)处未读入\(quoted.isEmpty ? "" : "：" + quoted)"
            : "Left out: \(kind.words.en), \(count)\(quoted.isEmpty ? "" : ": " + quoted)"
    }

    /// Why a Word file was not read, and what to do.
    public static func message(_ refused: DocumentRefused, in language: Language) -> String {
        let (zh, en) = words(refused)
        return language == .zh ? zh : en
    }

    private static let saveAgain = (
        zh: "请用Word或WPS打开，另存为.docx后再上传。", en: "Open it in Word or WPS, save it as .docx and hand it in again."
    )

    private static func words(_ refused: DocumentRefused) -> (zh: String, en: String) {
        switch refused {
        case .empty: ("文件是空的。", "The file is empty.")
        case .otherKind(let kind): words(kind)
        case .hasMacros:
            ("文件中有宏，未予读取。" + saveAgain.zh, "The file has macros in it, and was not read. " + saveAgain.en)
        case .damaged: ("文件不完整或已损坏。" + saveAgain.zh, "The file is incomplete or damaged. " + saveAgain.en)
        case .trick:
            (
                "文件中有正常文档不会有的内容，未予读取。" + saveAgain.zh,
                "The file holds what no document has, and was not read. " + saveAgain.en
            )
        case .tooMuch(.fileBytes, let limit):
            (
                "文件超过\(limit >> 20)MB。请删去图片后再上传，或粘贴文字。",
                "The file is larger than \(limit >> 20) MB. Remove its pictures, or paste the text."
            )
        case .tooMuch(.textBytes, let limit):
            ("文字超过\(limit >> 20)MB。请分成几个方案。", "The text is longer than \(limit >> 20) MB. Make several plans of it.")
        case .tooMuch:
            (
                "文件内容过多。请把文字复制到新文档后再上传，或粘贴文字。",
                "The file holds too much. Copy the text to a new document, or paste it."
            )
        case .noText:
            (
                "文件中没有文字，可能是扫描图片。请上传可编辑的原稿，或粘贴文字。",
                "There is no text in the file; its pages may be scanned. Hand in the original, or paste the text."
            )
        }
    }

    private static func words(_ kind: FileKind) -> (zh: String, en: String) {
        switch kind {
        case .locked: ("文件设有密码。请取消密码后再上传。", "The file is locked by a password. Remove it and hand the file in again.")
        case .pdf:
            (
                "文件是PDF，不能可靠地读出文字。请上传原稿（.docx），或粘贴文字。",
                "The file is a PDF, whose text cannot be read reliably. Hand in the original (.docx), or paste the text."
            )
        case .picture:
            ("文件是图片。请上传可编辑的原稿，或粘贴文字。", "The file is a picture. Hand in the original, or paste the text.")
        case .oldDocument, .richText:
            (
                "文件是旧版文档（.doc、.wps或.rtf）。" + saveAgain.zh,
                "The file is an old document (.doc, .wps, .rtf). " + saveAgain.en
            )
        case .workbook, .oldWorkbook, .binaryWorkbook:
            ("文件是表格，不是文档。请上传.docx或.txt。", "The file is a workbook, not a document. Hand in a .docx or .txt.")
        case .openDocument: ("文件是.odt文档。" + saveAgain.zh, "The file is an .odt document. " + saveAgain.en)
        case .otherOffice: ("文件是演示文稿。请上传.docx或.txt。", "The file is a presentation. Hand in a .docx or .txt.")
        case .archive: ("文件是压缩包。请解压后上传其中的文档。", "The file is an archive. Unpack it and hand in the document.")
        case .webPage, .xml:
            ("文件是网页或XML，只是名字像文档。" + saveAgain.zh, "The file is a web page or XML by another name. " + saveAgain.en)
        case .text, .unknown: ("文件不是Word文档。" + saveAgain.zh, "The file is no Word document. " + saveAgain.en)
        }
    }
}

extension DocumentRemainder.Kind {
    public var words: Vocabulary.Words {
        switch self {
        case .header: .init("页眉", "headers")
        case .footer: .init("页脚", "footers")
        case .footnote: .init("脚注", "footnotes")
        case .endnote: .init("尾注", "endnotes")
        case .comment: .init("批注", "comments")
        case .textBox: .init("文本框", "text boxes")
        case .contents: .init("目录", "list of contents")
        case .deletion: .init("修订中已删除的内容", "tracked deletions")
        case .hiddenText: .init("隐藏文字", "hidden text")
        case .formula: .init("公式", "formulas")
        case .picture: .init("图片", "pictures")
        case .embedded: .init("嵌入对象", "embedded objects")
        case .symbol: .init("特殊符号", "signs of special fonts")
        case .insertedFile: .init("插入的文件", "inserted files")
        }
    }
}

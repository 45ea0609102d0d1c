import Pages
import Store
import Vocabulary

/// A file to be imported, as the form asks for it.
struct ImportDraft: Sendable {
    var kind = ImportKind.persons
    var file: EvidenceFile?
    var sheet = ""
    var since: Day?
    var rows = TakenRows.all

    static let form = Form<ImportDraft>(
        .init(
            Words("文件", "The file"),
            .choice(
                \.kind, "kind", Words("导入内容", "What its rows are"),
                hint: Words("先导入单位，再导入人员，然后是其他内容", "Units first, then people, then the others")),
            .file(
                \.file, "file", Words("文件", "File"),
                hint: Words(
                    "xlsx、csv、lrmx，最大\(EvidenceFile.mostBytes >> 20) MB；可用现有的表，列名认得出即可",
                    "xlsx, csv or lrmx, at most \(EvidenceFile.mostBytes >> 20) MB; a table of your own will do"),
                endings: ["xlsx", "xlsm", "csv", "txt", "lrmx"])),
        .init(
            Words("怎样读", "How it is read"),
            .text(
                \.sheet, "sheet", Words("工作表", "Sheet"),
                hint: Words("不填的，取第一个认得出表头的工作表", "The first whose headings are known, where it is left empty"),
                isRequired: false),
            .dayIfAny(
                \.since, "since", Words("没有填日期的，从哪天算起", "From when on rows without a day hold"),
                hint: Words("不填的为导入当天", "The day of the import, where it is left empty")),
            .choice(\.rows, "rows", Words("有行有误时", "Where rows are wrong"))))

    /// Throws `ImportRefused` where the file is gone.
    func request(_ store: EvidenceStore?) throws -> ImportRequest {
        guard let file, let store, store.holds(file) else { throw ImportRefused.isGone }
        return ImportRequest(
            kind, file: file.name, bytes: try StoredFile.bytes(store.path(of: file.hash)),
            sheet: sheet.isEmpty ? nil : sheet,
            since: since, goodRows: rows == .good)
    }
}

/// Which rows are taken where some are wrong.
enum TakenRows: String, Named {
    case all, good

    var words: Words {
        switch self {
        case .all: Words("全部不导入，改好后再导", "Take none: mend them first")
        case .good: Words("只导入无误的行", "Take the rows that are right")
        }
    }
}

extension ImportRefused {
    static let isGone = ImportRefused(Words("上传的文件已过保存期，请重新上传。", "The file is no longer kept: choose it again."))
}

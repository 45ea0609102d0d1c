import Foundation
import Pages
import Store
import Vocabulary

/// A file to be imported, or cells that were pasted, as the form asks for it.
struct ImportDraft: Sendable {
    var kind = ImportKind.persons
    var file: EvidenceFile?
    var cells = ""
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
                endings: ["xlsx", "csv", "txt", "lrmx"], isRequired: false),
            .pasted(
                \.cells, "cells", Words("或粘贴单元格", "Or paste cells"),
                hint: Words(
                    "在Excel、WPS中选中连同表头的单元格，复制后粘贴到这里，不必另存文件",
                    "Choose the cells in a spreadsheet, headings among them, copy and paste them here"))),
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

    var isPasted: Bool { !cells.utf8.allSatisfy { $0 <= 0x20 } }

    /// As the journal calls what was handed in.
    var name: String { isPasted ? "粘贴的单元格" : file?.name ?? "" }

    /// Throws `ImportRefused` where the file is gone.
    func request(_ store: EvidenceStore?) throws -> ImportRequest {
        let bytes: [UInt8]
        if isPasted {
            bytes = Array(cells.utf8)
        } else {
            guard let file, let stored = try store?.bytes(of: file) else { throw ImportRefused.isGone }
            bytes = stored
        }
        return ImportRequest(
            kind, file: name, bytes: bytes, sheet: sheet.isEmpty || isPasted ? nil : sheet, since: since,
            goodRows: rows == .good, isPasted: isPasted)
    }

    /// The same for a job, which finds what was handed in by its path; cells are put beside the files for it.
    func given(_ store: EvidenceStore?) throws -> ImportGiven {
        guard let store else { throw ImportRefused.isGone }
        let hash: String
        if isPasted {
            let draft = try store.begin()
            try Array(cells.utf8).withUnsafeBytes { try draft.write($0) }
            hash = try draft.keep()
        } else {
            guard let file, store.holds(file) else { throw ImportRefused.isGone }
            hash = file.hash
        }
        return ImportGiven(
            kind: kind.rawValue, name: name, path: store.path(of: hash), sheet: sheet.isEmpty || isPasted ? nil : sheet,
            since: since, goodRows: rows == .good, isPasted: isPasted)
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

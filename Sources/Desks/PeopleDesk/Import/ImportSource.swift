import Exchange
import Formats
import Foundation
public import Vocabulary

/// A file that somebody handed in, whatever program made it: sheets of rows.
struct ImportSource {
    enum Content {
        case workbook(WorkbookFile)
        case table(TextTable)
        /// The few fields of an appraisal form that are taken, as a head and a row.
        case rows([SheetRow])
    }

    let content: Content

    /// Throws `ImportRefused`.
    init(_ bytes: [UInt8]) throws {
        do {
            switch FileKind(bytes) {
            case .text, .unknown: content = .table(try TextTable(bytes))
            case .xml:
                guard let form = try AppraisalForm(bytes) else {
                    content = .workbook(try Self.workbook(bytes))
                    return
                }
                content = .rows(form.rows)
            default: content = .workbook(try Self.workbook(bytes))
            }
        } catch let error as WorkbookRefused {
            throw ImportRefused(error)
        } catch let error as TextTableRefused {
            throw ImportRefused(error)
        }
    }

    /// What a formula over another file gave may be years old, and a program has no business among names.
    private static func workbook(_ bytes: [UInt8]) throws -> WorkbookFile {
        let file = try WorkbookFile(bytes)
        if file.hasMacros {
            throw ImportRefused(
                Words(
                    "文件带有宏（xlsm），没有读取。请另存为不带宏的xlsx。",
                    "The file has macros in it and was not read: save it as xlsx without them."))
        }
        if file.hasOutsideLinks {
            throw ImportRefused(
                Words(
                    "文件中有公式引用了其他文件，没有读取。请在表格中“断开链接”或把公式粘贴为数值，另存后再导入。",
                    "Formulas in the file take values from other files, so it was not read: break the links or paste values, and save it again."
                ))
        }
        return file
    }

    /// Cells that were pasted. Throws `ImportRefused`.
    init(pasted: Data) throws {
        do throws(TextTableRefused) {
            content = .table(try TextTable(pasted: String(decoding: pasted, as: UTF8.self)))
        } catch {
            throw ImportRefused(error)
        }
    }

    /// Names of the sheets that can be seen; one without a name for a table of text.
    var sheets: [String] {
        guard case .workbook(let file) = content else { return [""] }
        let seen = file.sheets.filter { !$0.isHidden }
        return (seen.isEmpty ? file.sheets : seen).map(\.name)
    }

    /// What its cells were before.
    var origin: CellOrigin {
        guard case .table(let table) = content else { return .workbook }
        return table.encoding == .gb18030 ? .narrowText : .text
    }

    /// Cells that are merged over several rows.
    func mergedDown(_ sheet: String) throws -> [SheetArea] {
        guard case .workbook(let file) = content, let about = file.sheets.first(where: { $0.name == sheet }) else {
            return []
        }
        do { return try file.merged(in: about).filter { $0.rows.count > 1 } } catch let error as WorkbookRefused {
            throw ImportRefused(error)
        }
    }

    /// Hands over the rows beneath the headings, as they stand and with what the cells merged downwards say of them.
    func read(
        beneath head: ImportHead, merged areas: [SheetArea], each: @escaping (SheetRow, MergedDown) throws -> RowAnswer
    ) throws -> SheetNotes {
        var merged = MergedDown(areas, beneath: head.row)
        return try read(head.sheet) { row in
            guard row.number > head.row else { return .more }
            merged.meet(row)
            return try each(row, merged)
        }
    }

    /// Hands over the rows of a sheet; what was met besides them.
    func read(_ sheet: String, each: @escaping (SheetRow) throws -> RowAnswer) throws -> SheetNotes {
        do {
            switch content {
            case .workbook(let file):
                guard let about = file.sheets.first(where: { $0.name == sheet }) else {
                    throw ImportRefused(
                        Words(
                            "文件中没有工作表“\(sheet)”，有：\(sheets.joined(separator: "、"))。",
                            "There is no sheet “\(sheet)” in the file; there are: \(sheets.joined(separator: ", "))."))
                }
                return try file.read(about, each: each)
            case .table(let table): try table.read(each: each)
            case .rows(let rows):
                for row in rows where try each(row) == .enough { break }
            }
            return SheetNotes()
        } catch let error as WorkbookRefused {
            throw ImportRefused(error)
        } catch let error as TextTableRefused {
            throw ImportRefused(error)
        }
    }
}

/// Why a file cannot be imported at all.
public struct ImportRefused: Error, Hashable, Sendable {
    public var words: Words
    /// That headings are not known: then the columns can be chosen.
    var isOfColumns = false

    public init(_ words: Words) { self.words = words }

    init(_ words: Words, isOfColumns: Bool) {
        self.words = words
        self.isOfColumns = isOfColumns
    }

    init(_ refused: WorkbookRefused) {
        words = Words(
            WorkbookRefusedText.sentence(refused, in: .zh), WorkbookRefusedText.sentence(refused, in: .en))
    }

    init(_ refused: TextTableRefused) {
        words = Words(
            TextTableRefusedText.sentence(refused, in: .zh), TextTableRefusedText.sentence(refused, in: .en))
    }
}

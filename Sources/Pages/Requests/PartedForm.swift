import Formats
import Foundation
import HTTPTypes
import Hummingbird
import Spelling
public import Store
public import Vocabulary

/// A file that came with a form: in the store already, and nobody's yet; or why it was not taken.
public struct Upload: Sendable {
    /// The field that it was chosen in.
    public var field: String
    public var file: EvidenceFile?
    public var refusal: Words?
}

/// A form with files, read while it comes in: its fields are held, of its file never more than one piece is.
struct PartedForm {
    private(set) var fields = Query()
    private(set) var upload: Upload?
    /// More was sent in fields than a form may hold.
    private(set) var isTooMuch = false
    /// What kept its file from being written, such as a full disk; its fields are all there.
    private(set) var failure: (any Error)?

    private let store: EvidenceStore
    private let takesTables: Bool
    private var head: MultipartHead?
    private var text: [UInt8] = []
    private var textBytes = 0
    private var draft: EvidenceDraft?

    static func isOne(_ request: Request) -> Bool {
        request.headers[.contentType]?.lowercased().hasPrefix("multipart/form-data") == true
    }

    /// Throws `HTTPError` 400 where it is no form, or broke off: nothing of it is kept. That its file could not be written is
    /// told only once all was read: what was typed may stand behind it.
    init(_ request: Request, into store: EvidenceStore, takesTables: Bool = false) async throws {
        self.store = store
        self.takesTables = takesTables
        guard var reader = MultipartReader(contentType: request.headers[.contentType] ?? "") else {
            throw HTTPError(.badRequest)
        }
        var heard = 0
        do {
            for try await piece in request.body {
                heard += piece.readableBytes
                // A browser shows an answer only once all was sent; beyond this it is not listened to.
                guard heard <= TooMuchSent.mostHeard else { break }
                try reader.take(piece.readableBytesView) { take($0) }
            }
            if heard <= TooMuchSent.mostHeard { try reader.finish() }
        } catch is MultipartRefused {
            throw HTTPError(.badRequest)
        }
    }

    private mutating func take(_ event: MultipartReader.Event) {
        do { try read(event) } catch {
            failure = error
            draft?.discard()
            draft = nil
        }
    }

    private mutating func read(_ event: MultipartReader.Event) throws {
        switch event {
        case .part(let head):
            self.head = head
            text = []
            // A field of files in which none was chosen is sent with an empty name.
            guard let name = head.fileName, !name.isEmpty, upload == nil else { return }
            upload = Upload(field: head.name)
            draft = try store.begin()
        case .content(let bytes):
            guard head?.fileName == nil else { return try keep(bytes) }
            textBytes += bytes.count
            if textBytes > TooMuchSent.limit { isTooMuch = true } else { text += bytes }
        case .end:
            if let head, head.fileName == nil {
                fields.add(head.name, String(decoding: text, as: UTF8.self).unpiled)
            } else {
                try finishFile()
            }
        }
    }

    private mutating func keep(_ bytes: ArraySlice<UInt8>) throws {
        guard let draft else { return }
        guard draft.size + bytes.count <= EvidenceFile.mostBytes else {
            refuse(
                Words(
                    "文件超过\(EvidenceFile.mostBytes >> 20) MB，没有收下",
                    "The file is above \(EvidenceFile.mostBytes >> 20) MB and was not taken"))
            return
        }
        try bytes.withUnsafeBytes { try draft.write($0) }
    }

    private mutating func finishFile() throws {
        guard let draft, let sent = head?.fileName else { return }
        let kind: PaperKind
        do throws(PaperKind.Refused) { kind = try PaperKind(ofFileAt: draft.place) } catch {
            guard takesTables, error == .otherKind, let (ending, type) = try Self.table(at: draft.place, named: sent)
            else {
                return refuse(error.words(takesTables: takesTables))
            }
            let size = draft.size
            upload?.file = EvidenceFile(
                name: PaperKind.name(from: sent.unpiled, ending: ending), type: type, bytes: size,
                hash: try draft.keep())
            self.draft = nil
            return
        }
        let size = draft.size
        upload?.file = EvidenceFile(
            name: kind.name(from: sent.unpiled), type: kind.type, bytes: size, hash: try draft.keep())
        self.draft = nil
    }

    /// The ending and the type of a table of text or of an appraisal form, by its first bytes.
    private static func table(at path: String, named name: String) throws -> (ending: String, type: String)? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        let head = [UInt8](try file.read(upToCount: 4096) ?? Data())
        return switch FileKind(head) {
        case .text where head.first { $0 > 0x20 } == UInt8(ascii: "{"): ("json", "application/json")
        case .text where name.lowercased().hasSuffix(".txt"): ("txt", "text/plain")
        case .text: ("csv", "text/csv")
        case .xml: ("lrmx", "application/xml")
        default: nil
        }
    }

    private mutating func refuse(_ words: Words) {
        draft?.discard()
        draft = nil
        upload?.refusal = words
    }
}

extension PaperKind.Refused {
    fileprivate func words(takesTables: Bool) -> Words {
        switch self {
        case .empty: Words("文件是空的", "The file is empty")
        case .otherKind where !takesTables:
            Words(
                "只收 pdf、docx、xlsx、ofd、jpg、png 文件（按文件内容判断，与扩展名无关）",
                "Only pdf, docx, xlsx, ofd, jpg and png are taken, as told by what a file holds and not by its name")
        case .otherKind:
            Words(
                "只收 pdf、docx、xlsx、ofd、jpg、png 文件，还收 csv、lrmx（按文件内容判断，与扩展名无关）",
                "Only pdf, docx, xlsx, ofd, jpg and png are taken, csv and lrmx too, as told by what a file holds and not by its name"
            )
        case .damaged: Words("文件已损坏，打不开，没有收下", "The file is damaged and was not taken")
        case .hasMacros: Words("文件带有宏，没有收下；请另存为不带宏的文件", "The file has macros in it: save it without them")
        case .isLocked:
            Words(
                "文件设有打开密码，或是旧版格式（doc、xls），没有收下；请去掉密码，另存为 docx、xlsx 或 pdf",
                "The file has a password, or is of an old kind (doc, xls): save it as docx, xlsx or pdf, without one")
        }
    }
}

/// A form with a file that could not be kept, with what was typed in it: it was read as it came, and is nowhere else.
public struct FormNotKept: Error {
    public var fields: Query
    public var cause: any Error

    /// Nil where the cause is nothing that disk or database said: a refusal has an answer of its own.
    init?(_ fields: Query, _ cause: any Error) {
        switch cause {
        case is POSIXError, is CocoaError: break
        case let failure as SQLFailure where failure.kind != .damaged: break
        default: return nil
        }
        self.fields = fields
        self.cause = cause
    }
}

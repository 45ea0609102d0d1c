import Pages
import Vocabulary

/// What a job of an import is given: what was handed in, by its path in the store, and how it is read.
struct ImportGiven: Codable, Sendable {
    var kind: String
    var name: String
    var path: String
    var sheet: String?
    var since: Day?
    var goodRows: Bool
    var isPasted: Bool

    /// Throws `JobRefused` where it is gone.
    var request: ImportRequest {
        get throws {
            guard let kind = ImportKind(rawValue: kind) else { throw JobRefused(ImportRefused.isGone.words) }
            return ImportRequest(
                kind, file: name, bytes: try StoredFile.bytes(path), sheet: sheet, since: since, goodRows: goodRows,
                isPasted: isPasted)
        }
    }
}

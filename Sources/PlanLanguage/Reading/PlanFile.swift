public import Formats
import Vocabulary

/// A plan as somebody hands it in (方案文件): a text, or a Word file, told by its bytes and never by its name.
public struct PlanFile: Hashable, Sendable {
    public var text: String
    /// What of a Word file is not in the text.
    public var remainders: [DocumentRemainder]

    public init(_ bytes: [UInt8]) throws(UnreadablePlan) {
        switch FileKind(bytes) {
        case .text, .unknown:
            text = try PlanDecoder.decode(bytes)
            remainders = []
        case .workbook, .oldWorkbook, .oldDocument, .richText, .locked, .binaryWorkbook, .openDocument, .otherOffice,
            .archive, .webPage, .xml, .pdf, .picture:
            do {
                let document = try DocumentFile(bytes)
                // What no text may hold is refused in a document, too.
                text = try PlanDecoder.decode(Array(document.text.utf8))
                remainders = document.remainders
            } catch let refused as DocumentRefused {
                throw .document(refused)
            } catch let unreadable as UnreadablePlan {
                throw unreadable
            } catch {
                throw .document(.damaged(part: nil))
            }
        }
    }

    static let leftOut = "leftOut"

    /// One for each kind of what was left out: kind, how many, the first of them.
    var findings: [Finding] {
        remainders.map { Finding(.note, Self.leftOut, [$0.kind.rawValue, String($0.count)] + $0.excerpts.prefix(3)) }
    }
}

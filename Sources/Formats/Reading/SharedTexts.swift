/// The list of texts to which cells refer by number, as one run of bytes: a million short texts cost what they are long.
final class SharedTexts: XMLHandler {
    private let limits: WorkbookLimits
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var isText = false

    init(limits: WorkbookLimits) { self.limits = limits }

    var count: Int { ends.count }

    /// Nil where there is no such text.
    subscript(_ index: Int) -> String? {
        guard ends.indices.contains(index) else { return nil }
        return bytes.withUnsafeBufferPointer { all in
            XMLText.text(UnsafeBufferPointer(rebasing: all[(index == 0 ? 0 : ends[index - 1])..<ends[index]]))
        }
    }

    /// `si` is one text; it stands in `t`, or in the `t` of runs `r`. How it is pronounced (`rPh`) is no part of it.
    override func start(_ name: String, _ attributes: XMLAttributes) throws -> Bool {
        switch name {
        case "sst", "si", "r": return true
        case "t":
            isText = true
            return true
        default: return false
        }
    }

    override func end(_ name: String) throws {
        switch name {
        case "t": isText = false
        case "si":
            guard ends.count < limits.texts else { throw WorkbookRefused(.tooMuch(.texts, limit: limits.texts)) }
            ends.append(bytes.count)
        default: break
        }
    }

    override func text(_ utf8: UnsafeBufferPointer<UInt8>) throws {
        guard isText else { return }
        guard bytes.count + utf8.count <= limits.textBytes,
            bytes.count + utf8.count - (ends.last ?? 0) <= limits.cellBytes
        else { throw WorkbookRefused(.tooMuch(.textBytes, limit: limits.textBytes)) }
        bytes.append(contentsOf: utf8)
    }
}

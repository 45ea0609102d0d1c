/// An appraisal form of an official (`.lrmx`, 干部任免审批表): only what this program may hold is taken from it.
///
/// Everything else, the photograph, the family, health, party and ethnic fields among it, is passed over by the parser and
/// reaches no value (docs/decisions/0117).
public struct AppraisalForm: Hashable, Sendable {
    public var name = ""
    public var sex = ""
    /// As the form has it: `198407`.
    public var born = ""
    /// Unit and post in one text.
    public var post = ""
    public var rank = ""

    /// Nil where it is XML of another kind. Throws `WorkbookRefused`.
    public init?(_ bytes: [UInt8]) throws {
        let handler = Handler()
        let stream = try XMLStream(handler, depthLimit: 16)
        let utf8 = Self.utf8(bytes)
        do {
            // In pieces: a photograph is one long text.
            var start = 0
            while start < utf8.count {
                let end = min(start + 1 << 16, utf8.count)
                try utf8[start..<end].withUnsafeBytes { try stream.feed($0.bindMemory(to: CChar.self)) }
                start = end
            }
            try stream.finish()
        } catch is OtherKind {
            return nil
        }
        guard handler.isForm else { return nil }
        name = handler.texts["XingMing"] ?? ""
        sex = handler.texts["XingBie"] ?? ""
        born = handler.texts["ChuShengNianYue"] ?? ""
        post = handler.texts["XianRenZhiWu"] ?? ""
        rank = handler.texts["ZhiJi"] ?? handler.texts["XianRenZhiJi"] ?? handler.texts["ZhiWuCengCi"] ?? ""
    }

    /// Elements that are read; there is no other.
    static let taken: Set<String> = [
        "XingMing", "XingBie", "ChuShengNianYue", "XianRenZhiWu", "ZhiJi", "XianRenZhiJi", "ZhiWuCengCi",
    ]

    /// Forms of older programs are GB18030, and say so; expat does not know it.
    private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        let head = String(decoding: bytes.prefix(200), as: UTF8.self).lowercased()
        guard let close = head.firstRange(of: "?>"), head[..<close.lowerBound].contains("encoding"),
            ["gb2312", "gbk", "gb18030"].contains(where: { head[..<close.lowerBound].contains($0) }),
            let end = bytes.firstIndex(of: UInt8(ascii: ">"))
        else { return bytes }
        let (text, stop) = GB18030.utf8(bytes[(end + 1)...])
        return stop == .end ? text : bytes
    }

    private struct OtherKind: Error {}

    private final class Handler: XMLHandler {
        private(set) var texts: [String: String] = [:]
        private(set) var isForm = false
        private var open: String?
        private var bytes: [UInt8] = []

        override func start(_ name: String, _ attributes: XMLAttributes) throws -> Bool {
            guard isForm else {
                guard name == "Person" else { throw OtherKind() }
                isForm = true
                return true
            }
            guard open == nil, AppraisalForm.taken.contains(name) else { return false }
            open = name
            bytes.removeAll()
            return true
        }

        override func text(_ utf8: UnsafeBufferPointer<UInt8>) throws {
            guard open != nil else { return }
            guard bytes.count + utf8.count < 1 << 16 else {
                throw WorkbookRefused(.tooMuch(.textBytes, limit: 1 << 16))
            }
            bytes.append(contentsOf: utf8)
        }

        override func end(_ name: String) throws {
            guard let open, open == name else { return }
            texts[name] = String(decoding: bytes, as: UTF8.self)
            self.open = nil
        }
    }
}

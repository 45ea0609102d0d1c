import CExpat

/// Parses one XML part by expat while it is unpacked. A document type ends it, and so does what is too deep or too long.
///
/// Elements are known by their local names. Those of another namespace than the first element's are passed over, unless the
/// handler goes through them: extensions, and choices between them. So a prefix, the strict form of the standard and a missing
/// namespace make no difference.
final class XMLStream {
    static let separator: UInt8 = 0x0A
    /// A tag or a comment that long is nothing that a spreadsheet writes; see docs/decisions/0098.
    private static let longestPiece = 1 << 20

    private let parser: XML_Parser
    private let handler: XMLHandler
    private let depthLimit: Int
    private var failure: (any Error)?
    private var fed = 0
    private var depth = 0
    /// How deep within an element that nobody wants; 0 in none.
    private var skipped = 0
    /// The first element's namespace, and the separator behind it.
    private var space: [CChar]?

    init(_ handler: XMLHandler, depthLimit: Int) throws(WorkbookRefused) {
        guard let parser = XML_ParserCreateNS(nil, XML_Char(bitPattern: Self.separator)) else {
            throw WorkbookRefused(.brokenXML)
        }
        self.parser = parser
        self.handler = handler
        self.depthLimit = depthLimit
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { XMLStream.of($0)?.start($1, $2) },
            { data, _ in XMLStream.of(data)?.end() })
        XML_SetCharacterDataHandler(parser) { XMLStream.of($0)?.text($1, $2) }
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
            XMLStream.of(data)?.fail(WorkbookRefused(.documentType))
        }
    }

    deinit { XML_ParserFree(parser) }

    private static func of(_ data: UnsafeMutableRawPointer?) -> XMLStream? {
        data.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
    }

    /// The next bytes of the part.
    func feed(_ bytes: UnsafeBufferPointer<CChar>) throws {
        fed += bytes.count
        let status = XML_Parse(parser, bytes.baseAddress, Int32(bytes.count), 0)
        try settle(status)
        guard fed - max(Int(XML_GetCurrentByteIndex(parser)), 0) <= Self.longestPiece else {
            throw WorkbookRefused(.tooMuch(.textBytes, limit: Self.longestPiece))
        }
    }

    /// No more bytes come: the part must be whole.
    func finish() throws { try settle(XML_Parse(parser, nil, 0, 1)) }

    private func settle(_ status: XML_Status) throws {
        if let failure { throw failure }
        guard status == XML_STATUS_OK else { throw WorkbookRefused(.brokenXML) }
    }

    private func fail(_ error: any Error) {
        guard failure == nil else { return }
        failure = error
        XML_StopParser(parser, XML_Bool(0))
    }

    private func start(_ name: UnsafePointer<XML_Char>?, _ pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) {
        guard failure == nil, let name else { return }
        depth += 1
        if depth > depthLimit { return fail(WorkbookRefused(.tooMuch(.depth, limit: depthLimit))) }
        if skipped > 0 {
            skipped += 1
            return
        }
        guard let local = local(name) else {
            if handler.goesThrough(Self.foreign(name)) { open.append(Self.goneThrough) } else { skipped = 1 }
            return
        }
        do {
            let text = String(cString: local)
            if try handler.start(text, XMLAttributes(pairs)) { open.append(text) } else { skipped = 1 }
        } catch {
            fail(error)
        }
    }

    /// In the place of an element's name, which is never empty.
    private static let goneThrough = ""

    private static func foreign(_ name: UnsafePointer<XML_Char>) -> String {
        let text = String(cString: name)
        return text.utf8.lastIndex(of: separator).map { String(text[text.utf8.index(after: $0)...]) } ?? text
    }

    /// The elements that are open and wanted.
    private var open: [String] = []

    private func end() {
        guard failure == nil else { return }
        depth -= 1
        if skipped > 0 {
            skipped -= 1
            return
        }
        guard let name = open.popLast(), name != Self.goneThrough else { return }
        do { try handler.end(name) } catch { fail(error) }
    }

    private func text(_ bytes: UnsafePointer<XML_Char>?, _ count: Int32) {
        guard failure == nil, skipped == 0, let bytes else { return }
        let utf8 = UnsafeRawPointer(bytes).assumingMemoryBound(to: UInt8.self)
        do { try handler.text(UnsafeBufferPointer(start: utf8, count: Int(count))) } catch { fail(error) }
    }

    /// The name behind the namespace; nil for one of another namespace.
    private func local(_ name: UnsafePointer<XML_Char>) -> UnsafePointer<XML_Char>? {
        guard let space else {
            var length = 0
            var afterSpace = 0
            while name[length] != 0 {
                length += 1
                if UInt8(bitPattern: name[length - 1]) == Self.separator { afterSpace = length }
            }
            self.space = Array(UnsafeBufferPointer(start: name, count: afterSpace))
            return name + afterSpace
        }
        for index in space.indices where name[index] != space[index] { return nil }
        let local = name + space.count
        // Without a namespace of its own the first element leaves others to be told by their separator.
        if space.isEmpty {
            var index = 0
            while local[index] != 0 {
                if UInt8(bitPattern: local[index]) == Self.separator { return nil }
                index += 1
            }
        }
        return local
    }
}

extension ZipArchive {
    /// Parses a part. What is refused within it gets its name as a place.
    func parse(_ part: Part, with handler: XMLHandler, depthLimit: Int) throws {
        do {
            let stream = try XMLStream(handler, depthLimit: depthLimit)
            try read(part) { piece in
                try stream.feed(piece)
                return true
            }
            try stream.finish()
        } catch var refused as WorkbookRefused {
            refused.part = refused.part ?? part.name
            throw refused
        }
    }
}

import Glibc

/// Takes a form with files apart while it comes in, piece by piece (multipart/form-data, RFC 7578): of a file never more is
/// held than one piece. How much of a part is taken is up to whoever is handed it.
public struct MultipartReader {
    /// What was found, in the order of the body.
    public enum Event: Equatable, Sendable {
        case part(MultipartHead)
        /// Of the part that began last.
        case content(ArraySlice<UInt8>)
        /// That part is whole.
        case end
    }

    private enum State {
        /// Before the first boundary.
        case before
        /// Behind a boundary: a line's end, or the end of all.
        case behindBoundary
        case head
        case content
        case after
    }

    /// Lines, dashes and boundary: it begins with the line's end that belongs to the boundary.
    private let line: [UInt8]
    private var state = State.before
    /// What came and is not understood yet. A body may begin with its boundary, as if a line ended before it.
    private var held: [UInt8] = [0x0D, 0x0A]
    private var parts = 0

    public static let mostParts = 200
    static let mostOfHead = 8 << 10
    /// Between a boundary and the end of its line there may be blanks.
    private static let mostOfPadding = 64

    /// Nil where a content type is none of a form with files, or names no boundary that there can be.
    public init?(contentType: String) {
        let type = HeaderValue(contentType.utf8)
        guard type.value == "multipart/form-data", let boundary = type["boundary"], (1...70).contains(boundary.count),
            boundary.allSatisfy({ (0x21...0x7E).contains($0) || $0 == 0x20 }), boundary.last != 0x20
        else { return nil }
        line = [0x0D, 0x0A, 0x2D, 0x2D] + boundary
    }

    /// Takes the next piece of the body, and hands over what it tells.
    public mutating func take(_ bytes: some Collection<UInt8>, _ each: (Event) throws -> Void) throws {
        guard state != .after else { return }
        held.append(contentsOf: bytes)
        while try step(each) {}
    }

    /// After the last piece. Throws where the body ended before its form did.
    public func finish() throws(MultipartRefused) { if state != .after { throw .cutShort } }

    /// One step further; false where more must come first.
    private mutating func step(_ each: (Event) throws -> Void) throws -> Bool {
        switch state {
        case .before:
            guard let place = find(line) else {
                keepEnd()
                return false
            }
            drop(place + line.count)
            state = .behindBoundary
            return true
        case .behindBoundary: return try passBoundary()
        case .head:
            guard let place = find([0x0D, 0x0A, 0x0D, 0x0A]) else {
                guard held.count <= Self.mostOfHead else { throw MultipartRefused.headTooLong }
                return false
            }
            guard place <= Self.mostOfHead else { throw MultipartRefused.headTooLong }
            parts += 1
            guard parts <= Self.mostParts else { throw MultipartRefused.tooManyParts }
            // A head of nothing begins with the empty line itself.
            guard let head = MultipartHead(held[2..<max(2, place)]) else { throw MultipartRefused.noName }
            drop(place + 4)
            state = .content
            try each(.part(head))
            return true
        case .content:
            if let place = find(line) {
                if place > 0 { try each(.content(held[..<place])) }
                drop(place + line.count)
                state = .behindBoundary
                try each(.end)
                return true
            }
            let whole = held.count - (line.count - 1)
            if whole > 0 {
                try each(.content(held[..<whole]))
                drop(whole)
            }
            return false
        case .after: return false
        }
    }

    private mutating func passBoundary() throws -> Bool {
        if held.starts(with: [0x2D, 0x2D]) {
            state = .after
            held = []
            return false
        }
        let blanks = held.prefix { $0 == 0x20 || $0 == 0x09 }.count
        guard blanks <= Self.mostOfPadding else { throw MultipartRefused.malformed }
        guard held.count >= blanks + 2 else { return false }
        guard held[blanks] == 0x0D, held[blanks + 1] == 0x0A else { throw MultipartRefused.malformed }
        // The line's end stays: it belongs to the first header, as that of each header to the next.
        drop(blanks)
        state = .head
        return true
    }

    private mutating func drop(_ count: Int) { held.removeFirst(count) }

    /// Of what is passed over, as much stays as may be the beginning of a boundary.
    private mutating func keepEnd() { if held.count > line.count { drop(held.count - line.count) } }

    /// What is looked for begins with the end of a line.
    private func find(_ wanted: [UInt8]) -> Int? {
        held.withUnsafeBytes { all in
            guard let start = all.baseAddress else { return nil }
            var at = 0
            while all.count - at >= wanted.count,
                let found = memchr(start + at, 0x0D, all.count - at - wanted.count + 1)
            {
                let place = UnsafeRawPointer(found) - start
                if memcmp(found, wanted, wanted.count) == 0 { return place }
                at = place + 1
            }
            return nil
        }
    }
}

/// What stands above a part.
public struct MultipartHead: Hashable, Sendable {
    public var name: String
    /// As it was sent; nil where the part is no file.
    public var fileName: String?

    public init(name: String, fileName: String? = nil) {
        self.name = name
        self.fileName = fileName
    }

    /// Of header lines, the line's end of the first one in front left out; nil where they name no field.
    init?(_ lines: ArraySlice<UInt8>) {
        var rest = lines
        while !rest.isEmpty {
            let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
            let line = rest[..<end]
            rest = rest[end...].dropFirst()
            guard let colon = line.firstIndex(of: 0x3A),
                String(decoding: line[..<colon], as: UTF8.self).lowercased() == "content-disposition"
            else { continue }
            let value = HeaderValue(line[(colon + 1)...].filter { $0 != 0x0D })
            guard value.value == "form-data", let name = value.text("name") else { return nil }
            self.init(name: name, fileName: value.text("filename"))
            return
        }
        return nil
    }
}

/// Why a body is not taken apart.
public enum MultipartRefused: Error, Hashable, Sendable {
    /// It ended before its form did: the connection broke, or it was never whole.
    case cutShort
    case malformed
    case headTooLong
    case tooManyParts
    /// A part that belongs to no field.
    case noName
}

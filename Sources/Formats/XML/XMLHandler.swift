import CExpat

/// Takes in what stands in an XML part, piece by piece.
class XMLHandler {
    /// Whether what is in the element is wanted; if not, it is passed over to its end.
    func start(_ name: String, _ attributes: XMLAttributes) throws -> Bool { false }
    /// Whether an element of another namespace, known by its local name, is gone through to what is wanted within it. Nothing
    /// more is told of it.
    func goesThrough(_ foreign: String) -> Bool { false }
    /// Called for elements that were wanted.
    func end(_ name: String) throws {}
    func text(_ utf8: UnsafeBufferPointer<UInt8>) throws {}
}

/// The attributes of an element, valid while it is handled.
struct XMLAttributes {
    fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

    init(_ pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) { self.pairs = pairs }

    /// The bytes of the attribute of that name that belongs to no namespace.
    func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        guard var place = pairs else { return nil }
        while let key = place[0], let value = place[1] {
            if Self.equals(key, name) { return Self.buffer(value) }
            place += 2
        }
        return nil
    }

    subscript(_ name: StaticString) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

    /// `r:id` and its like: of that name in any namespace.
    func qualified(_ name: String) -> String? {
        guard var place = pairs else { return nil }
        while let key = place[0], let value = place[1] {
            if String(cString: key).hasSuffix(String(UnicodeScalar(XMLStream.separator)) + name) {
                return String(cString: value)
            }
            place += 2
        }
        return nil
    }

    /// Of that name, with whatever prefix or none: documents write `w:val`, some programs `val`.
    func named(_ name: StaticString) -> String? { self[name] ?? qualified(name.description) }

    func flag(_ name: StaticString) -> Bool {
        guard let value = self[name] else { return false }
        return value == "1" || value == "true" || value == "on"
    }

    private static func equals(_ key: UnsafePointer<XML_Char>, _ name: StaticString) -> Bool {
        let count = name.utf8CodeUnitCount
        for index in 0..<count where UInt8(bitPattern: key[index]) != name.utf8Start[index] { return false }
        return key[count] == 0
    }

    private static func buffer(_ value: UnsafePointer<XML_Char>) -> UnsafeBufferPointer<UInt8> {
        var count = 0
        while value[count] != 0 { count += 1 }
        return UnsafeBufferPointer(start: UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self), count: count)
    }
}

import CZip

/// Writes a zip archive as a stream: nothing is gone back to, so that it may go to a socket, and nothing stands in memory whole.
///
/// The sizes of an entry follow it (a "data descriptor", APPNOTE 4.3.9). The same content always gives the same bytes.
final class ZipWriter {
    private struct Entry {
        var name: [UInt8]
        var checksum: UInt32
        var packed: UInt32
        var size: UInt32
        var offset: UInt32
    }

    private let drain: ([UInt8]) throws -> Void
    private var entries: [Entry] = []
    private var position = 0

    init(drain: @escaping ([UInt8]) throws -> Void) { self.drain = drain }

    /// Beyond 4 GiB other records would be needed (zip64); a workbook of that size opens nowhere.
    private static let largest = Int(UInt32.max) - 1

    /// Adds an entry; `body` hands its bytes over piece by piece.
    func entry(_ name: String, _ body: (_ write: ([UInt8]) throws -> Void) throws -> Void) throws {
        let name = Array(name.utf8)
        let offset = position
        try put(
            Self.record(0x0403_4B50, [Self.version] + Self.common + [0, 0, 0, 0, 0, 0, UInt16(name.count), 0]) + name)
        let start = position
        var checksum: UInt = crc32(0, nil, 0)
        var size = 0
        let deflater = try Deflater { try self.put(Array($0)) }
        try body { bytes in
            checksum = bytes.withUnsafeBufferPointer { crc32(checksum, $0.baseAddress, UInt32($0.count)) }
            size += bytes.count
            try deflater.write(bytes)
        }
        try deflater.finish()
        guard size <= Self.largest, position <= Self.largest else { throw WorkbookUnwritable.tooLarge }
        let entry = Entry(
            name: name, checksum: UInt32(truncatingIfNeeded: checksum), packed: UInt32(position - start),
            size: UInt32(size), offset: UInt32(offset))
        try put(Self.record(0x0807_4B50, Self.sizes(entry)))
        entries.append(entry)
    }

    /// Writes the directory of all entries, which ends the archive.
    func finish() throws {
        let start = position
        for entry in entries {
            let fields =
                [Self.version, Self.version] + Self.common + Self.sizes(entry)
                + [UInt16(entry.name.count), 0, 0, 0, 0, 0, 0] + Self.halves(entry.offset)
            try put(Self.record(0x0201_4B50, fields) + entry.name)
        }
        guard position <= Self.largest else { throw WorkbookUnwritable.tooLarge }
        let count = UInt16(entries.count)
        try put(
            Self.record(
                0x0605_4B50,
                [0, 0, count, count] + Self.halves(UInt32(position - start)) + Self.halves(UInt32(start)) + [0]))
    }

    private func put(_ bytes: [UInt8]) throws {
        position += bytes.count
        try drain(bytes)
    }

    /// Version 2.0 of the format: deflated entries.
    private static let version: UInt16 = 20
    /// Sizes follow the entry; deflated; midnight, 1 January 1980, the first time that zip can name.
    private static let common: [UInt16] = [1 << 3, 8, 0, 0x21]

    private static func sizes(_ entry: Entry) -> [UInt16] {
        halves(entry.checksum) + halves(entry.packed) + halves(entry.size)
    }

    private static func halves(_ number: UInt32) -> [UInt16] {
        [UInt16(truncatingIfNeeded: number), UInt16(truncatingIfNeeded: number >> 16)]
    }

    private static func record(_ signature: UInt32, _ fields: [UInt16]) -> [UInt8] {
        (halves(signature) + fields).flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    }
}

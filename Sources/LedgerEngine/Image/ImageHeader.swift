/// The beginning of an image: what it is, and where its sections lie.
///
/// Little-endian 64-bit words: magic, version, layout, number of sections, length of the mark, total length; then four for
/// each section (offset, bytes, room, checksum); then a checksum of all these; then the mark.
struct ImageHeader {
    struct Section: Equatable {
        var offset: Int
        var byteCount: Int
        var room: Int
        var checksum: UInt64
    }

    static let magic: UInt64 = 0x3130_4C4F_435A_5849  // "IXZCOL01"
    static let version: UInt64 = 2
    var sections: [Section]
    var mark: [UInt8]
    var byteCount: Int

    /// Changes whenever a row is laid out otherwise.
    static var layout: UInt64 {
        let strides = [
            MemoryLayout<ActivityRow>.stride, MemoryLayout<Traits>.stride, MemoryLayout<LineMark>.stride,
            MemoryLayout<AppointmentRow>.stride,
            MemoryLayout<HoldingRow>.stride, MemoryLayout<MembershipRow>.stride, MemoryLayout<RosterRow>.stride,
            MemoryLayout<AttachmentRow>.stride, MemoryLayout<Lines.ChainLine>.stride,
        ]
        return strides.reduce(UInt64(MemoryLayout<Int>.size)) { $0 &* 251 &+ UInt64($1) }
    }

    func encoded() -> [UInt8] {
        var words: [UInt64] = [
            Self.magic, Self.version, Self.layout, UInt64(sections.count), UInt64(mark.count), UInt64(byteCount),
        ]
        for section in sections {
            words += [UInt64(section.offset), UInt64(section.byteCount), UInt64(section.room), section.checksum]
        }
        var bytes = words.flatMap { word in withUnsafeBytes(of: word.littleEndian) { Array($0) } }
        let sum = bytes.withUnsafeBytes { Checksum.of($0) } ^ mark.withUnsafeBytes { Checksum.of($0) }
        withUnsafeBytes(of: sum.littleEndian) { bytes.append(contentsOf: $0) }
        return bytes + mark
    }

    init(sections: [Section], mark: [UInt8], byteCount: Int) {
        self.sections = sections
        self.mark = mark
        self.byteCount = byteCount
    }

    init(_ bytes: UnsafeRawBufferPointer) throws(ImageTrouble) {
        func word(_ index: Int) throws(ImageTrouble) -> UInt64 {
            guard index >= 0, (index + 1) * 8 <= bytes.count else { throw .foreign }
            return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
        }
        guard try word(0) == Self.magic else { throw .foreign }
        guard try word(1) == Self.version, try word(2) == Self.layout else { throw .otherVersion }
        let count = Int(truncatingIfNeeded: try word(3))
        let markLength = Int(truncatingIfNeeded: try word(4))
        guard (1...1000).contains(count), (0...10_000).contains(markLength) else { throw .damaged }
        let length = (6 + count * 4) * 8
        guard length + 8 + markLength <= bytes.count else { throw .foreign }
        let head = UnsafeRawBufferPointer(rebasing: bytes[0..<length])
        let mark = UnsafeRawBufferPointer(rebasing: bytes[(length + 8)..<(length + 8 + markLength)])
        guard Checksum.of(head) ^ Checksum.of(mark) == (try word(6 + count * 4)) else { throw .damaged }
        self.mark = Array(mark)
        byteCount = Int(truncatingIfNeeded: try word(5))
        sections = []
        for index in 0..<count {
            let section = Section(
                offset: Int(truncatingIfNeeded: try word(6 + index * 4)),
                byteCount: Int(truncatingIfNeeded: try word(7 + index * 4)),
                room: Int(truncatingIfNeeded: try word(8 + index * 4)), checksum: try word(9 + index * 4))
            // Sums of what stands in a file may be too large to be counted.
            guard section.offset >= 0, section.byteCount >= 0, section.room >= section.byteCount, byteCount >= 0,
                section.offset <= byteCount, section.room <= byteCount - section.offset
            else { throw .damaged }
            sections.append(section)
        }
        guard byteCount <= bytes.count else { throw .foreign }
    }
}

/// A checksum that finds flipped, lost and moved bytes at the speed of memory; it does not keep out an attacker.
enum Checksum {
    /// Four lanes of multiply and rotate over 64-bit words, after the manner of xxHash (Y. Collet).
    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        let prime: UInt64 = 0x9E37_79B1_85EB_CA87
        var lanes = (prime, prime &* 3, prime &* 5, prime &* 7)
        var offset = 0
        @inline(__always) func mixed(_ lane: UInt64, _ word: UInt64) -> UInt64 {
            let turned = lane &+ word &* 0xC2B2_AE3D_27D4_EB4F
            return (turned << 31 | turned >> 33) &* prime
        }
        while offset + 32 <= bytes.count {
            lanes.0 = mixed(lanes.0, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            lanes.1 = mixed(lanes.1, bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
            lanes.2 = mixed(lanes.2, bytes.loadUnaligned(fromByteOffset: offset + 16, as: UInt64.self))
            lanes.3 = mixed(lanes.3, bytes.loadUnaligned(fromByteOffset: offset + 24, as: UInt64.self))
            offset += 32
        }
        var sum = mixed(mixed(mixed(lanes.0, lanes.1), lanes.2), lanes.3)
        while offset < bytes.count {
            sum = mixed(sum, UInt64(bytes[offset]))
            offset += 1
        }
        return mixed(sum, UInt64(bytes.count))
    }
}

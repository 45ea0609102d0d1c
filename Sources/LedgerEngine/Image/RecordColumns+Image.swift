import Records
import Vocabulary

extension RecordColumns {
    /// Hands out the columns as bytes, piece by piece: an image that `RecordColumns(image:)` reads where it lies.
    ///
    /// `mark` says what the columns were made from; it comes back with the image.
    public func writeImage(
        mark: String, by workers: Workers = .one, to write: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        var writer = ImageWriter()
        encode(into: &writer)
        writer.addSmall()
        // The sections point into columns that the writer keeps.
        try withExtendedLifetime(writer) { try Self.write(writer, mark: mark, by: workers, to: write) }
    }

    private static func write(
        _ writer: ImageWriter, mark: String, by workers: Workers, to write: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        let sections = writer.sections
        let sums = Parts<UInt64>(repeating: 0, count: sections.count)
        let pieces = UncheckedSections(sections)
        workers.each(sections.count) { sums[$0] = Checksum.of(pieces.sections[$0].bytes) }
        var header = ImageHeader(
            sections: sections.map { .init(offset: 0, byteCount: $0.bytes.count, room: $0.room, checksum: 0) },
            mark: Array(mark.utf8), byteCount: 0)
        var offset = aligned(header.encoded().count)
        for index in sections.indices {
            header.sections[index].offset = offset
            header.sections[index].checksum = sums[index]
            offset += aligned(sections[index].room)
        }
        header.byteCount = offset
        let head = header.encoded()
        try head.withUnsafeBytes { try write($0) }
        try fill(aligned(head.count) - head.count, write)
        for section in sections {
            try write(section.bytes)
            try fill(aligned(section.room) - section.bytes.count, write)
        }
    }

    /// What an image was made from; throws where it is none.
    public static func mark(ofImage bytes: UnsafeRawBufferPointer) throws(ImageTrouble) -> String {
        String(decoding: try ImageHeader(bytes).mark, as: UTF8.self)
    }

    /// Columns that lie in memory which `lender` keeps: a file mapped privately, for they are changed in place.
    public convenience init(
        image start: UnsafeMutableRawPointer, byteCount: Int, lender: AnyObject, by workers: Workers = .one
    ) throws(ImageTrouble) {
        let header = try ImageHeader(UnsafeRawBufferPointer(start: start, count: byteCount))
        let memory = Memory(lent: start, by: lender)
        // Large sections in pieces of their own would gain little: the largest is a third of the whole.
        let order = header.sections.indices.sorted {
            header.sections[$0].byteCount > header.sections[$1].byteCount
        }
        let isSound = Parts<Bool>(repeating: false, count: order.count)
        let sections = header.sections
        workers.each(order.count) { part in
            let section = sections[order[part]]
            let bytes = UnsafeRawBufferPointer(start: memory.start + section.offset, count: section.byteCount)
            isSound[part] = Checksum.of(bytes) == section.checksum
        }
        guard isSound.values.allSatisfy({ $0 }) else { throw .damaged }
        var reader = ImageReader(memory: memory, sections: header.sections, workers: workers)
        self.init(try Self.decode(&reader))
    }

    private static func aligned(_ count: Int) -> Int { (count + 63) & ~63 }

    private static func fill(_ count: Int, _ write: (UnsafeRawBufferPointer) throws -> Void) throws {
        let zeros = [UInt8](repeating: 0, count: min(count, 1 << 20))
        var left = count
        while left > 0 {
            let step = min(left, zeros.count)
            try zeros.withUnsafeBytes { try write(UnsafeRawBufferPointer(rebasing: $0[0..<step])) }
            left -= step
        }
    }

    private struct UncheckedSections: @unchecked Sendable {
        let sections: [ImageWriter.Section]
        init(_ sections: [ImageWriter.Section]) { self.sections = sections }
    }
}

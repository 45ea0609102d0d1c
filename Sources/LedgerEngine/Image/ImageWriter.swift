/// Gathers columns and small values for an image: columns stay where they lie, small values become one more section.
struct ImageWriter {
    struct Section {
        var bytes: UnsafeRawBufferPointer
        /// Bytes that are set aside for it, so that a column can grow where it lies.
        var room: Int
    }

    private(set) var sections: [Section] = []
    private(set) var small: [UInt8] = []
    /// Columns that must not go away before they are written.
    private var kept: [Any] = []

    mutating func add<Element>(_ column: Column<Element>, slack: Bool = false) {
        let used = column.bytes.count
        let room = slack ? used + used / 16 + 4096 * MemoryLayout<Element>.stride : used
        sections.append(Section(bytes: column.bytes, room: room))
        kept.append(column)
    }

    /// Closes the small values as the last section.
    mutating func addSmall() { add(Column(small)) }

    mutating func add(_ value: Int) {
        withUnsafeBytes(of: Int64(value).littleEndian) { small.append(contentsOf: $0) }
    }

    mutating func add(_ value: Int32) { add(Int(value)) }

    mutating func add(_ text: String) {
        add(text.utf8.count)
        small.append(contentsOf: text.utf8)
    }

    mutating func add<Item>(_ items: some Collection<Item>, _ each: (inout Self, Item) -> Void) {
        add(items.count)
        for item in items { each(&self, item) }
    }

    mutating func add(_ dated: DatedRow) {
        add(dated.from)
        add(dated.until)
        add(dated.recorded)
        add(dated.endRecorded)
    }
}

/// Reads an image back in the order in which it was written.
struct ImageReader {
    private let memory: Memory
    private let sections: [ImageHeader.Section]
    /// Who gives the memory for what is copied out of the file.
    let workers: Workers
    private var next = 0
    private let small: UnsafeRawBufferPointer
    private var place = 0

    init(memory: Memory, sections: [ImageHeader.Section], workers: Workers) {
        self.workers = workers
        self.memory = memory
        self.sections = sections
        let last = sections[sections.count - 1]
        small = UnsafeRawBufferPointer(start: memory.start + last.offset, count: last.byteCount)
    }

    mutating func column<Element>(of type: Element.Type = Element.self) throws(ImageTrouble) -> Column<Element> {
        guard next < sections.count - 1 else { throw .damaged }
        let section = sections[next]
        next += 1
        let stride = MemoryLayout<Element>.stride
        guard section.byteCount.isMultiple(of: stride) else { throw .damaged }
        return Column(
            lying: memory, at: section.offset, count: section.byteCount / stride, capacity: section.room / stride)
    }

    /// A column in memory of our own: what is looked up at all places, and written to there, is slow in a file's pages.
    mutating func copiedColumn<Element>() throws(ImageTrouble) -> Column<Element> { workers.copy(try column()) }

    mutating func int() throws(ImageTrouble) -> Int {
        guard place + 8 <= small.count else { throw .damaged }
        let value = small.loadUnaligned(fromByteOffset: place, as: Int64.self)
        place += 8
        return Int(Int64(littleEndian: value))
    }

    mutating func int32() throws(ImageTrouble) -> Int32 {
        guard let value = Int32(exactly: try int()) else { throw .damaged }
        return value
    }

    mutating func text() throws(ImageTrouble) -> String {
        let count = try int()
        guard count >= 0, count <= small.count - place else { throw .damaged }
        defer { place += count }
        return String(decoding: small[place..<(place + count)], as: UTF8.self)
    }

    mutating func items<Item>(_ each: (inout Self) throws(ImageTrouble) -> Item) throws(ImageTrouble) -> [Item] {
        let count = try int()
        // Every item takes eight bytes at least.
        guard count >= 0, count <= (small.count - place) / 8 else { throw .damaged }
        var items: [Item] = []
        items.reserveCapacity(count)
        for _ in 0..<count { items.append(try each(&self)) }
        return items
    }

    mutating func dated() throws(ImageTrouble) -> DatedRow {
        DatedRow(from: try int32(), until: try int32(), recorded: try int32(), endRecorded: try int32())
    }
}

/// Why an image is of no use; it is made anew from the database then.
public enum ImageTrouble: Error, Hashable, Sendable {
    /// Not an image at all, or cut off.
    case foreign
    /// Written by another version of the program, or on another kind of machine.
    case otherVersion
    /// Some bytes are not what was written.
    case damaged
}

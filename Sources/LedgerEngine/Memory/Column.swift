/// A run of plain values, one after another: owned, or lying in a mapped file.
///
/// A handle: copies share the values, and `append` makes room by moving. Whoever changes values sees to it that nobody
/// reads meanwhile (`LiveLedger` says how).
struct Column<Element: BitwiseCopyable>: @unchecked Sendable {
    private(set) var count: Int
    private var capacity: Int
    private var memory: Memory
    private(set) var start: UnsafeMutablePointer<Element>

    init() { self.init(capacity: 0) }

    init(capacity: Int) {
        count = 0
        self.capacity = capacity
        memory = Memory(byteCount: capacity * MemoryLayout<Element>.stride)
        start = memory.start.bindMemory(to: Element.self, capacity: capacity)
    }

    init(repeating value: Element, count: Int) {
        self.init(capacity: count)
        self.count = count
        start.initialize(repeating: value, count: count)
    }

    /// Room for so many values, which whoever asks for it fills before anybody reads.
    init(unfilled count: Int) {
        self.init(capacity: count)
        self.count = count
    }

    init(_ values: some Collection<Element>) {
        self.init(capacity: values.count)
        for value in values {
            start[count] = value
            count += 1
        }
    }

    /// Values that lie in memory already, with room for `capacity`.
    init(lying memory: Memory, at offset: Int, count: Int, capacity: Int) {
        self.count = count
        self.capacity = capacity
        self.memory = memory
        start = (memory.start + offset).bindMemory(to: Element.self, capacity: Swift.max(capacity, 1))
    }

    // The pointer does not keep the memory: without saying so, the compiler may let go of it before the access.
    @inline(__always)
    subscript(index: Int) -> Element {
        get {
            assert(index >= 0 && index < count, "a column has no row \(index)")
            return withExtendedLifetime(memory) { start[index] }
        }
        nonmutating set {
            assert(index >= 0 && index < count, "a column has no row \(index)")
            withExtendedLifetime(memory) { start[index] = newValue }
        }
    }

    @inline(__always)
    subscript(index: Int32) -> Element {
        get { self[Int(index)] }
        nonmutating set { self[Int(index)] = newValue }
    }

    /// The bytes of the values; whoever asks keeps the column meanwhile.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(UnsafeBufferPointer(start: start, count: count)) }

    mutating func append(_ value: Element) {
        if count == capacity { reserve(count + 1) }
        withExtendedLifetime(memory) { start[count] = value }
        count += 1
    }

    /// At least so many values, new ones as given.
    mutating func extend(to wanted: Int, with value: Element) {
        guard wanted > count else { return }
        reserve(wanted)
        withExtendedLifetime(memory) { (start + count).initialize(repeating: value, count: wanted - count) }
        count = wanted
    }

    mutating func removeLast(_ removed: Int = 1) { count -= removed }

    /// Room for `wanted` values at least, and more where it had to move.
    mutating func reserve(_ wanted: Int) {
        guard wanted > capacity else { return }
        var wider = Column(capacity: Swift.max(wanted, capacity + capacity / 4 + 16))
        wider.count = count
        withExtendedLifetime(memory) { wider.start.update(from: start, count: count) }
        self = wider
    }

    func fill(_ value: Element) { withExtendedLifetime(memory) { start.update(repeating: value, count: count) } }
}

extension Column: RandomAccessCollection {
    var startIndex: Int { 0 }
    var endIndex: Int { count }
}

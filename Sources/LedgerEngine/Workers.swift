/// Who does the work: one after another, or several at once; and on what memory. The engine has no threads of its own
/// and knows no system.
public struct Workers: Sendable {
    public let count: Int
    private let work: @Sendable (_ parts: Int, _ part: @Sendable (Int) -> Void) -> Void
    private let furnish: @Sendable (_ memory: UnsafeMutableRawBufferPointer) -> Void

    /// `work` calls `part` once for each number below `parts`, in any order, and returns when all are done.
    ///
    /// `furnish` is told of large memory before it is filled: the system may give it in large pages.
    public init(
        count: Int, furnish: @escaping @Sendable (_ memory: UnsafeMutableRawBufferPointer) -> Void = { _ in },
        work: @escaping @Sendable (_ parts: Int, _ part: @Sendable (Int) -> Void) -> Void
    ) {
        self.count = max(1, count)
        self.furnish = furnish
        self.work = work
    }

    /// Everything in turn, on the caller's own thread.
    public static let one = Workers(count: 1) { parts, part in for number in 0..<parts { part(number) } }

    /// Room for so many values, which whoever asks for it fills before anybody reads.
    func column<Element: BitwiseCopyable>(unfilled count: Int) -> Column<Element> {
        let column = Column<Element>(unfilled: count)
        furnish(UnsafeMutableRawBufferPointer(start: column.start, count: count * MemoryLayout<Element>.stride))
        return column
    }

    func column<Element: BitwiseCopyable>(repeating value: Element, count: Int) -> Column<Element> {
        let column: Column<Element> = column(unfilled: count)
        column.fill(value)
        return column
    }

    /// The same values in memory of our own.
    func copy<Element: BitwiseCopyable>(_ values: Column<Element>) -> Column<Element> {
        let own: Column<Element> = column(unfilled: values.count)
        withExtendedLifetime(values) { own.start.update(from: values.start, count: values.count) }
        return own
    }

    func each(_ parts: Int, _ part: @Sendable (Int) -> Void) {
        if count == 1 || parts < 2 {
            for number in 0..<parts { part(number) }
        } else {
            work(parts, part)
        }
    }
}

/// Who does the work: one after another, or several at once. The engine has no threads of its own.
public struct Workers: Sendable {
    public let count: Int
    private let work: @Sendable (_ parts: Int, _ part: @Sendable (Int) -> Void) -> Void

    /// `work` calls `part` once for each number below `parts`, in any order, and returns when all are done.
    public init(count: Int, work: @escaping @Sendable (_ parts: Int, _ part: @Sendable (Int) -> Void) -> Void) {
        self.count = max(1, count)
        self.work = work
    }

    /// Everything in turn, on the caller's own thread.
    public static let one = Workers(count: 1) { parts, part in for number in 0..<parts { part(number) } }

    func each(_ parts: Int, _ part: @Sendable (Int) -> Void) {
        if count == 1 || parts < 2 {
            for number in 0..<parts { part(number) }
        } else {
            work(parts, part)
        }
    }
}

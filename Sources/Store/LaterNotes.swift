import Dispatch
import Synchronization

/// Notes of what was looked at, written beside whoever looks: a page never waits for whoever writes, however long that takes.
///
/// One after the other in the order in which they came. A process that is killed loses those of the last moment.
public final class LaterNotes: Sendable {
    private let queue = DispatchQueue(label: "xingzhi.notes", qos: .utility)
    private let waiting = Mutex(0)
    /// Beyond so many whoever notes waits until there is room again.
    private static let most = 10_000

    /// What cannot be written is said to `failed`, if anybody cares.
    public func add(
        _ note: @escaping @Sendable () throws -> Void, failed: @escaping @Sendable () -> Void = {}
    ) {
        let isFull = waiting.withLock { waiting in
            waiting += 1
            return waiting > Self.most
        }
        queue.async { [self] in
            do { try note() } catch { failed() }
            waiting.withLock { $0 -= 1 }
        }
        if isFull { settle() }
    }

    /// Waits until all that was noted is written.
    public func settle() { queue.sync {} }
}

import Barrier
import Dispatch
import Foundation
public import Hummingbird
import Pages
import Synchronization

/// Threads of their own for one kind of request, first come, first served.
final class Lane: TaskExecutor {
    /// As many as there are processors: more would only wait for each other.
    static let pages = Lane("pages", threads: ProcessInfo.processInfo.activeProcessorCount)
    /// What is sent in need not stand behind those who only look.
    static let changes = Lane("changes", threads: 2)

    private let waiting = Mutex<[UnownedJob]>([])
    private let arrived = DispatchSemaphore(value: 0)

    init(_ name: String, threads: Int) {
        for _ in 0..<max(1, threads) {
            let thread = Thread { [self] in
                PageBarrier.prepareThread()
                while true { runNext() }
            }
            thread.name = "xingzhi.\(name)"
            // Pages are made of deeply nested trees.
            thread.stackSize = 8 << 20
            thread.start()
        }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        waiting.withLock { $0.append(job) }
        arrived.signal()
    }

    private func runNext() {
        arrived.wait()
        guard let job = waiting.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else { return }
        job.runSynchronously(on: asUnownedTaskExecutor())
    }
}

/// Keeps the threads that read from and write to the network free of the making of pages, and changes out of the queue of
/// those who read.
public struct Lanes<Context: RequestContext>: RouterMiddleware {
    public init() {}

    public func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        try await withTaskExecutorPreference(request.method == .post ? Lane.changes : Lane.pages) {
            try await next(request, context)
        }
    }
}

import Dispatch
import Foundation
import Glibc
public import LedgerEngine

extension Workers {
    /// One worker for each processor of the machine.
    public static let processors = Workers(
        count: ProcessInfo.processInfo.activeProcessorCount, furnish: takeLargePages
    ) { parts, part in
        DispatchQueue.concurrentPerform(iterations: parts) { part($0) }
    }

    /// A fault for each two megabytes instead of each four kilobytes, and fewer addresses to translate after.
    private static let takeLargePages: @Sendable (UnsafeMutableRawBufferPointer) -> Void = { memory in
        // Where the system has none, it says so, and nothing is lost.
        if memory.count >= 4 << 20 { _ = madvise(memory.baseAddress, memory.count, MADV_HUGEPAGE) }
    }
}

import Dispatch
import Foundation
public import LedgerEngine

extension Workers {
    /// One worker for each processor of the machine.
    public static let processors = Workers(count: ProcessInfo.processInfo.activeProcessorCount) { parts, part in
        DispatchQueue.concurrentPerform(iterations: parts) { part($0) }
    }
}

import Glibc

/// A file that could not be written, and why.
public struct FileTrouble: Error, Hashable, CustomStringConvertible {
    public var path: String
    public var cause: Cause

    public enum Cause: Hashable, Sendable {
        /// The system's own number.
        case system(Int32)
        /// The directory takes no draft beside the file.
        case draft(directory: String, Int32)
    }

    public init(path: String, cause: Cause) {
        self.path = path
        self.cause = cause
    }

    /// What the system has just refused.
    public init(path: String) { self.init(path: path, cause: .system(errno)) }

    /// The system's number behind it.
    public var number: Int32 {
        switch cause {
        case .system(let number), .draft(_, let number): number
        }
    }

    public var description: String {
        let reason = String(cString: strerror(number))
        switch cause {
        case .system: return "\(path): \(reason)"
        case .draft(let directory, _): return "\(path): no draft can be written in \(directory): \(reason)"
        }
    }
}

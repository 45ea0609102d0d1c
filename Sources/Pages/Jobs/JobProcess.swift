import Foundation

/// Which process is at a job, so that others can tell whether it still is.
struct JobProcess: Sendable {
    let name: String

    init() { name = "\(Self.machine) \(getpid()) \(String(UInt64.random(in: .min ... .max), radix: 36))" }

    /// The machine since it was started, and the numbering of processes that this one is in: two containers of one machine
    /// have each its own.
    private static let machine: String = {
        let boot = (try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)) ?? ""
        let numbering = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid")) ?? ""
        let parts = [boot, numbering].map { $0.filter { !$0.isWhitespace } }
        // Where the system does not tell, nobody is on this machine but this process.
        return parts.contains("") ? String(UInt64.random(in: .min ... .max), radix: 36) : parts.joined(separator: "/")
    }()

    /// True where that process was on this machine, and is no more. False where only its heartbeat can tell.
    static func isGone(_ name: some StringProtocol) -> Bool {
        let parts = name.split(separator: " ")
        guard parts.count == 3, parts[0] == machine, let process = pid_t(parts[1]) else { return false }
        return kill(process, 0) != 0 && errno == ESRCH
    }
}

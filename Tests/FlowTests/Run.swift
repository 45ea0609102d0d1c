import Foundation
import Testing

/// The built `xingzhi`, run as others run it: arguments in, output, messages and exit code out.
struct Run {
    var exit: Int32
    var output: String
    var messages: String

    /// The binary stands beside the test bundle.
    static let binary = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appendingPathComponent("xingzhi")

    static let packageRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @discardableResult
    static func xingzhi(_ arguments: String..., input: String? = nil, language: String? = nil) throws -> Run {
        let process = try start(arguments, language: language)
        if let input { process.input.write(Data(input.utf8)) }
        try process.input.close()
        return try process.finish()
    }

    /// The same, without anything to read.
    static func started(_ arguments: [String]) throws -> Run {
        let process = try start(arguments)
        try process.input.close()
        return try process.finish()
    }

    static func start(
        _ arguments: [String], language: String? = nil, environment more: [String: String] = [:]
    ) throws -> Running {
        let running = Running()
        running.process.executableURL = binary
        running.process.arguments = arguments
        var environment = ProcessInfo.processInfo.environment
        environment["XINGZHI_DATA"] = nil
        environment["XINGZHI_DATABASE"] = nil
        environment["XINGZHI_LANGUAGE"] = language
        // Most of these look at something else than who is there.
        environment["XINGZHI_TRIAL"] = "1"
        environment.merge(more) { $1 }
        if more["XINGZHI_TRIAL"] == "" { environment["XINGZHI_TRIAL"] = nil }
        running.process.environment = environment
        try running.begin()
        return running
    }

    /// Waits until the process that owns a data directory has ended: on a busy machine a server outlives its killed
    /// attendant for a moment, and still answers the door.
    static func untilOwnerIsGone(from data: String) async throws {
        let descriptor = open("\(data)/owner.lock", O_RDONLY | O_CLOEXEC)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        for _ in 0..<600 where flock(descriptor, LOCK_SH | LOCK_NB) != 0 {
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(flock(descriptor, LOCK_SH | LOCK_NB) == 0)
    }

    /// A directory of its own for one test, gone afterwards.
    static func inDirectory<Value>(_ body: (String) async throws -> Value) async throws -> Value {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("xingzhi-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: url) }
        return try await body(url.path)
    }
}

/// A run that goes on. Output goes to files, so that no pipe ever fills up.
final class Running {
    let process = Process()
    private let pipe = Pipe()
    private let files = FileManager.default.temporaryDirectory.appendingPathComponent("run-\(UUID().uuidString)")

    var input: FileHandle { pipe.fileHandleForWriting }

    func begin() throws {
        try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
        process.standardInput = pipe
        process.standardOutput = try handle("output")
        process.standardError = try handle("messages")
        try process.run()
    }

    func finish() throws -> Run {
        process.waitUntilExit()
        defer { try? FileManager.default.removeItem(at: files) }
        return Run(exit: process.terminationStatus, output: try text("output"), messages: try text("messages"))
    }

    /// What stands on standard error so far.
    func messages() throws -> String { try text("messages") }

    private func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: files.appendingPathComponent(name)), as: UTF8.self)
    }

    private func handle(_ name: String) throws -> FileHandle {
        let url = files.appendingPathComponent(name)
        _ = FileManager.default.createFile(atPath: url.path, contents: nil)
        return try FileHandle(forWritingTo: url)
    }
}

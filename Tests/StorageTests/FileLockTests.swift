import Foundation
import House
import Storage
import Store
import Testing

/// Another program that only reads a database must find it held: else it folds the log in, removes it beneath the server,
/// and what is acknowledged afterwards is written to a file that nobody finds again.
@Suite("The file of a database stays held") struct FileLockTests {
    /// The lock by which SQLite tells others that the file is open, as the system lists it.
    private func isHeld(_ path: String) throws -> Bool {
        try Self.locks(on: path).contains { $0.contains("POSIX") && $0.contains("READ") && $0.contains(" 1073741826 ") }
    }

    private static func locks(on path: String) throws -> [String] {
        var status = stat()
        guard stat(path, &status) == 0, let list = FileHandle(forReadingAtPath: "/proc/locks") else { return [] }
        defer { try? list.close() }
        return String(decoding: try list.readToEnd() ?? Data(), as: UTF8.self).split(separator: "\n").map(String.init)
            .filter { $0.contains(":\(status.st_ino) ") }
    }

    @Test("however often it is asked whether it is sound, or opened beside", .enabled(if: canSeeLocks)) func held()
        throws
    {
        let directory = NSTemporaryDirectory() + "held-\(UUID().uuidString)"
        let database = try Database.open(directory: directory)
        defer { try? database.close() }
        let path = Database.file(in: directory)
        _ = try database.read { try $0.revision() }
        #expect(try isHeld(path))
        _ = Database.damage(inDirectory: directory)
        #expect(try isHeld(path), "looked at as a file")
        let beside = try Database.openForReading(directory: directory)
        _ = try beside.read { try $0.revision() }
        try beside.close()
        #expect(try isHeld(path), "opened beside, and closed")
        _ = try database.backup(to: directory + ".copy")
        #expect(try isHeld(path), "copied")
        #expect(try database.faults() == [] && isHeld(path), "checked")
    }

    /// Not every system lists its locks.
    private static var canSeeLocks: Bool {
        let path = NSTemporaryDirectory() + "lock-\(UUID().uuidString)"
        let file = open(path, O_RDWR | O_CREAT, 0o600)
        defer {
            close(file)
            unlink(path)
        }
        return flock(file, LOCK_EX) == 0 && (try? locks(on: path))?.isEmpty == false
    }
}

import Foundation
import House
import Testing

@testable import Storage
@testable import Store

/// Backing up, restoring and checking, as somebody who keeps the data does it.
@Suite("Safe copies", .serialized)
struct SafeCopyTests {
    private func serving(_ data: String) async throws -> Running {
        let server = try Run.start(["serve", "--port", "0", "--data", data])
        for _ in 0..<600 {
            if try server.messages().contains("http://127.0.0.1:") { return server }
            let said = try server.messages()
            try #require(server.process.isRunning, "\(said)")
            try await Task.sleep(for: .milliseconds(50))
        }
        throw CancellationError()
    }

    private func publish(_ data: String, _ inForce: String = "2024-01-01") throws {
        let run = try Run.xingzhi("plan", "publish", "--sample", "--in-force", inForce, "--data", data)
        #expect(run.exit == 0, "\(run.messages)")
    }

    private func editions(_ file: String) throws -> Int {
        try Store.Database.openBackup(file).read { try $0.editions().count }
    }

    @Test(
        "after a clean stop, and after a command that wrote, the file alone holds everything",
        arguments: [SIGTERM, SIGINT])
    func cleanStop(_ signal: Int32) async throws {
        try await Run.inDirectory { directory in
            let data = directory + "/data"
            let server = try await serving(data)
            for day in 1...5 { try publish(data, "2024-01-0\(day)") }
            kill(server.process.processIdentifier, signal)
            #expect(try server.finish().exit == 0)
            #expect(DatabaseFile.size(of: data + "/xingzhi.sqlite-wal") == 0)
            try FileManager.default.copyItem(atPath: data + "/xingzhi.sqlite", toPath: directory + "/alone")
            #expect(try editions(directory + "/alone") == 5)
            try publish(data, "2024-02-01")
            #expect(DatabaseFile.size(of: data + "/xingzhi.sqlite-wal") == 0)
            try FileManager.default.copyItem(atPath: data + "/xingzhi.sqlite", toPath: directory + "/after")
            #expect(try editions(directory + "/after") == 6)
        }
    }

    @Test("a backup is taken through the server, restored elsewhere, and says the same")
    func backupAndRestore() async throws {
        try await Run.inDirectory { directory in
            let (data, other, copy) = (directory + "/data", directory + "/other", directory + "/copy.sqlite")
            let server = try await serving(data)
            defer { if server.process.isRunning { server.process.terminate() } }
            try publish(data)
            let backup = try Run.xingzhi("backup", copy, "--data", data)
            #expect(backup.exit == 0 && backup.messages.contains("已打开并比对无误"), "\(backup.messages)")
            #expect(try editions(copy) == 1)
            let again = try Run.xingzhi("backup", copy, "--data", data)
            #expect(again.exit == 1 && again.messages.contains("--replace"))
            #expect(try Run.xingzhi("backup", copy, "--replace", "--data", data).exit == 0)
            for place in [data + "/copy", directory, "/dev/null", directory + "/missing/copy"] {
                let refused = try Run.xingzhi("backup", place, "--replace", "--data", data)
                #expect(refused.exit == 1 && refused.messages.contains(place.contains("missing") ? "missing" : place))
            }
            let running = try Run.xingzhi("restore", copy, "--replace", "--data", data)
            #expect(running.exit == 1 && running.messages.contains("正被另一进程"))
            #expect(try Run.xingzhi("restore", copy, "--data", other).exit == 0)
            #expect(try Run.xingzhi("journal", "verify", "--data", other).exit == 0)
            #expect(try Run.xingzhi("database", "check", "--data", other).exit == 0)
            #expect(
                try Run.xingzhi("export", "edition", "--data", other).output
                    == Run.xingzhi("export", "edition", "--data", data).output)
            let there = try Run.xingzhi("restore", copy, "--data", other)
            #expect(there.exit == 1 && there.messages.contains("--replace"))
            let replaced = try Run.xingzhi("restore", copy, "--replace", "--data", other)
            #expect(replaced.exit == 0 && replaced.messages.contains("xingzhi.sqlite.replaced-"))
        }
    }

    @Test("what is no database, or a damaged one, is refused in words, by every command and by the server")
    func damage() async throws {
        try await Run.inDirectory { directory in
            let good = directory + "/good"
            try publish(good)
            let whole = try Data(contentsOf: URL(filePath: good + "/xingzhi.sqlite"))
            var torn = whole
            for place in stride(from: 4096, to: torn.count, by: 411) { torn[place] ^= 0xA5 }
            for (name, bytes, words) in [
                ("empty", Data(), "是空的"), ("text", Data("no database".utf8), "不是数据库"),
                ("cut", whole.dropLast(8192), "被截断"), ("torn", torn, "损坏"),
            ] {
                let data = directory + "/" + name
                try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
                try bytes.write(to: URL(filePath: data + "/xingzhi.sqlite"))
                for arguments in [["serve", "--port", "0"], ["export", "edition"], ["plan", "publish", "--sample"]] {
                    let server = try Run.start(arguments + ["--data", data])
                    let run = try server.finish()
                    #expect(run.exit == 3 && run.messages.contains(words), "\(name) \(arguments): \(run.messages)")
                    #expect(run.messages.contains("xingzhi restore"), "\(run.messages)")
                }
                for arguments in [
                    ["database", "check"], ["journal", "verify"], ["backup", directory + "/copy-" + name],
                ] {
                    let run = try Run.start(arguments + ["--data", data]).finish()
                    #expect(run.exit == 1 && run.messages.contains(words), "\(name) \(arguments): \(run.messages)")
                }
                #expect(!FileManager.default.fileExists(atPath: directory + "/copy-" + name))
                #expect(
                    try Run.xingzhi("restore", data + "/xingzhi.sqlite", "--data", directory + "/new-" + name).exit == 1
                )
                #expect(try Data(contentsOf: URL(filePath: data + "/xingzhi.sqlite")) == bytes, "it is left as it is")
            }
        }
    }
}

import Foundation
import FoundationNetworking
import Storage
import Store
import TestEngines
import Testing

/// The whole product on a PostgreSQL server, through the commands alone.
@Suite(
    "On a PostgreSQL server", .serialized,
    .enabled(if: TestEngine.server != nil, "no PostgreSQL server is named in XINGZHI_TEST_SERVER"))
struct ServerDatabaseTests {
    private func address() throws -> String { try TestEngine.makeEmpty(on: TestEngine.server ?? "") }

    private func serve(_ address: String) async throws -> (server: Running, port: Int) {
        let server = try Run.start(["serve", "--port", "0"], environment: ["XINGZHI_DATABASE": address])
        for _ in 0..<600 {
            let said = try server.messages()
            if let found = said.firstMatch(of: /http:\/\/127\.0\.0\.1:(\d+)/), let port = Int(found.1) {
                return (server, port)
            }
            try #require(server.process.isRunning, "\(said)")
            try await Task.sleep(for: .milliseconds(20))
        }
        throw CancellationError()
    }

    private func page(_ path: String, _ port: Int) async throws -> String {
        let url = try #require(URL(string: "http://127.0.0.1:\(port)\(path)"))
        let session = URLSession(configuration: .ephemeral)
        defer { session.invalidateAndCancel() }
        return String(decoding: try await session.data(from: url).0, as: UTF8.self)
    }

    @Test("copied there and back, ledger, explanations and exports are the same bytes as from the directory")
    func sameBytes() async throws {
        try await Run.inDirectory { directory in
            let (data, back, address) = (directory + "/data", directory + "/back", try address())
            #expect(try Run.xingzhi("town", "make", "--seed", "7", "--until", "2025-03-31", "--data", data).exit == 0)
            #expect(
                try Run.xingzhi("plan", "publish", "--sample", "--in-force", "2024-01-01", "--data", data).exit == 0)
            let copied = try Run.xingzhi("database", "copy", "--from", data, "--to", address)
            #expect(copied.exit == 0 && copied.messages.contains("已核对无误"), "\(copied.messages)")
            let refused = try Run.xingzhi("database", "copy", "--from", data, "--to", address)
            #expect(refused.exit == 1 && refused.messages.contains("只能复制到空处"), "\(refused.messages)")
            #expect(try Run.xingzhi("database", "copy", "--from", address, "--to", back).exit == 0)
            for command in [
                ["ledger", "--as-of", "2025-03-31", "--known-at", "2025-03-31", "--format", "json"],
                [
                    "ledger", "explain", "--obligation", "1.2", "--subject", "programme", "--as-of", "2025-03-31",
                    "--format", "json",
                ],
                ["export", "edition", "--as-of", "2025-03-31"], ["calendar"], ["settings"], ["journal", "verify"],
                ["database", "check"],
            ] {
                let here = try Run.started(command + ["--data", data])
                #expect(here.exit == 0, "\(command) \(here.messages)")
                for other in [["--database", address], ["--data", back]] {
                    let there = try Run.started(command + other)
                    #expect(there.exit == 0 && there.output == here.output, "\(command + other): \(there.messages)")
                }
            }
            for (name, place) in [("a", ["--data", data]), ("b", ["--database", address])] {
                let run = try Run.started(["export", "facts", "--directory", "\(directory)/\(name)"] + place)
                #expect(run.exit == 0, "\(run.messages)")
            }
            for file in try FileManager.default.contentsOfDirectory(atPath: directory + "/a") {
                #expect(
                    FileManager.default.contentsEqual(
                        atPath: "\(directory)/a/\(file)", andPath: "\(directory)/b/\(file)"), "\(file)")
            }
        }
    }

    @Test("several servers on one database, and commands beside them: what one writes, the others show")
    func several() async throws {
        let address = try address()
        let (first, firstPort) = try await serve(address)
        defer { if first.process.isRunning { first.process.terminate() } }
        let (second, secondPort) = try await serve(address)
        defer { if second.process.isRunning { second.process.terminate() } }
        #expect(try await page("/plan", firstPort).contains("尚未发布方案"))
        let publish = try Run.xingzhi(
            "plan", "publish", "--sample", "--in-force", "2024-01-01", "--database", address)
        #expect(publish.exit == 0, "\(publish.messages)")
        for port in [firstPort, secondPort] { #expect(try await page("/plan", port).contains("每年要办3至5天的读书班")) }
        // The day is one of the database, whoever set it.
        for zone in ["Pacific/Kiritimati", "Pacific/Niue"] {
            #expect(try Run.xingzhi("settings", "time-zone", zone, "--database", address).exit == 0)
            let today = try Run.xingzhi("settings", "today", "--database", address).output.trimmingCharacters(
                in: .whitespacesAndNewlines)
            var shown = false
            for _ in 0..<200 where !shown {
                shown = try await page("/ledger", secondPort).contains("value=\"\(today)\"")
                if !shown { try await Task.sleep(for: .milliseconds(20)) }
            }
            #expect(shown, "\(zone): \(today)")
        }
        for server in [first, second] {
            server.process.terminate()
            #expect(try server.finish().exit == 0)
        }
    }

    @Test(
        "an address that leads nowhere, is none, or is given beside a directory, is told in words without its password")
    func wrong() throws {
        let gone = try Run.xingzhi("ledger", "--database", "postgres://a:secret@/none?host=/nowhere")
        #expect(gone.exit == 3 && gone.messages.contains("连不上数据库服务器"), "\(gone.messages)")
        #expect(!gone.messages.contains("secret"))
        #expect(try Run.xingzhi("ledger", "--database", "some/directory").exit == 2)
        #expect(try Run.xingzhi("ledger", "--database", "postgres:///x", "--data", "y").exit == 2)
        let empty = try Run.xingzhi("ledger", "--database", try address())
        #expect(empty.exit == 1 && empty.messages.contains("xingzhi database copy"), "\(empty.messages)")
        let replacing = try Run.xingzhi("restore", "/dev/null", "--replace", "--database", try address())
        #expect(replacing.exit == 1)
    }

    @Test("a backup of a server's database is a file like any other")
    func backup() async throws {
        try await Run.inDirectory { directory in
            let (from, to) = (try address(), try address())
            #expect(try Run.xingzhi("plan", "publish", "--sample", "--database", from).exit == 0)
            let backup = try Run.xingzhi("backup", directory + "/copy", "--database", from)
            #expect(backup.exit == 0, "\(backup.messages)")
            #expect(try Run.xingzhi("restore", directory + "/copy", "--data", directory + "/data").exit == 0)
            let restored = try Run.xingzhi("restore", directory + "/copy", "--database", to)
            #expect(restored.exit == 0, "\(restored.messages)")
            let verified = try Run.xingzhi("journal", "verify", "--database", to)
            #expect(verified.exit == 0)
            #expect(try verified.output == Run.xingzhi("journal", "verify", "--data", directory + "/data").output)
        }
    }
}

import Foundation
import FoundationNetworking
import Testing

@Suite("Serving", .serialized)
struct ServingTests {
    /// Waits until the server has said its address; its port.
    private func port(of server: Running) async throws -> Int {
        for _ in 0..<600 {
            let said = try server.messages()
            if let found = said.firstMatch(of: /http:\/\/127\.0\.0\.1:(\d+)/), let port = Int(found.1) { return port }
            try #require(server.process.isRunning, "\(said)")
            try await Task.sleep(for: .milliseconds(50))
        }
        throw CancellationError()
    }

    /// A quotation of the sample plan, as the plan's page must show it.
    private let clause = "每年要办3至5天的读书班"

    private func page(_ path: String, _ port: Int) async throws -> String {
        let url = try #require(URL(string: "http://127.0.0.1:\(port)\(path)"))
        let (data, _) = try await URLSession.shared.data(from: url)
        return String(decoding: data, as: UTF8.self)
    }

    @Test("a command publishes through the running server; SIGTERM ends it well and takes the socket away")
    func throughTheServer() async throws {
        try await Run.inDirectory { data in
            let server = try Run.start(["serve", "--port", "0", "--data", data])
            defer { if server.process.isRunning { server.process.terminate() } }
            let port = try await port(of: server)
            #expect(FileManager.default.fileExists(atPath: "\(data)/xingzhi.sock"))

            let publish = try Run.xingzhi("plan", "publish", "--sample", "--in-force", "2024-01-01", "--data", data)
            #expect(publish.exit == 0, "\(publish.messages)")
            #expect(try await page("/plan", port).contains(clause), "the plan's text is on its page at once")
            let again = try Run.xingzhi("plan", "publish", "--sample", "--unless-same", "--data", data)
            #expect(again.exit == 0 && again.messages.contains("未再发布"))
            let unreadable = try Run.xingzhi("plan", "publish", "-", "--data", data, input: "")
            #expect(unreadable.exit == 1, "the server's refusal is the command's exit code")
            #expect(try Run.xingzhi("export", "edition", "--data", data).exit == 0, "readers go beside the server")
            #expect(try Run.xingzhi("town", "make", "--data", data).exit == 0, "every writing command goes through it")
            #expect(try Run.xingzhi("town", "make", "--data", data).exit == 1, "and is refused by it")

            server.process.terminate()
            let ended = try server.finish()
            #expect(ended.exit == 0, "\(ended.messages)")
            #expect(!FileManager.default.fileExists(atPath: "\(data)/xingzhi.sock"))
        }
    }

    @Test("a port that is taken is named, and ends with 3")
    func portTaken() async throws {
        try await Run.inDirectory { directory in
            let first = try Run.start(["serve", "--port", "0", "--data", "\(directory)/a"])
            defer { first.process.terminate() }
            let port = try await port(of: first)
            let second = try Run.xingzhi("serve", "--port", "\(port)", "--data", "\(directory)/b")
            #expect(second.exit == 3 && second.messages.contains("\(port)"))
        }
    }

    @Test("a socket left over from a server that was killed is no hindrance")
    func leftOver() async throws {
        try await Run.inDirectory { data in
            let killed = try Run.start(["serve", "--port", "0", "--data", data])
            _ = try await port(of: killed)
            kill(killed.process.processIdentifier, SIGKILL)
            _ = try killed.finish()
            try await Run.untilOwnerIsGone(from: data)
            #expect(FileManager.default.fileExists(atPath: "\(data)/xingzhi.sock"))
            #expect(try Run.xingzhi("plan", "publish", "--sample", "--data", data).exit == 0)
        }
    }
}

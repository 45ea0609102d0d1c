import Foundation
import FoundationNetworking
import Testing

/// What one page's making does ends that page only: on a server made to fall, and on the real one.
@Suite("A fault ends one page only", .serialized)
struct BarrierTests {
    private static let trial = Run.binary.deletingLastPathComponent().appendingPathComponent("BarrierTrial")

    private func start(_ arguments: String...) throws -> Running {
        let running = Running()
        running.process.executableURL = Self.trial
        running.process.arguments = arguments
        try running.begin()
        return running
    }

    private func port(of server: Running) async throws -> Int {
        for _ in 0..<600 {
            let said = try server.messages()
            if let found = said.firstMatch(of: /http:\/\/127\.0\.0\.1:(\d+)/), let port = Int(found.1) { return port }
            try #require(server.process.isRunning, "\(said)")
            try await Task.sleep(for: .milliseconds(20))
        }
        throw CancellationError()
    }

    /// A page, asked for again while the server is on its way back.
    private func ask(_ path: String, _ port: Int, body: String? = nil) async throws -> (status: Int, text: String) {
        let url = try #require(URL(string: "http://127.0.0.1:\(port)\(path)"))
        var request = URLRequest(url: url)
        if let body {
            request.httpMethod = "POST"
            request.httpBody = Data(body.utf8)
        }
        let session = URLSession(configuration: .ephemeral)
        defer { session.invalidateAndCancel() }
        for _ in 0..<400 {
            if let (data, response) = try? await session.data(for: request),
                let status = (response as? HTTPURLResponse)?.statusCode, status != 503
            {
                return (status, String(decoding: data, as: UTF8.self))
            }
            try await Task.sleep(for: .milliseconds(25))
        }
        throw CancellationError()
    }

    private func end(_ server: Running) throws -> Run {
        server.process.terminate()
        return try server.finish()
    }

    @Test(
        "whoever asked is answered, others are served, and the page stays closed",
        arguments: ["/index?a=1", "/overflow", "/deep", "/memory", "/abort"])
    func fault(path: String) async throws {
        let server = try start()
        defer { if server.process.isRunning { server.process.terminate() } }
        let port = try await port(of: server)
        async let slow = ask("/slow", port)
        try await Task.sleep(for: .milliseconds(100))
        #expect(try await ask(path, port).status == 500)
        #expect(try await slow.text == "slow", "what was under way is finished")
        #expect(try await ask("/fine", port).text == "fine")
        let falls = try server.messages().matches(of: /fell\(/).count
        #expect(falls == 1)
        #expect(try await ask(path, port).status == 500)
        #expect(try await ask(path, port).text == "fell")
        #expect(try server.messages().matches(of: /fell\(/).count == falls, "it did not fall again")
        #expect(try await ask(path + (path.contains("?") ? "&b=2" : "?b=2"), port).status == 500)
        #expect(try await ask("/fine", port).text == "fine")
        #expect(try end(server).exit == 0)
    }

    @Test("a fault on a thread that only counts for a page is found to be that page's")
    func worker() async throws {
        let server = try start()
        defer { if server.process.isRunning { server.process.terminate() } }
        let port = try await port(of: server)
        #expect(try await ask("/worker", port).status == 500)
        #expect(try await ask("/fine", port).text == "fine")
        #expect(try await ask("/worker", port).text == "fell")
        #expect(try server.messages().matches(of: /fell\(/).count == 1)
        #expect(try end(server).exit == 0)
    }

    @Test("a form that cannot be taken closes what was sent, not the form")
    func form() async throws {
        let server = try start()
        defer { if server.process.isRunning { server.process.terminate() } }
        let port = try await port(of: server)
        #expect(try await ask("/form", port, body: "good").text == "taken")
        #expect(try await ask("/form", port, body: "bad").status == 500)
        #expect(try await ask("/form", port, body: "good").text == "taken")
        #expect(try await ask("/form", port, body: "bad").text == "fell")
        #expect(try end(server).exit == 0)
    }

    @Test("a server that falls at each start is given up with words")
    func atStart() throws {
        let run = try start("fall-at-start").finish()
        #expect(run.exit == 3)
        #expect(run.messages.contains("givenUp"))
        #expect(run.messages.matches(of: /fell\(/).count == 2)
    }

    @Test("a server that ends by itself ends its attendant with its exit code")
    func exitCode() throws {
        #expect(try start("end-with-2").finish().exit == 2)
    }

    /// The process that serves, attended by this one.
    private func child(of server: Running) throws -> pid_t {
        let parent = server.process.processIdentifier
        for entry in try FileManager.default.contentsOfDirectory(atPath: "/proc/\(parent)/task") {
            let path = "/proc/\(parent)/task/\(entry)/children"
            let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
            if let child = text.split(separator: " ").first.flatMap({ pid_t($0) }) { return child }
        }
        throw CancellationError()
    }

    @Test(
        "the real server comes back at its port with what was saved, and writes again",
        arguments: [SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGKILL])
    func comesBack(signal: Int32) async throws {
        try await Run.inDirectory { data in
            let server = try Run.start(["serve", "--port", "0", "--data", data])
            defer { if server.process.isRunning { server.process.terminate() } }
            let port = try await port(of: server)
            #expect(try Run.xingzhi("plan", "publish", "--sample", "--data", data).exit == 0)
            let first = try child(of: server)
            kill(first, signal)
            #expect(try await ask("/plan", port).text.contains("读书班"))
            #expect(try child(of: server) != first)
            #expect(
                try Run.xingzhi("plan", "publish", "--sample", "--unless-same", "--data", data).messages.contains("第1版")
            )
            #expect(try server.messages().contains("信号 \(signal)"))
            #expect(try end(server).exit == 0)
            #expect(!FileManager.default.fileExists(atPath: "\(data)/xingzhi.sock"))
        }
    }

    @Test(
        "a signal of a fault that somebody sends to the attendant is told in words, and the server goes on",
        arguments: [SIGSEGV, SIGBUS, SIGABRT, SIGILL, SIGFPE, SIGTRAP, SIGSYS, SIGUSR1])
    func sentToAttendant(signal: Int32) async throws {
        try await Run.inDirectory { data in
            let server = try Run.start(["serve", "--port", "0", "--data", data])
            defer { if server.process.isRunning { server.process.terminate() } }
            let port = try await port(of: server)
            let child = try child(of: server)
            kill(server.process.processIdentifier, signal)
            kill(server.process.processIdentifier, signal)
            #expect(try await ask("/plan", port).status == 200)
            #expect(try self.child(of: server) == child, "the same server")
            let ended = try end(server)
            #expect(ended.exit == 0)
            let said = ended.messages
            #expect(said.contains("信号 \(signal)，服务照常运行"), "\(said)")
            #expect(!said.contains("Backtrace") && !said.contains("💣"), "\(said)")
        }
    }

    @Test("whoever kills the attendant kills the server, and can start another at once")
    func together() async throws {
        try await Run.inDirectory { data in
            var port = 0
            for _ in 0..<3 {
                let server = try Run.start(["serve", "--port", "\(port)", "--data", data])
                port = try await self.port(of: server)
                #expect(try await ask("/plan", port).status == 200)
                kill(server.process.processIdentifier, SIGKILL)
                _ = try server.finish()
            }
            try await Run.untilOwnerIsGone(from: data)
            #expect(try Run.xingzhi("plan", "publish", "--sample", "--data", data).exit == 0)
        }
    }

    @Test(
        "an interrupt of the terminal reaches both, and ends both well", arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
    func interrupted(signal: Int32) async throws {
        try await Run.inDirectory { data in
            let server = try Run.start(["serve", "--port", "0", "--data", data])
            _ = try await port(of: server)
            let child = try child(of: server)
            kill(server.process.processIdentifier, signal)
            if signal == SIGINT { kill(child, signal) }
            #expect(try server.finish().exit == 0)
            #expect(kill(child, 0) != 0)
        }
    }
}

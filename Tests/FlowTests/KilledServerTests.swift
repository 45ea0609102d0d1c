import Foundation
import FoundationNetworking
import Glibc
import TestEngines
import Testing

/// A server that is killed in the middle of a job, or of an upload: nothing is half, and it says so.
@Suite("A server that is killed", .serialized)
struct KilledServerTests {
    private func serve(_ place: [String: String]) async throws -> (server: Running, port: Int) {
        let server = try Run.start(["serve", "--port", "0"], environment: place)
        for _ in 0..<1200 {
            let said = try server.messages()
            if let found = said.firstMatch(of: /http:\/\/127\.0\.0\.1:(\d+)/), let port = Int(found.1) {
                return (server, port)
            }
            try #require(server.process.isRunning, "\(said)")
            try await Task.sleep(for: .milliseconds(50))
        }
        throw CancellationError()
    }

    /// The attendant and the process that serves, at once.
    private func kill9(_ server: Running) throws {
        let attendant = server.process.processIdentifier
        let children = try String(contentsOfFile: "/proc/\(attendant)/task/\(attendant)/children", encoding: .utf8)
        for child in children.split(separator: " ").compactMap({ pid_t($0) }) { kill(child, SIGKILL) }
        kill(attendant, SIGKILL)
        _ = try server.finish()
    }

    private func get(_ path: String, _ port: Int) async throws -> String {
        let url = try #require(URL(string: "http://127.0.0.1:\(port)\(path)"))
        return String(decoding: try await URLSession.shared.data(from: url).0, as: UTF8.self)
    }

    private func post(_ path: String, _ port: Int, _ body: String) async throws -> String {
        var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)\(path)")))
        request.httpMethod = "POST"
        request.httpBody = Data(body.utf8)
        request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
        return String(decoding: try await URLSession.shared.data(for: request).0, as: UTF8.self)
    }

    /// A year that takes the planner all the time it may take.
    private static let year: String = {
        var seed: UInt32 = 7
        func next(_ below: UInt32) -> UInt32 {
            seed = seed &* 1_664_525 &+ 1_013_904_223
            return (seed >> 8) % below
        }
        let people = 3000
        func list(_ value: () -> String) -> String {
            "[" + (0..<people).map { _ in value() }.joined(separator: ",") + "]"
        }
        let classes = (0..<80).map { place in
            "{\"id\":\(place + 1),\"start\":\(place % 4 * 13 + place % 9),\"weeks\":\(1 + place % 4),\"quarter\":\(place % 4),\"cap\":\(20 + place % 30),\"cats\":[0,1,\(2 + place % 3)],\"bands\":[0,1],\"women_pct\":30,\"kind_pct\":[10,0,20]}"
        }
        return """
            {"away_pct":12,"max_per_quarter":1,"max_per_year":2,"unit_kind":[\((0..<60).map { String($0 % 3) }.joined(separator: ","))],\
            "persons":{"unit":\(list { String(next(60)) }),"category":\(list { String(next(5)) }),"band":\(list { String(next(2)) }),\
            "woman":\(list { next(3) == 0 ? "true" : "false" }),"weight":\(list { String(1 + next(20)) })},"classes":[\(classes.joined(separator: ","))]}
            """
    }()

    @Test(
        "in the middle of a job: it is told as interrupted, nothing of it is kept, and it can be begun anew",
        arguments: TestEngine.allCases)
    func job(engine: TestEngine) async throws {
        try await Run.inDirectory { directory in
            var place = ["XINGZHI_FILES": directory + "/files"]
            if engine == .sqlite {
                place["XINGZHI_DATA"] = directory + "/data"
            } else {
                place["XINGZHI_DATABASE"] = try TestEngine.makeEmpty(on: TestEngine.server ?? "")
            }
            let (server, port) = try await serve(place)
            var allowed = CharacterSet.alphanumerics
            allowed.insert(charactersIn: "-_.")
            let text = try #require(Self.year.addingPercentEncoding(withAllowedCharacters: allowed))
            let page = try await post("/seats/new", port, "step=save&name=2027&text=\(text)")
            #expect(page.contains("正在安排"), "\(page.prefix(3000))")
            let job = try #require(page.firstMatch(of: /\/jobs\/J[0-9-]+/).map { String($0.0) })
            try kill9(server)

            let (again, next) = try await serve(place)
            defer { if again.process.isRunning { again.process.terminate() } }
            var told = ""
            for _ in 0..<600 where !told.contains("中断") {
                told = try await get(job, next)
                try await Task.sleep(for: .milliseconds(50))
            }
            #expect(told.contains("中断") && told.contains("没有留下半成品") && told.contains("重新办理"))
            let year = try await get("/seats/1", next)
            #expect(year.contains("没有得出新的安排") && !year.contains("与上次安排相比"))
            let anew = try await post(job + "/anew", next, "")
            #expect(anew.contains("正在办理") || anew.contains("排队等候"))
            again.process.terminate()
            #expect(try again.finish().exit == 0, "a job under way does not keep the server from ending")
            let check = try Run.start(["database", "check"], environment: place)
            try check.input.close()
            #expect(try check.finish().exit == 0)
        }
    }

    @Test("in the middle of an upload: no paper is listed, and none lies in the store")
    func upload() async throws {
        try await Run.inDirectory { data in
            #expect(try Run.xingzhi("town", "make", "--seed", "7", "--until", "2025-03-31", "--data", data).exit == 0)
            let (server, port) = try await serve(["XINGZHI_DATA": data])
            let tours = try await get("/tours", port)
            let tour = try #require(tours.firstMatch(of: /\/tours\/T[0-9-]+/).map { String($0.0) })
            let form = try await get("\(tour)/papers/new", port)
            let draft = try #require(form.firstMatch(of: /name="draft" value="([a-z2-7]+)"/).map { String($0.1) })
            let head =
                "--B\r\nContent-Disposition: form-data; name=\"draft\"\r\n\r\n\(draft)\r\n--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7"
            let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            defer { close(client) }
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = UInt16(port).bigEndian
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            let connected = withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(client, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
            #expect(connected == 0)
            let request =
                "POST \(tour)/papers/new HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Type: multipart/form-data; boundary=B\r\nContent-Length: 10000000\r\n\r\n"
                + head + String(repeating: "x", count: 300_000)
            #expect(request.withCString { send(client, $0, strlen($0), Int32(MSG_NOSIGNAL)) } > 0)
            let incoming = data + "/files/evidence/incoming"
            func names() -> [String] { (try? FileManager.default.contentsOfDirectory(atPath: incoming)) ?? [] }
            for _ in 0..<600 where names().isEmpty { try await Task.sleep(for: .milliseconds(20)) }
            #expect(names().count == 1, "it is written while it comes")
            try kill9(server)

            let (again, next) = try await serve(["XINGZHI_DATA": data])
            defer { if again.process.isRunning { again.process.terminate() } }
            #expect(try await !get(tour, next).contains("/papers/E"))
            let files = try FileManager.default.subpathsOfDirectory(atPath: data + "/files/evidence")
            #expect(!files.contains { $0.count > 60 && !$0.hasPrefix("incoming") }, "\(files)")
            again.process.terminate()
            #expect(try again.finish().exit == 0)
            #expect(try Run.xingzhi("database", "check", "--data", data).exit == 0)
        }
    }
}

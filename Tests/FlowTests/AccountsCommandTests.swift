import Foundation
import FoundationNetworking
import Testing

/// A real site from its first start, by the program as it is shipped but for the cost of a password.
@Suite("Accounts from the console", .serialized)
struct AccountsCommandTests {
    private func port(of server: Running) async throws -> Int {
        for _ in 0..<600 {
            let said = try server.messages()
            if let found = said.firstMatch(of: /http:\/\/127\.0\.0\.1:(\d+)/), let port = Int(found.1) { return port }
            try #require(server.process.isRunning, "\(said)")
            try await Task.sleep(for: .milliseconds(50))
        }
        throw CancellationError()
    }

    private static let password = "蓝色河马在窗台上读报纸和旧杂志"

    private func ask(_ path: String, _ port: Int, _ fields: [String: String]? = nil) async throws -> (Int, String) {
        var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)\(path)")))
        if let fields {
            request.httpMethod = "POST"
            let body = fields.map { "\($0)=\($1.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")" }
            request.httpBody = Data(body.joined(separator: "&").utf8)
        }
        let session = URLSession(configuration: .ephemeral)
        let (data, response) = try await session.data(for: request)
        return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
    }

    @Test("the first start shows two codes, which open two accounts; whoever lost theirs comes in again by the console")
    func firstStart() async throws {
        try await Run.inDirectory { data in
            let server = try Run.start(["serve", "--port", "0", "--data", data], environment: ["XINGZHI_TRIAL": ""])
            defer { if server.process.isRunning { server.process.terminate() } }
            let port = try await port(of: server)
            let said = try server.messages()
            let codes = said.matches(of: /[A-Z2-9]{4}(-[A-Z2-9]{4}){3}/).map { String($0.0) }
            try #require(codes.count == 2, "\(said)")
            #expect(said.contains("系统管理员：\(codes[0])") && said.contains("安全管理员：\(codes[1])"))
            for path in ["/", "/people", "/accounts"] {
                #expect(try await ask(path, port).1.contains("首次启用"), "\(path)")
            }
            let again = try Run.xingzhi("accounts", "first-codes", "--data", data)
            let newCodes = again.messages.matches(of: /[A-Z2-9]{4}(-[A-Z2-9]{4}){3}/).map { String($0.0) }
            try #require(again.exit == 0 && newCodes.count == 2)
            func open(_ code: String, _ name: String) async throws -> Int {
                try await ask(
                    "/first-start", port,
                    ["code": code, "name": name, "displayName": name, "new": Self.password, "again": Self.password]
                ).0
            }
            #expect(try await open(codes[0], "sys") == 422, "made anew, those from before are void")
            #expect(try await open(newCodes[0], "sys") == 200)
            #expect(try await open(newCodes[1], "sec") == 200)
            #expect(try Run.xingzhi("accounts", "first-codes", "--data", data).exit == 1)
            let list = try Run.xingzhi("accounts", "--data", data)
            #expect(list.output == "sec\tsec\t在用\t安全管理员\nsys\tsys\t在用\t系统管理员\n")
            let reset = try Run.xingzhi("accounts", "reset", "SYS", "--data", data)
            let code = try #require(reset.messages.firstMatch(of: /[A-Z2-9]{4}(-[A-Z2-9]{4}){3}/).map { String($0.0) })
            #expect(try await ask("/sign-in", port, ["name": "sys", "password": Self.password]).0 == 422)
            let signed = try await ask("/sign-in", port, ["name": "sys", "password": code])
            #expect(signed.0 == 200 && signed.1.contains("请先设置自己的密码"))
            #expect(try Run.xingzhi("accounts", "reset", "nobody", "--data", data).exit == 1)
            server.process.terminate()
            let ended = try server.finish()
            #expect(ended.exit == 0)
            #expect(try Run.xingzhi("journal", "verify", "--data", data).exit == 0)
            // What is stored opens nothing by itself.
            let files = try FileManager.default.contentsOfDirectory(atPath: data)
            for file in files {
                guard let bytes = FileManager.default.contents(atPath: "\(data)/\(file)") else { continue }
                for secret in newCodes + [code, Self.password] {
                    #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(file)")
                    #expect(bytes.range(of: Data(secret.replacing("-", with: "").utf8)) == nil, "\(file)")
                }
                #expect(!said.contains(Self.password) && !ended.messages.contains(Self.password))
            }
        }
    }

    @Test("a sample town on this machine needs no sign-in, behind a proxy it does") func sample() async throws {
        try await Run.inDirectory { data in
            #expect(try Run.xingzhi("town", "make", "--seed", "7", "--until", "2025-03-31", "--data", data).exit == 0)
            for (arguments, isOpen) in [([], true), (["--behind-proxy", "xz.example.cn"], false)] {
                let server = try Run.start(
                    ["serve", "--port", "0", "--data", data] + arguments, environment: ["XINGZHI_TRIAL": ""])
                let port = try await port(of: server)
                let (status, text) = try await ask("/people", port)
                #expect(
                    isOpen ? status == 200 && text.contains("/look/clerk") : status == 421, "\(arguments): \(status)")
                server.process.terminate()
                #expect(try server.finish().exit == 0)
            }
        }
    }
}

import CPostgres
import Foundation
import House
public import Store

/// The engines that tests of whatever touches the database run on: PostgreSQL where a server is named in
/// XINGZHI_TEST_SERVER, as `bin/test` does.
public enum TestEngine: String, CaseIterable, Sendable {
    case sqlite, postgres

    public static let server = ProcessInfo.processInfo.environment["XINGZHI_TEST_SERVER"]
    public static let allCases: [TestEngine] = server == nil ? [.sqlite] : [.sqlite, .postgres]

    /// The engine that the test under way is run on (`OnEveryEngine`).
    @TaskLocal public static var current = TestEngine.sqlite

    /// Where a database can be made, and none is.
    public func emptyPlace() throws -> DatabasePlace {
        switch self {
        case .sqlite:
            let name = "xingzhi-test-\(UUID().uuidString)"
            let path = FileManager.default.temporaryDirectory.appending(path: name).path
            MadePlaces.current?.add(.directory(path))
            return .directory(path)
        case .postgres: return .server(try Self.makeEmpty(on: Self.server ?? ""))
        }
    }

    /// The address of a new database beside the one named.
    public static func makeEmpty(on server: String) throws -> String {
        let name = "test_" + UUID().uuidString.lowercased().replacingOccurrences(of: "-", with: "")
        try run("create database \(name) template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'", on: server)
        MadePlaces.current?.add(.database(name, server: server))
        return server.replacingOccurrences(of: "/postgres?", with: "/\(name)?")
    }

    static func run(_ statement: String, on server: String) throws {
        let session = PQconnectdb(server)
        defer { PQfinish(session) }
        let result = PQexec(session, statement)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else {
            throw NotMade(reason: PQerrorMessage(session).map { String(cString: $0) } ?? server)
        }
    }

    struct NotMade: Error { var reason: String }
}

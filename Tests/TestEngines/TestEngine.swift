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

    /// A database of its own in which all tables are laid out: a copy of one, for laying them out takes longer than most tests.
    public func freshPlace() throws -> DatabasePlace {
        switch self {
        case .sqlite:
            let place = try emptyPlace()
            guard case .directory(let path) = place else { return place }
            try FileManager.default.copyItem(atPath: try Self.laidOutDirectory.get(), toPath: path)
            return place
        case .postgres:
            return .server(try Self.makeEmpty(on: Self.server ?? "", from: try Self.laidOutDatabase.get()))
        }
    }

    private static let laidOutDirectory = Result<String, any Error> {
        let path = FileManager.default.temporaryDirectory.appending(path: "xingzhi-laid-out-\(UUID().uuidString)").path
        _ = try DatabasePlace.directory(path).open()
        return path
    }

    /// Nobody may have a session on what is copied.
    private static let laidOutDatabase = Result<String, any Error> {
        let server = Self.server ?? ""
        let name = newName()
        try create(name, from: "template0", on: server)
        _ = try DatabasePlace.server(address(of: name, on: server)).open()
        try run("alter database \(name) allow_connections false", on: server)
        try end(sessionsOn: name, on: server)
        return name
    }

    /// The address of a new database beside the one named.
    public static func makeEmpty(on server: String, from template: String = "template0") throws -> String {
        let name = newName()
        try create(name, from: template, on: server)
        MadePlaces.current?.add(.database(name, server: server))
        return address(of: name, on: server)
    }

    private static func newName() -> String {
        "test_" + UUID().uuidString.lowercased().replacingOccurrences(of: "-", with: "")
    }

    private static func create(_ name: String, from template: String, on server: String) throws {
        try run("create database \(name) template \(template) encoding 'UTF8' lc_collate 'C' lc_ctype 'C'", on: server)
    }

    private static func end(sessionsOn name: String, on server: String) throws {
        try run(
            "do $$ begin perform pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '\(name)'; end $$",
            on: server)
    }

    private static func address(of name: String, on server: String) -> String {
        server.replacingOccurrences(of: "/postgres?", with: "/\(name)?")
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

import Foundation
import Store

/// Whose data were destroyed, as a file beside the database: by it what was destroyed is destroyed again where a backup of
/// before is restored. One JSON object a line; it names nobody, only their numbers.
public struct DestructionList: Sendable {
    public var path: String

    public init(path: String) { self.path = path }

    /// Where files lie that belong to a database.
    public init(inFiles directory: String) { path = directory + "/destroyed.list" }

    public func read() throws -> [Destruction] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        return try text.split(whereSeparator: \.isNewline).map {
            try StoredJSON.value(Destruction.self, from: String($0))
        }
    }

    /// Adds those that do not stand there yet, by their person; it never becomes shorter.
    public func add(_ destroyed: [Destruction]) throws {
        let known = try read()
        let all = known + destroyed.filter { new in !known.contains { $0.person == new.person } }
        guard all.count > known.count else { return }
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        try Data(try Self.text(all).utf8).write(to: URL(filePath: path), options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }

    public static func text(_ destroyed: [Destruction]) throws -> String {
        try destroyed.map { try StoredJSON.text($0) + "\n" }.joined()
    }
}

import Foundation
import Storage
import Store
import Vocabulary

/// Seat plans that an earlier program kept as files beside the database: taken over once, and then set aside.
public struct SeatFiles: Sendable {
    /// Numbers of the plans that were taken over.
    public private(set) var taken: [Int] = []
    /// Files that could not be read; they stay where they are.
    public private(set) var left: [String] = []
    /// Where the files stand that were taken over.
    public let aside: String

    private static let removedSuffix = ".removed"

    /// Each file is one change; a plan whose number is in the database already was taken over before.
    init(of directory: String, into database: Database, by: String) throws {
        let source = directory + "/seats"
        aside = directory + "/seats.imported"
        guard FileManager.default.fileExists(atPath: source) else { return }
        for file in try FileManager.default.contentsOfDirectory(atPath: source).sorted() {
            let isRemoved = file.hasSuffix(Self.removedSuffix)
            let name = isRemoved ? String(file.dropLast(Self.removedSuffix.count)) : file
            guard name.hasSuffix(".json"), let number = Int(name.dropLast(5)), number > 0 else { continue }
            guard var plan = try? Self.plan(at: source + "/" + file, number: number) else {
                left.append(file)
                continue
            }
            plan.isTakenAway = isRemoved
            let whole = plan
            try database.write(by: by) { transaction in
                if try transaction.seatPlan(number: number) == nil { try transaction.add(whole) }
            }
            try FileManager.default.createDirectory(
                atPath: aside, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let target = aside + "/" + file
            if FileManager.default.fileExists(atPath: target) { try FileManager.default.removeItem(atPath: target) }
            try FileManager.default.moveItem(atPath: source + "/" + file, toPath: target)
            taken.append(number)
        }
        if try FileManager.default.contentsOfDirectory(atPath: source).isEmpty {
            try FileManager.default.removeItem(atPath: source)
        }
    }

    private static func plan(at path: String, number: Int) throws -> SeatPlan {
        var plan = try SeatPlanFile.read(Array(try Data(contentsOf: URL(filePath: path))), number: number)
        if plan.name.allSatisfy(\.isWhitespace) { plan.name = "未命名年度" }
        return plan
    }
}

extension Site {
    /// Takes over what an earlier program kept beside the database. Called once, before serving.
    public func takeOverSeatFiles(of directory: String) async throws -> SeatFiles {
        let files = try SeatFiles(of: directory, into: database, by: Reader.localOperator.account)
        await seats.note(unreadable: files.left)
        return files
    }
}

import Foundation
import House
import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Accounts

/// What was destroyed does not come back with a backup of before, by the command that puts it there.
@Suite("Restored from before a destruction", .serialized) struct DestroyedRestoreTests {
    private static let name = "欧阳镜湖"
    private static let today = Day(iso: "2026-09-30") ?? .unset

    /// A site with one official, who is also its only security administrator.
    private func make(_ place: DatabasePlace) throws {
        let database = try place.open()
        defer { try? database.close() }
        let start = Self.today - 900
        var book = RecordBook()
        book.units = [
            OrgUnit(code: "U1", name: "河畔县", kind: .city, parent: nil, span: DaySpan(from: start), recorded: start)
        ]
        book.persons = [
            Person(code: "P9", name: Self.name, sex: .female, birthMonth: "1971-03", recorded: start),
            Person(code: "P8", name: "普通人", sex: .female, birthMonth: "1971-04", recorded: start),
        ]
        book.appointments = [
            Appointment(
                code: "A9", person: "P9", unit: "U1", post: "镜湖督导长", rank: "一级科员",
                dated: Dated(from: start, recorded: start))
        ]
        try database.write(by: "test") { try $0.insert(book) }
        try open("P9", of: "P9", on: database)
    }

    private func open(_ account: String, of person: String, on database: Database) throws {
        let system = Reader(account: "system", rights: [.own, .administerUsers])
        try database.perform(
            OpenAccount(AccountDraft(name: account, displayName: Self.name, person: person)), by: system, on: Self.today
        )
        try database.perform(
            SetPassword(account: account, password: PasswordHash.make("蓝色河马在窗台上读报纸", cost: .least)),
            by: Reader(account: account, rights: [.own]), on: Self.today)
        let role = RoleRequest(role: .securityAdministrator, unit: "", from: Self.today, until: nil, purpose: "工作需要")
        let asked = try database.perform(AskRole(account: account, request: role), by: system, on: Self.today)
        try database.perform(
            DecideRole(grant: asked.code, isAgreed: true, remark: ""),
            by: Reader(account: "agrees", rights: [.own, .administerSecurity]), on: Self.today)
    }

    /// Somebody else has taken the office over since; then what is held about the first is destroyed.
    private func destroy(_ place: DatabasePlace) throws {
        let database = try place.open()
        defer { try? database.close() }
        try open("P8", of: "P8", on: database)
        let office = Reader(account: "office", rights: [.own, .see, .report, .plan])
        let asked = try database.perform(
            AskDestruction(person: "P9", ground: "本人申请", inTexts: true), by: office, on: Self.today)
        try database.perform(
            DecideDestruction(code: asked.code, isAgreed: true, remark: ""),
            by: Reader(account: "P8", rights: [.own, .administerSecurity]), on: Self.today)
    }

    private func name(in place: DatabasePlace) throws -> String? {
        let database = try place.openForReading()
        defer { try? database.close() }
        return try database.read { try $0.person(code: "P9") }?.name
    }

    @Test(
        "the list that is named, or lies with the files, destroys them again; a list that is not there stops it before")
    func command() async throws {
        try await Run.inDirectory { directory in
            let (data, copy, list) = (directory + "/data", directory + "/copy", directory + "/list")
            try make(.directory(data))
            try #require(try Run.xingzhi("backup", copy, "--data", data).exit == 0)
            try destroy(.directory(data))
            let printed = try Run.xingzhi("accounts", "destroyed", "--data", data)
            #expect(printed.exit == 0 && printed.output.contains("\"P9\"") && !printed.output.contains(Self.name))
            try Data(printed.output.utf8).write(to: URL(filePath: list))

            let without = try Run.xingzhi(
                "restore", copy, "--data", directory + "/a", "--destroyed", directory + "/none")
            #expect(without.exit == 1 && without.messages.contains("/none"), "\(without.messages)")
            #expect(!FileManager.default.fileExists(atPath: directory + "/a/xingzhi.sqlite"), "nobody is readable")
            try Data("not a list\n".utf8).write(to: URL(filePath: directory + "/bad"))
            let bad = try Run.xingzhi("restore", copy, "--data", directory + "/a", "--destroyed", directory + "/bad")
            #expect(bad.exit == 1 && bad.messages.contains("/bad"), "\(bad.messages)")
            #expect(!FileManager.default.fileExists(atPath: directory + "/a/xingzhi.sqlite"))

            let unlisted = try Run.xingzhi("restore", copy, "--data", directory + "/b")
            #expect(unlisted.exit == 0 && unlisted.messages.contains("没有销毁名录"), "\(unlisted.messages)")
            #expect(try name(in: .directory(directory + "/b")) == Self.name)

            let named = try Run.xingzhi("restore", copy, "--data", directory + "/c", "--destroyed", list)
            #expect(named.exit == 0 && named.messages.contains("已重新销毁1人"), "\(named.messages)")
            try requireGone(directory + "/c")

            let replaced = try Run.xingzhi("restore", copy, "--replace", "--data", directory + "/c")
            #expect(replaced.exit == 0 && replaced.messages.contains("已重新销毁1人"), "\(replaced.messages)")
            try requireGone(directory + "/c")
            #expect(
                try Run.xingzhi("accounts", "first-codes", "--data", directory + "/c").exit == 0, "somebody comes in")
        }
    }

    private func requireGone(_ data: String) throws {
        #expect(try name(in: .directory(data)) == "已销毁·P9")
        #expect(try Run.xingzhi("journal", "verify", "--data", data).exit == 0)
        #expect(try Run.xingzhi("database", "check", "--data", data).exit == 0)
        for file in try FileManager.default.subpathsOfDirectory(atPath: data) where !file.contains(".replaced-") {
            guard let bytes = FileManager.default.contents(atPath: data + "/" + file) else { continue }
            for word in [Self.name, "镜湖督导长", "1971-03"] {
                #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) in \(file)")
            }
        }
    }

    @Test("the same on a PostgreSQL server", .enabled(if: TestEngine.server != nil))
    func server() async throws {
        try await Run.inDirectory { directory in
            let (from, to) = (
                try TestEngine.makeEmpty(on: TestEngine.server ?? ""),
                try TestEngine.makeEmpty(on: TestEngine.server ?? "")
            )
            try make(DatabasePlace(from))
            let copy = directory + "/copy"
            try #require(try Run.xingzhi("backup", copy, "--database", from, "--files", directory + "/files").exit == 0)
            try destroy(DatabasePlace(from))
            let printed = try Run.xingzhi("accounts", "destroyed", "--database", from)
            try Data(printed.output.utf8).write(to: URL(filePath: directory + "/list"))
            let restored = try Run.xingzhi(
                "restore", copy, "--database", to, "--files", directory + "/other", "--destroyed", directory + "/list")
            #expect(restored.exit == 0 && restored.messages.contains("已重新销毁1人"), "\(restored.messages)")
            #expect(try name(in: DatabasePlace(to)) == "已销毁·P9")
            #expect(try Run.xingzhi("database", "check", "--database", to, "--files", directory + "/other").exit == 0)
            #expect(FileManager.default.fileExists(atPath: directory + "/other/destroyed.list"))
        }
    }
}

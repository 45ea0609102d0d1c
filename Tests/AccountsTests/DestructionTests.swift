import Foundation
import House
import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Accounts

@Suite("Destroying what is held about a person", .onEveryEngine) struct DestructionTests {
    private let name = "欧阳镜湖"
    private let former = "欧阳静湖"
    private let post = "镜湖督导长"
    private let office = Reader(account: "office", rights: [.own, .see, .report, .plan])

    /// A person whose name stands everywhere: twice recorded, with a post, an account, an activity named after them, a draft.
    private func town() throws -> Town {
        let town = try Town()
        let today = Town.today
        try town.database.write(by: "clerk") { writing in
            var edits = PeopleEdits()
            let person = Person(code: "P9", name: former, sex: .female, birthMonth: "1971-03", recorded: today)
            edits.persons = [.init(person)]
            edits.appointments = [
                .init(
                    Appointment(
                        code: "A9", person: "P9", unit: "U2", post: post, rank: "一级科员",
                        dated: Dated(from: day("2024-01-01"), recorded: today)))
            ]
            try writing.write(edits, act: "addPerson", kind: "person", code: "P9", on: today)
            var after = person
            after.name = name
            var change = PeopleEdits()
            change.persons = [.init(after, before: person)]
            try writing.write(change, act: "changePerson", kind: "person", code: "P9", on: today)
            var file = PeopleEdits()
            file.persons = [
                .init(Person(code: "P8", name: name + "生", sex: .male, birthMonth: "1990-01", recorded: today)),
                .init(Person(code: "P7", name: "普通人", sex: .male, birthMonth: "1990-01", recorded: today)),
            ]
            try writing.write(
                file, act: "importFile", kind: importedFileKind, code: "I2026-000001", on: today,
                file: ImportedFile(kind: "persons", file: "\(name)任免表.lrmx", hash: "0", rows: 2, new: 2, changed: 0))
            let activity = Activity(
                code: try writing.nextCode(.activity, on: today), kind: .lecture, title: "\(name)同志先进事迹报告会，\(name)生主持",
                organiser: "U2",
                from: today, to: today, hours: 2, recorded: today)
            try writing.add(
                activity,
                with: [
                    Participation(
                        code: try writing.nextCode(.participation, on: today), activity: activity.code, person: "P9",
                        role: .speaker, hours: 2,
                        completed: true, recorded: today)
                ])
        }
        let account = try town.database.perform(
            OpenAccount(AccountDraft(name: "P9", displayName: name, person: "P9")), by: .system, on: today)
        try town.set(Town.password, of: account)
        _ = try town.signIn("P9", from: "10.9.8.7")
        try town.database.keep(
            FormDraft(
                code: FormDraft.newCode(), account: "clerk", form: "/tours/new",
                fields: "leader=%E6%AC%A7%E9%98%B3%E9%95%9C%E6%B9%96", seen: nil))
        return town
    }

    private func ask(_ town: Town, inTexts: Bool = true, ground: String = "本人申请，法第四十七条") throws -> Destruction {
        try town.database.perform(
            AskDestruction(person: "P9", ground: ground, inTexts: inTexts), by: office, on: Town.today)
    }

    private func destroy(_ town: Town, inTexts: Bool = true) throws {
        let asked = try ask(town, inTexts: inTexts)
        try town.database.perform(
            DecideDestruction(code: asked.code, isAgreed: true, remark: ""), by: .security, on: Town.today)
    }

    /// Where in the database the words stand.
    private func places(_ database: Database, _ words: [String]) throws -> [String] {
        try database.read { reading in
            var found: [String] = []
            for (table, column) in try reading.textColumns() {
                try reading.connection.query(
                    "select \(column) as held from \(table) where \(column) is not null", []
                ) { row in
                    let text = try row.text("held").replacing(name + "生", with: "")
                    if words.contains(where: text.contains) { found.append("\(table).\(column): \(text)") }
                }
            }
            return found
        }
    }

    private var words: [String] { [name, former, post, "1971-03", "%E9%95%9C%E6%B9%96"] }

    @Test("leaves nothing of them readable, and everything that is counted") func everything() throws {
        let town = try town()
        #expect(try places(town.database, [name]).count > 5, "it is everywhere before")
        let before = try town.database.read { try $0.recordBook() }
        try destroy(town)
        try town.database.scrub()
        #expect(try places(town.database, words) == [])
        #expect(try town.database.faults() == [])
        let after = try town.database.read { try $0.recordBook() }
        let person = try #require(after.persons.first { $0.code == "P9" })
        #expect(person.name == "已销毁·P9" && person.isDestroyed && person.sex == .female)
        #expect(after.participations == before.participations && after.categories == before.categories)
        #expect(after.appointments.map(\.dated) == before.appointments.map(\.dated))
        #expect(after.appointments.map(\.rank) == before.appointments.map(\.rank))
        #expect(after.persons.filter { $0.code != "P9" } == before.persons.filter { $0.code != "P9" })
        #expect(after.activities.last?.title == "已销毁·P9同志先进事迹报告会，\(name)生主持", "another's longer name stays")
        #expect(try town.signIn("P9").isRefused)
        #expect(
            try town.database.read { try $0.journal(ofKind: "account", code: "P9") }.contains { $0.act == "signIn" })
        guard case .directory(let directory) = town.place else { return }
        for file in try FileManager.default.subpathsOfDirectory(atPath: directory) {
            guard let data = FileManager.default.contents(atPath: directory + "/" + file) else { continue }
            for word in [former, post] { #expect(data.range(of: Data(word.utf8)) == nil, "\(word) in \(file)") }
        }
    }

    @Test("needs two people, a ground without the name, and a database that answers to its journal") func refused()
        throws
    {
        let town = try town()
        func why(_ body: () throws -> Void) throws -> [DestructionProblem] {
            do { try body() } catch let refused as Refused {
                return refused.problems.compactMap { $0 as? DestructionProblem }
            }
            return []
        }
        #expect(try why { _ = try ask(town, ground: "\(former)本人申请") } == [.groundNames])
        let asked = try ask(town)
        #expect(try why { _ = try ask(town) } == [.askedAlready])
        let decide = DecideDestruction(code: asked.code, isAgreed: true, remark: "")
        var both = office
        both.rights.insert(.administerSecurity)
        #expect(try why { try town.database.perform(decide, by: both, on: Town.today) } == [.askedBySame])
        #expect(throws: NotAllowed.self) { try town.database.perform(decide, by: office, on: Town.today) }
        #expect(throws: NotAllowed.self) {
            try town.database.perform(
                AskDestruction(person: "P1", ground: "x", inTexts: true), by: .clerk, on: Town.today)
        }
        try town.database.write(by: "x") {
            try $0.connection.execute("update persons set sex = 'male' where code = 'P1'")
        }
        #expect(try why { try town.database.perform(decide, by: .security, on: Town.today) } == [.doesNotAnswer])
        try town.database.write(by: "x") {
            try $0.connection.execute("update persons set sex = 'female' where code = 'P1'")
        }
        try town.database.perform(decide, by: .security, on: Town.today)
        #expect(
            try why { try town.database.perform(decide, by: .security, on: Town.today) } == [.decidedAlready(.done)])
        #expect(try why { _ = try ask(town) } == [.isDestroyed])
    }

    @Test("refused, it leaves everything as it was") func notAgreed() throws {
        let town = try town()
        let asked = try ask(town)
        let before = try town.database.read { try $0.recordBook() }
        let without = #expect(throws: Refused.self) {
            try town.database.perform(
                DecideDestruction(code: asked.code, isAgreed: false, remark: " "), by: .security, on: Town.today)
        }
        #expect(without?.problems.map(\.field) == ["remark"])
        try town.database.perform(
            DecideDestruction(code: asked.code, isAgreed: false, remark: "依据不足"), by: .security, on: Town.today)
        #expect(try town.database.read { try $0.recordBook() } == before)
    }

    @Test("left out of texts, the name goes from where it is a name alone") func notInTexts() throws {
        let town = try town()
        try destroy(town, inTexts: false)
        let left = try places(town.database, words)
        #expect(
            Set(left.map { $0.prefix { $0 != "." } })
                == ["activities", "folded_titles", "journal", "form_drafts"], "\(left)")
        #expect(try town.database.faults() == [])
    }

    @Test("whoever alters a line of the journal afterwards is found, and so is a line that says less than it did")
    func tampered() throws {
        let town = try town()
        try destroy(town)
        let seqs = try town.database.read { reading in
            let redacted = try reading.journal(ofKind: "person", code: "P9").map(\.seq)
            return redacted + [try reading.revision()]
        }
        for seq in seqs {
            try town.database.write(by: "x") { writing in
                try writing.lifting(["journal"]) {
                    try writing.connection.execute(
                        "update journal set state_after = state_after || ' ' where seq = $1", [SQLValue(seq)])
                }
            }
            #expect(try !town.database.faults().isEmpty, "\(seq)")
            try town.database.write(by: "x") { writing in
                try writing.lifting(["journal"]) {
                    try writing.connection.execute(
                        "update journal set state_after = replace(state_after, '} ', '}') where seq = $1",
                        [SQLValue(seq)])
                }
            }
            #expect(try town.database.faults().isEmpty, "\(seq)")
        }
    }

    @Test("the hash that stays tells nothing: a line's salt goes with its texts") func salted() throws {
        let town = try town()
        func salts() throws -> [String?] {
            try town.database.read { reading in
                try reading.connection.rows(
                    "select salt from journal where object_kind = 'person' and object_code = 'P9' order by seq", []
                ) { try $0.textOrNil("salt") }
            }
        }
        #expect(try salts().allSatisfy { $0?.count == 26 })
        try destroy(town)
        #expect(try salts().allSatisfy { $0 == nil })
        #expect(
            try town.database.read { try $0.journal(ofKind: "book", code: "all") }.dropLast().allSatisfy {
                $0.after?.contains("sums") == false
            }, "sums of before would tell the row to whoever tries names")
    }

    @Test("nobody writes who they are again, by hand or from a file; an end of their post is recorded") func again()
        throws
    {
        let town = try town()
        try destroy(town)
        var person = try #require(try town.database.read { try $0.person(code: "P9") })
        let before = person
        person.name = name
        var edits = PeopleEdits()
        edits.persons = [.init(person, before: before)]
        #expect(throws: Refused.self) {
            try town.database.write(by: "x") {
                try $0.write(edits, act: "changePerson", kind: "person", code: "P9", on: Town.today)
            }
        }
        let post = try #require(try town.database.read { try $0.appointments(of: "P9") }.first)
        var end = PeopleEdits()
        end.appointments = [.init(post.ended(on: Town.today, recorded: Town.today), before: post)]
        try town.database.write(by: "x") {
            try $0.write(end, act: "endAppointment", kind: "person", code: "P9", on: Town.today)
        }
        #expect(try town.database.faults() == [])
    }

    @Test("a backup of before brings nobody back once it knows the list") func restored() throws {
        let town = try town()
        let backup = FileManager.default.temporaryDirectory.appending(path: "backup-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: backup) }
        try town.database.backup(to: backup)
        try destroy(town)
        let kept = DestructionList(inFiles: backup + ".kept")
        defer { try? FileManager.default.removeItem(atPath: backup + ".kept") }
        try kept.add(try town.database.read { try $0.destroyedPersons() })
        try kept.add(try town.database.read { try $0.destroyedPersons() })
        let list = try kept.read()
        #expect(list.map(\.person) == ["P9"])
        #expect(try places(town.database, words) == [])

        let place = try TestEngine.current.emptyPlace()
        switch place {
        case .directory(let directory): _ = try Database.restore(backup, to: directory)
        case .server:
            let old = try Database.openBackup(backup)
            defer { try? old.close() }
            try Database.copy(old, to: place)
        }
        let database = try place.open()
        defer { try? database.close() }
        #expect(try database.read { try $0.person(code: "P9") }?.name == name)
        #expect(try database.repeatDestructions(list, by: "root", on: Town.today) == 1)
        #expect(try database.repeatDestructions(list, by: "root", on: Town.today) == 0)
        #expect(try places(database, words) == [])
        #expect(try database.faults() == [])
    }
}

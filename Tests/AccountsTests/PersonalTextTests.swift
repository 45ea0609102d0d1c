import Foundation
import House
import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Accounts

/// That no text about one person is forgotten where their data are destroyed.
@Suite("Texts about one person") struct PersonalTextTests {
    /// Columns that name somebody who answers for a thing: what is said there is said of the thing.
    private static let answersFor: Set<String> = [
        "training_classes.teacher", "study_tours.leader", "tour_measures.owner",
        "study_plan_topics.lead_person", "study_records.chair", "observer_visits.lead_person",
        "branch_records.chair", "branch_records.recorder", "hall_records.chair",
    ]

    /// What these tables hold of a person beside it is destroyed by statements of its own (docs/decisions/0140), or is no text
    /// that somebody wrote.
    private static let seenTo: [String: Set<String>] = [
        "persons": ["name", "birth_month"], "folded_names": ["name"], "appointments": ["post", "person_rank"],
        "accounts": ["folded", "display_name"], "credentials": ["password", "one_time"],
        "former_passwords": ["password"], "second_factors": ["secret"], "recovery_codes": ["code"],
        "sessions": ["hash", "acts_for", "address", "browser", "begun_at", "seen_at", "ends_at", "ended_at", "means"],
        "half_sign_ins": ["means", "made_at"], "kept_forms": ["form", "fields", "kept_at"],
        "digest_wishes": ["address"], "digest_letters": ["tried_at"], "voidings": ["reason", "made_by"],
        "corrections": ["reason", "made_by"],
        // The title of a talk stands in the record of the group, as that of an activity does.
        "study_keynotes": ["title"],
        // Where a talk is given and whom to telephone there is the host's to say, and ticks are of a closed list.
        "talks": ["held_at", "audience", "contact"], "talk_ticks": ["tick"],
        // A guest is nobody of the records, and stands there without a person.
        "lecture_speakers": ["guest"],
        // Documents of a title, and the event that was won.
        "drill_titles": ["awarding_body", "doc_number", "event_name", "revoking_number"],
        // What a team of a contest is called.
        "drill_entries": ["team_name"],
        // Codes, kinds, accounts of others.
        "category_holdings": ["category"], "person_mergers": ["doubles"], "distinct_people": ["said_by", "over_by"],
        "class_leave_decisions": ["decided_by"], "trainee_proofs": ["confirmed_by"],
        "survey_asked": ["unit_kind", "category", "told_kind", "told_category"],
        "survey_answers": ["unit_kind", "category"], "class_proposed_trainees": ["obligation"],
        "role_grants": ["granted_role", "asked_by", "decided_by"],
    ]

    private static func declared<N: Noun>(by noun: N.Type) -> [String] {
        (N.personal?.columns ?? []).map { $0.contains(".") ? $0 : "\(N.table.name).\($0)" }
    }

    @Test("each column of a table that tells of a person is destroyed with their data, or is no text about them")
    func everyColumn() throws {
        let town = try Town()
        try town.database.read { reading in
            let tables = try reading.connection.rows(
                "select name, sql from sqlite_master where type = 'table' and name not like 'sqlite%'", []
            ) { (name: try $0.text("name"), sql: try $0.text("sql")) }
            var links: [String: [(column: String, table: String)]] = [:]
            for table in tables {
                links[table.name] = try reading.connection.rows(
                    "select \"from\" as held, \"table\" as other from pragma_foreign_key_list('\(table.name)')", []
                ) { (column: try $0.text("held"), table: try $0.text("other")) }
            }
            var about: Set<String> = ["persons"]
            while true {
                let more = tables.map(\.name).filter { name in
                    !about.contains(name)
                        && (links[name] ?? []).contains { link in
                            about.contains(link.table) && !Self.answersFor.contains("\(name).\(link.column)")
                        }
                }
                if more.isEmpty { break }
                about.formUnion(more)
            }
            #expect(about.isSuperset(of: ["class_leaves", "class_leave_decisions", "trainee_proofs", "role_grants"]))
            var declared: Set<String> = []
            for noun in reading.nouns { declared.formUnion(Self.declared(by: noun)) }
            let known = Set(try reading.textColumns().map { "\($0.table).\($0.column)" })
            #expect(declared.subtracting(known) == [], "a column that there is not")
            for (table, column) in try reading.textColumns() where about.contains(table) {
                let isLink = (links[table] ?? []).contains { $0.column == column }
                let sql = tables.first { $0.name == table }?.sql ?? ""
                let isListed = sql.contains(try Regex("\\b\(column) text[^,]*check \\(\(column) in \\("))
                let isKey = sql.contains("\(column) text not null primary key")
                if isLink || isListed || isKey || declared.contains("\(table).\(column)") { continue }
                #expect(
                    Self.seenTo[table]?.contains(column) == true,
                    "\(table).\(column): a text about one person is named in `personal` of its noun (docs/decisions/0154)"
                )
            }
        }
    }
}

@Suite("Destroying what is held about a person under two numbers", .onEveryEngine) struct TwoRecordsDestroyedTests {
    @Test("both records go, and why something of theirs was voided") func both() throws {
        let town = try Town()
        let today = Town.today
        func person(_ code: String, _ name: String) -> Person {
            Person(code: code, name: name, sex: .female, birthMonth: "1971-03", recorded: today)
        }
        try town.database.write(by: "clerk") { writing in
            var edits = PeopleEdits()
            edits.persons = [.init(person("P8", "欧阳静湖")), .init(person("P9", "欧阳镜湖"))]
            try writing.write(edits, act: "addPerson", kind: "person", code: "P9", on: today)
            let activity = Activity(
                code: try writing.nextCode(.activity, on: today), kind: .lecture, title: "报告会", organiser: "U2",
                from: today, to: today, hours: 2, recorded: today)
            let one = Participation(
                code: try writing.nextCode(.participation, on: today), activity: activity.code, person: "P9",
                role: .attendee, hours: 2.5, completed: true, recorded: today)
            try writing.add(activity, with: [one])
            try writing.add(
                Voiding(
                    code: "V1", record: RecordReference(.participation, one.code), reason: "家中有事提前离开", by: "clerk",
                    recorded: today))
            var merge = PeopleEdits()
            merge.mergers = [.init(PersonMerger(code: "H1", person: "P8", kept: "P9", recorded: today))]
            try writing.write(merge, act: "mergePeople", kind: "person", code: "P9", on: today)
        }
        #expect(try town.database.faults() == [])
        let traces = try town.database.read { try $0.personalTraces(of: "P9") }
        #expect(traces.names == 2 && traces.ownTexts.map(\.table) == ["voidings"])
        try town.database.write(by: "office") { writing in
            try writing.destroy(try #require(try writing.person(code: "P8")), inTexts: false)
        }
        #expect(try town.database.faults() == [])
        let left = try town.database.read { reading in
            try reading.textColumns().flatMap { table, column in
                try reading.connection.rows("select \(column) as held from \(table) where \(column) is not null", []) {
                    try $0.text("held")
                }.filter { text in ["欧阳", "提前离开", "1971-03"].contains { text.contains($0) } }.map {
                    "\(table).\(column): \($0)"
                }
            }
        }
        #expect(left == [])
    }
}

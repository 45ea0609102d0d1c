import TestEngines
import Testing
import Vocabulary

@testable import Storage
@testable import Store

/// What a desk keeps, altered beside the program.
@Suite("What desks keep answers to the journal") struct NounsCheckTests {
    private func open(_ engine: TestEngine) throws -> (Database, Visit) {
        let database = try engine.openSmall()
        try database.write(by: "测试") { t in
            for statement in [
                """
                create table visits (code text primary key, title text not null, unit text not null, from_day integer not null,
                    to_day integer, guests integer not null, is_over integer not null, purpose text not null)
                """,
                "create table visit_stops (visit text not null, place integer not null, place_name text not null, day integer not null)",
            ] { try t.connection.execute(statement) }
        }
        // More than are read at once.
        for _ in 0..<501 { try database.perform(PlanVisit(visit: .draft), by: NounTests.clerk, on: NounTests.today) }
        var visit = try database.perform(PlanVisit(visit: .draft), by: NounTests.clerk, on: NounTests.today)
        visit.to = day("2026-09-03")
        try database.perform(ChangeVisit(visit: visit), by: NounTests.city, on: NounTests.today)
        return (database, visit)
    }

    private func faults(_ database: Database, _ sql: String? = nil) throws -> [FactFault] {
        struct Undone: Error {}
        var found: [FactFault] = []
        do {
            try database.write(by: "x") { writing in
                if let sql { try writing.connection.execute(sql) }
                var check = NounsCheck([Visit.self])
                _ = try writing.journalVerdict { try check.take($0) }
                found = try check.faults(in: writing)
                throw Undone()
            }
        } catch is Undone {}
        return found
    }

    @Test("what the program wrote is sound", arguments: TestEngine.allCases) func sound(engine: TestEngine) throws {
        #expect(try faults(try open(engine).0) == [])
    }

    @Test(
        "altered, removed and put in by another program, each is told by table and key", arguments: TestEngine.allCases)
    func tampered(engine: TestEngine) throws {
        let (database, visit) = try open(engine)
        let code = visit.code
        let seq = try database.read { try $0.revision() }
        let altered = [FactFault.altered(table: "visits", code: code, seq: seq)]
        let changes = [
            "update visits set title = '别处' where code = '\(code)'",
            "update visits set to_day = null where code = '\(code)'",
            "update visits set unit = 'Z00' where code = '\(code)'",
            "update visits set purpose = 'nothing of ours' where code = '\(code)'",
            "update visits set is_over = 7 where code = '\(code)'",
            "update visit_stops set place_name = '别处' where visit = '\(code)' and place = 1",
            "update visit_stops set place = 1 - place where visit = '\(code)'",
            "delete from visit_stops where visit = '\(code)' and place = 0",
            "insert into visit_stops (visit, place, place_name, day) values ('\(code)', 2, '别处', 1)",
        ]
        for change in changes { #expect(try faults(database, change) == altered, "\(change)") }
        #expect(
            try faults(database, "delete from visits where code = '\(code)'")
                == [.missing(table: "visits", code: code, seq: seq)])
        #expect(
            try faults(
                database,
                "insert into visits (code, title, unit, from_day, guests, is_over, purpose) values ('X1', 'x', 'D01', 1, 1, 0, 'study')"
            ) == [.unjournaled(table: "visits", code: "X1")])
        #expect(
            try Set(faults(database, "update visits set code = 'X1' where code = '\(code)'"))
                == [.missing(table: "visits", code: code, seq: seq), .unjournaled(table: "visits", code: "X1")])
    }

    @Test("a column that came later is not held against lines of before; those of what somebody did are no state")
    func later() throws {
        let (database, visit) = try open(.sqlite)
        try database.write(by: "x") { writing in
            try writing.journal(
                act: "planVisit", kind: "visit", code: visit.code,
                after: #"{"code":"\#(visit.code)","title":"到南湖区学习"}"#)
            try writing.journal(act: "seen", kind: "visit", code: visit.code, after: #"{"session":"1"}"#)
        }
        #expect(try faults(database) == [])
        let seq = try database.read { try $0.revision() } - 1
        #expect(
            try faults(database, "update visits set title = 'x' where code = '\(visit.code)'")
                == [.altered(table: "visits", code: visit.code, seq: seq)])
        try database.write(by: "x") { writing in
            try writing.connection.execute("delete from visits where code = '\(visit.code)'")
            try writing.journal(act: "away", kind: "visit", code: visit.code, after: #"{"removed":"true"}"#)
        }
        #expect(try faults(database) == [])
    }
}

import Foundation
import House
import Records
import Storage
import Store
import Testing
import Training
import Vocabulary

/// Commands by the site's clock and calendar, whatever zone the process was started in.
@Suite("The site's own day")
struct ClockTests {
    /// 26 hours apart: at any moment their days differ.
    private static let zones = ["Etc/GMT+12", "UTC", "Pacific/Kiritimati"]

    private func run(_ arguments: [String], zone: String, input: String? = nil) throws -> Run {
        let process = try Run.start(arguments, environment: ["TZ": zone])
        if let input { process.input.write(Data(input.utf8)) }
        try process.input.close()
        return try process.finish()
    }

    @Test("is the same in every zone of the process, for commands that say, judge, publish and record")
    func zones() async throws {
        try await Run.inDirectory { directory in
            let database = try Database.open(directory: directory)
            try database.close()
            let clock = try TownClock()
            for (number, zone) in Self.zones.enumerated() {
                let before = clock.today
                let told = try run(["settings", "today", "--data", directory], zone: zone)
                let published = try run(["plan", "publish", "--sample", "--data", directory], zone: zone)
                let edition = try run(["export", "edition", "--data", directory], zone: zone)
                let after = clock.today
                #expect([before.iso, after.iso].contains(told.output.trimmingCharacters(in: .newlines)), "\(zone)")
                #expect(published.exit == 0, "\(published.messages)")
                let json = try JSONSerialization.jsonObject(with: Data(edition.output.utf8)) as? [String: Any]
                #expect(json?["edition"] as? Int == number + 1)
                for name in ["inForce", "publishedOn"] {
                    #expect([before.iso, after.iso].contains(json?[name] as? String ?? ""), "\(name) in \(zone)")
                }
                let ledger = try run(["ledger", "--format", "json", "--data", directory], zone: zone)
                let read = try JSONSerialization.jsonObject(with: Data(ledger.output.utf8)) as? [String: Any]
                #expect([before.iso, clock.today.iso].contains(read?["asOf"] as? String ?? ""), "\(zone)")
            }
        }
    }

    @Test("moves with the zone that was set, and is refused where there is no such zone")
    func set() async throws {
        try await Run.inDirectory { directory in
            let missing = try Run.xingzhi("settings", "time-zone", "UTC", "--data", directory)
            #expect(missing.exit == 1, "no database is made by a slip")
            try Database.open(directory: directory).close()
            for zone in ["Etc/GMT+12", "Pacific/Kiritimati"] {
                let set = try Run.xingzhi("settings", "time-zone", zone, "--data", directory)
                #expect(set.exit == 0 && set.messages.contains(zone), "\(set.messages)")
                let before = try TownClock(zone: zone).today
                let told = try Run.xingzhi("settings", "today", "--data", directory)
                #expect(
                    [before.iso, try TownClock(zone: zone).today.iso].contains(
                        told.output.trimmingCharacters(in: .newlines)))
            }
            let none = try Run.xingzhi("settings", "time-zone", "CST", "--data", directory)
            #expect(none.exit == 1 && none.messages.contains("CST") && none.messages.contains("Asia/Shanghai"))
        }
    }

    @Test(
        "a day that cannot be is wrong usage, with the day and the bound",
        arguments: [
            ("--as-of", "2026-02-30"), ("--as-of", "tomorrow"), ("--as-of", ""), ("--as-of", "9999-12-31"),
            ("--as-of", "0026-10-10"), ("--known-at", "2026-13-01"), ("--known-at", "0226-01-01"),
            ("--known-at", "9998-01-01"),
        ])
    func days(option: String, day: String) throws {
        for command in [
            ["ledger"], ["ledger", "explain", "--obligation", "1.1", "--subject", "C"], ["export", "edition"],
        ] {
            let process = try Run.start(command + [option, day, "--data", "/nowhere"])
            try process.input.close()
            let run = try process.finish()
            #expect(run.exit == 2, "\(command) \(run.messages)")
            #expect((day.isEmpty || run.messages.contains(day)) && run.output.isEmpty, "\(run.messages)")
        }
    }

    @Test("a year of working days is entered from a file, shown, and refused line by line")
    func calendar() async throws {
        try await Run.inDirectory { directory in
            let data = directory + "/data"
            try Database.open(directory: data).close()
            #expect(try Run.xingzhi("calendar", "--data", data).output.contains("2026年：工作日248天；国办发明电〔2025〕7号"))
            #expect(try Run.xingzhi("calendar", "2031", "--data", data).exit == 1)
            let wrong = try Run.xingzhi(
                "calendar", "set", "-", "--source", "x", "--data", data, input: "2031-01-01,休\n2031-02-30,休\n")
            #expect(wrong.exit == 1 && wrong.messages.contains("第2行"))
            let entered = try Run.xingzhi(
                "calendar", "set", "-", "--source", "国办发明电〔2030〕1号", "--data", data,
                input: "2031-01-01,休,元旦\n2031-01-04,班\n")
            #expect(entered.exit == 0, "\(entered.messages)")
            let shown = try Run.xingzhi("calendar", "2031", "--data", data)
            #expect(shown.output == "day,kind\n2031-01-01,休\n2031-01-04,班\n")
            let facts = try Run.xingzhi("export", "facts", "--directory", directory + "/facts", "--data", data)
            #expect(facts.exit == 0)
            let text = try String(contentsOfFile: directory + "/facts/workingDays.csv", encoding: .utf8)
            #expect(text.contains("2031,国办发明电〔2030〕1号,2031-01-01,off,"))
        }
    }

    @Test("what is published, entered and recorded later changes no byte of what was known")
    func knowledge() async throws {
        try await Run.inDirectory { directory in
            let data = directory + "/data"
            func bytes() throws -> [String] {
                let days = ["--as-of", "2026-06-30", "--known-at", "2026-06-30", "--data", data]
                let commands = [
                    ["ledger", "--format", "json"], ["ledger"], ["export", "edition"],
                    ["ledger", "explain", "--obligation", "17.1", "--subject", "programme", "--format", "json"],
                ]
                return try commands.map { try Run.started($0 + days).output }
            }
            #expect(try Run.xingzhi("town", "make", "--seed", "3", "--until", "2026-09-30", "--data", data).exit == 0)
            #expect(
                try Run.xingzhi("plan", "publish", "--sample", "--in-force", "2024-01-01", "--data", data).exit == 0)
            let before = try bytes()
            #expect(before[0].contains("\"entries\""))
            let facts = directory + "/facts"
            func exported(_ name: String) throws -> [String: Data] {
                let run = try Run.xingzhi(
                    "export", "facts", "--directory", facts + name, "--known-at", "2026-06-30", "--data", data)
                #expect(run.exit == 0, "\(run.messages)")
                let names = try FileManager.default.contentsOfDirectory(atPath: facts + name)
                return try Dictionary(
                    uniqueKeysWithValues: names.map {
                        ($0, try Data(contentsOf: URL(fileURLWithPath: facts + name + "/" + $0)))
                    })
            }
            let first = try exported("1")

            // A plan with less in it, in force since June, and a calendar of June.
            let other = "某局学习方案\n\n一、理论学习\n1. 抓好学习。各党组每年集中学习不少于12次。（牵头单位：办公室；责任单位：各单位）\n"
            let published = try Run.xingzhi(
                "plan", "publish", "-", "--in-force", "2026-06-01", "--data", data, input: other)
            #expect(published.exit == 0, "\(published.messages)")
            #expect(
                try Run.xingzhi("calendar", "set", "-", "--source", "x", "--data", data, input: "2026-06-01,休\n").exit
                    == 0)
            #expect(try Run.xingzhi("settings", "time-zone", "UTC", "--data", data).exit == 0)
            let database = try Database.open(directory: data)
            try database.write(by: "test") { transaction in
                let book = try transaction.recordBook()
                if let activity = book.activities.first(where: { $0.from.iso > "2026-03" }) {
                    try transaction.add(
                        .init(
                            code: "VLATER", record: .init(.activity, activity.code), reason: "x", by: "test",
                            recorded: Day(number: 20_900)))
                }
            }
            try database.close()

            for (was, now) in zip(before, try bytes()) { #expect(was == now) }
            let second = try exported("2")
            for (name, was) in first { #expect(second[name] == was, "\(name)") }
            let today = try Run.started(["ledger", "--as-of", "2026-06-30", "--format", "json", "--data", data])
            #expect(today.output != before[0], "by all that is known it is another ledger")
        }
    }
}

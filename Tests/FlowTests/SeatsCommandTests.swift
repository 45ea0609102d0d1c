import Foundation
import Testing

@Suite("The year's seats: propose, check, explain")
struct SeatsCommandTests {
    /// Four people of two units; one class of the first quarter for everybody, one of the second for category 0.
    private let instance = """
        {"unit_kind": [0, 1], "away_pct": 50, "max_per_quarter": 1, "max_per_year": 2, "second_value": 0.1,
         "persons": {"unit": [0, 0, 1, 1], "category": [0, 0, 0, 1], "band": [0, 0, 0, 0],
                     "woman": [1, 0, 1, 0], "weight": [20, 5, 3, 1]},
         "classes": [
          {"id": 4, "start": 2, "weeks": 2, "quarter": 0, "cap": 2, "cats": [0, 1], "bands": [0],
           "women_pct": 30, "kind_pct": [10, 10, 0]},
          {"id": 9, "start": 13, "weeks": 1, "quarter": 1, "cap": 1, "cats": [0], "bands": [0],
           "women_pct": 0, "kind_pct": [0, 0, 0]}]}
        """

    @Test("an instance is planned, the file passes the check, and each person is told why")
    func planned() async throws {
        try await Run.inDirectory { directory in
            let file = "\(directory)/year.json"
            let seats = "\(directory)/seats.json"
            try Data(instance.utf8).write(to: URL(fileURLWithPath: file))
            let run = try Run.xingzhi("seats", "propose", file, "--output", seats, "--format", "json")
            #expect(run.exit == 0, "\(run.messages)")
            let report = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
            // 20 and 3 in the first class (one of each unit, a woman among them), 5 in the second: nobody does better.
            #expect(report?["value"] as? Int == 280)
            let written = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: seats)))
            #expect(written as? [[Int]] == [[0, 4], [1, 9], [2, 4]])
            #expect(try Run.xingzhi("seats", "check", file, seats).exit == 0)
            let why = try Run.xingzhi("seats", "explain", file, seats, "--person", "0")
            #expect(why.output.contains("轮训期限在今年"))
            let whyNot = try Run.xingzhi("seats", "explain", file, seats, "--person", "3", language: "en")
            #expect(whyNot.output.contains("has no seat"))
            #expect(whyNot.output.contains("everybody there has a priority of 3 or more, this person 1"))
        }
    }

    @Test("a pin is kept, and what changed against the last proposal is listed")
    func pinned() async throws {
        try await Run.inDirectory { directory in
            let paths = ["year", "seats", "pins", "next"].map { "\(directory)/\($0).json" }
            for (path, text) in zip(paths, [instance, "[[0, 4], [1, 9], [2, 4]]", "[[3, 4]]"]) {
                try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            }
            let run = try Run.xingzhi(
                "seats", "propose", paths[0], "--pins", paths[2], "--previous", paths[1], "--output", paths[3])
            #expect(run.exit == 0, "\(run.messages)")
            #expect(run.output.contains("+ 3 → 4") && run.output.contains("- 2 → 4"))
            #expect(try Run.xingzhi("seats", "check", paths[0], paths[3], "--pins", paths[2]).exit == 0)
            #expect(try Run.xingzhi("seats", "check", paths[0], paths[1], "--pins", paths[2]).exit == 1)
        }
    }

    @Test("what is wrong with a file is said with its place, and ends with 1; nothing is written")
    func wrong() async throws {
        try await Run.inDirectory { directory in
            let file = "\(directory)/year.json"
            let seats = "\(directory)/seats.json"
            let spoilt: [(String, String, String)] = [
                ("\"cap\": 1", "\"cap\": x", "第7行"), ("\"cap\": 1", "\"cap\": -1", "classes[1].cap"),
                ("\"weeks\": 1,", "\"weeks\": 14,", "classes[1]"), ("\"away_pct\"", "\"persons\": 3, \"x\"", "第1行"),
                ("\"unit_kind\"", "\"other\"", "unit_kind"), ("\"away_pct\"", "\"away_ptc\"", "缺少 away_pct"),
                ("\"cap\": 1", "\"cap\": 1.5", "第7行第59列（classes[1].cap）：此处应为整数"),
                ("\"weeks\": 1,", "\"weeks\": 1, \"id\": 3,", "classes[1]）：id 重复出现"),
                ("\"band\": [0, 0", "\"band\": [0, \"0\"", "persons.band[1]"),
            ]
            for (right, wrong, said) in spoilt {
                let text = instance.replacingOccurrences(of: right, with: wrong)
                try Data(text.utf8).write(to: URL(fileURLWithPath: file))
                let run = try Run.xingzhi("seats", "propose", file, "--output", seats)
                #expect(run.exit == 1 && run.messages.contains(said), "\(run.messages)")
                #expect(!FileManager.default.fileExists(atPath: seats))
            }
            // Windows editors put a byte order mark before the text.
            try Data(("\u{FEFF}" + instance).utf8).write(to: URL(fileURLWithPath: file))
            let pins = "\(directory)/pins.json"
            for (text, said) in [
                ("[[0, 4], [7, 4]]", "pins.json：第2项"), ("[[0, 4], [3, 9]]", "pins.json：第2项"),
                ("[[0, 4], [3]]", "第1行第9列（[1]）：此处应为 [人员序号, 班次编号]"),
            ] {
                try Data(text.utf8).write(to: URL(fileURLWithPath: pins))
                let run = try Run.xingzhi("seats", "propose", file, "--output", seats, "--pins", pins)
                #expect(run.exit == 1 && run.messages.contains(said), "\(run.messages)")
            }
            try Data("[[0, 9], [1, 9]]".utf8).write(to: URL(fileURLWithPath: seats))
            let check = try Run.xingzhi("seats", "check", file, seats, language: "en")
            #expect(check.exit == 1 && check.output.contains("2 people on 1 seats"))
            #expect(try Run.xingzhi("seats", "propose", file).exit == 2)
        }
    }
}

import Foundation
import Testing

/// Whatever is typed at the command line: the process ends by itself, with an exit code of ours and with words.
@Suite("No argument ends the process")
struct EntranceTests {
    private static let numbers =
        [
            "0", "-1", "1", "-0", "0.5", "1e30", "-1e30", "1e-30", "1e400", "nan", "inf", "-inf", "0x10", "", " ", "１２",
            "+5",
            "127", "32768", "65536", "4294967296",
        ]
        + [1, 2, 9, 10, 18, 19, 20, 40].flatMap {
            [String(repeating: "9", count: $0), "-" + String(repeating: "9", count: $0)]
        }

    private static let days = [
        "0000-00-00", "0001-01-01", "1899-12-31", "1970-01-01", "2024-02-29", "2025-02-29", "9999-12-31", "10000-01-01",
        "-001-01-01", "2026-1-1", "２０２６-01-01", "2026-09-30\n", "", "now", "99999999999999999999",
    ]

    private func endsWell(_ arguments: [String]) throws {
        let running = try Run.start(arguments)
        try running.input.close()
        let run = try running.finish()
        #expect(running.process.terminationReason == .exit, "\(arguments): \(run.messages)")
        #expect((0...3).contains(run.exit), "\(arguments): \(run.exit)")
        #expect(run.exit == 0 || !run.messages.isEmpty, "\(arguments)")
        #expect(run.exit != 3, "\(arguments): \(run.messages)")
    }

    @Test("days and editions of a ledger and its exports")
    func ledger() async throws {
        try await Run.inDirectory { data in
            try #require(
                try Run.xingzhi("plan", "publish", "--sample", "--in-force", "2024-01-01", "--data", data).exit == 0)
            for day in Self.days {
                try endsWell(["ledger", "--as-of=\(day)", "--data", data])
                try endsWell(["ledger", "--as-of", "2026-09-30", "--known-at=\(day)", "--data", data])
                try endsWell(["export", "edition", "--as-of=\(day)", "--data", data])
                try endsWell([
                    "ledger", "explain", "--obligation", "1.1", "--subject", "programme", "--from=\(day)", "--as-of",
                    "2026-09-30", "--data", data,
                ])
            }
            for number in Self.numbers {
                try endsWell(["ledger", "--edition=\(number)", "--as-of", "2026-09-30", "--data", data])
                try endsWell([
                    "ledger", "explain", "--obligation=\(number)", "--subject=\(number)", "--as-of", "2026-09-30",
                    "--data",
                    data,
                ])
            }
        }
    }

    @Test("ports, seeds, persons and seconds", arguments: Self.numbers)
    func options(number: String) async throws {
        try await Run.inDirectory { directory in
            let file = "\(directory)/year.json"
            let year = """
                {"unit_kind": [0], "away_pct": 100, "persons": {"unit": [0], "category": [0], "band": [0], "woman": [1], "weight": [1]},
                 "classes": [{"id": 1, "start": 0, "weeks": 1, "quarter": 0, "cap": 1, "cats": [0], "bands": [0], "women_pct": 0,
                 "kind_pct": []}]}
                """
            try Data(year.utf8).write(to: URL(fileURLWithPath: file))
            try Data("[[0, 1]]".utf8).write(to: URL(fileURLWithPath: "\(directory)/seats.json"))
            try endsWell(["seats", "explain", file, "\(directory)/seats.json", "--person=\(number)"])
            try endsWell(["seats", "propose", file, "--output", "-", "--seconds=\(Self.short(number))"])
            // A port that is one would serve; those that are none are refused before anything is opened.
            if !(UInt16(number).map { _ in true } ?? false) {
                try endsWell(["serve", "--port=\(number)", "--data", "\(directory)/d"])
            }
            if UInt64(number) == nil { try endsWell(["town", "make", "--seed=\(number)", "--data", "\(directory)/d"]) }
        }
    }

    /// A search that would really take a day is not tried.
    private static func short(_ number: String) -> String {
        Double(number).map { (2...86_400).contains($0) } == true ? "1" : number
    }

    @Test("a town until any day", arguments: Self.days)
    func town(day: String) async throws {
        guard day != "2024-02-29" else { return }
        try await Run.inDirectory { data in try endsWell(["town", "make", "--until=\(day)", "--data", data]) }
    }
}

import Foundation
import Testing

/// Text in, ledger out, through the commands alone.
@Suite("From a plan's text to a ledger", .serialized)
struct WholePassTests {
    private struct Ledger: Decodable {
        var edition: Int
        var asOf: String
        var knownAt: String?
        var entries: [Entry]
        struct Entry: Decodable {
            var obligation: String
            var subject: Subject
            var unit: String
            var from: String
            var to: String?
            var required: Double
            var done: Double
            var population: Int?
            var standing: String
            var forecast: Double?
        }
        struct Subject: Decodable {
            var kind: String
            var code: String
        }
    }

    private struct Explained: Decodable {
        var required: Double
        var done: Double
        var counted: [Counted]
        var notCounted: [NotCounted]
        struct Counted: Decodable {
            var record: String
            var amount: Double
        }
        struct NotCounted: Decodable {
            var record: String
            var reason: String
            var sentenceZh: String
        }
    }

    @Test("a town and the sample plan give a ledger whose figures explain themselves; exports repeat byte for byte")
    func wholePass() async throws {
        try await Run.inDirectory { directory in
            let data = "\(directory)/data"
            let town = try Run.xingzhi("town", "make", "--seed", "7", "--until", "2026-09-30", "--data", data)
            try #require(town.exit == 0, "\(town.messages)")
            #expect(try Run.xingzhi("town", "make", "--data", data).exit == 1, "a town is not overwritten")
            #expect(try Run.xingzhi("town", "make", "--data", data, "--unless-present").exit == 0)

            let publish = try Run.xingzhi("plan", "publish", "--sample", "--in-force", "2024-01-01", "--data", data)
            try #require(publish.exit == 0, "\(publish.messages)")
            #expect(publish.messages.contains("待明确0条"), "the sample plan leaves no question: \(publish.messages)")

            let ledgerRun = try Run.xingzhi("ledger", "--as-of", "2026-09-30", "--format", "json", "--data", data)
            try #require(ledgerRun.exit == 0, "\(ledgerRun.messages)")
            let ledger = try JSONDecoder().decode(Ledger.self, from: Data(ledgerRun.output.utf8))
            #expect(ledger.edition == 1 && ledger.asOf == "2026-09-30" && ledger.knownAt == nil)
            for standing in ["met", "behind", "overdue"] {
                #expect(ledger.entries.contains { $0.standing == standing }, "no entry is \(standing)")
            }
            #expect(ledger.entries.contains { $0.subject.kind == "rollUp" })

            try explain(ledger, data)
            try early(ledger, data)
            try exports(directory, data)
        }
    }

    private func explain(_ ledger: Ledger, _ data: String) throws {
        let entry = try #require(ledger.entries.last { $0.subject.kind == "team" && $0.done > 0 })
        let run = try Run.xingzhi(
            "ledger", "explain", "--obligation", entry.obligation, "--subject", entry.subject.code, "--from",
            entry.from,
            "--as-of", "2026-09-30", "--format", "json", "--data", data)
        try #require(run.exit == 0, "\(run.messages)")
        let explained = try JSONDecoder().decode(Explained.self, from: Data(run.output.utf8))
        #expect(explained.required == entry.required && explained.done == entry.done)
        #expect(!explained.counted.isEmpty)
        #expect(explained.notCounted.allSatisfy { !$0.sentenceZh.isEmpty })
        let unknown = try Run.xingzhi(
            "ledger", "explain", "--obligation", "99.9", "--subject", entry.subject.code, "--data", data)
        #expect(unknown.exit == 1)
    }

    /// What was not yet recorded by the known-at day leaves the ledger.
    private func early(_ ledger: Ledger, _ data: String) throws {
        let run = try Run.xingzhi(
            "ledger", "--as-of", "2026-09-30", "--known-at", "2026-03-31", "--format", "json", "--data", data)
        let known = try JSONDecoder().decode(Ledger.self, from: Data(run.output.utf8))
        #expect(known.knownAt == "2026-03-31")
        #expect(known.entries.reduce(0) { $0 + $1.done } < ledger.entries.reduce(0) { $0 + $1.done })
    }

    private func exports(_ directory: String, _ data: String) throws {
        for name in ["once", "twice"] {
            #expect(try Run.xingzhi("export", "facts", "--directory", "\(directory)/\(name)", "--data", data).exit == 0)
        }
        for file in try FileManager.default.contentsOfDirectory(atPath: "\(directory)/once") {
            #expect(
                FileManager.default.contentsEqual(
                    atPath: "\(directory)/once/\(file)", andPath: "\(directory)/twice/\(file)"))
        }
        let edition = try Run.xingzhi("export", "edition", "--as-of", "2026-09-30", "--data", data)
        #expect(edition.exit == 0)
        #expect(try JSONSerialization.jsonObject(with: Data(edition.output.utf8)) is [String: Any])
        #expect(try Run.xingzhi("export", "edition", "--as-of", "2023-12-31", "--data", data).exit == 1)
    }
}

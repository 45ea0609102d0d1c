import Foundation
import Testing

/// The user's own plan and its labels stand beside the repository, never in it.
private let shared = Run.packageRoot.deletingLastPathComponent().appendingPathComponent("shared/plan")
private let planFile = shared.appendingPathComponent("city-plan.txt")
private let labelFile = shared.appendingPathComponent("expected-obligations.json")
private let isPresent =
    FileManager.default.fileExists(atPath: planFile.path) && FileManager.default.fileExists(atPath: labelFile.path)

@Suite("The compile contract on the real plan", .enabled(if: isPresent, "../shared/plan is not there"))
struct CompileContractTests {
    private let compiled: CompiledContract
    private let scalars: [Unicode.Scalar]
    private let labels: [Label]

    init() throws {
        let run = try Run.xingzhi("plan", "compile", planFile.path, "--format", "json")
        try #require(run.exit == 0, "\(run.messages)")
        compiled = try JSONDecoder().decode(CompiledContract.self, from: Data(run.output.utf8))
        let text = String(decoding: try Data(contentsOf: planFile), as: UTF8.self)
        scalars = Array(
            text.unicodeScalars.first == "\u{FEFF}" ? text.unicodeScalars.dropFirst() : text.unicodeScalars[...])
        labels = try JSONDecoder().decode([Label].self, from: Data(contentsOf: labelFile))
    }

    @Test("each quote is exactly its stretch of the text")
    func quotes() {
        for obligation in compiled.obligations {
            #expect(String(String.UnicodeScalarView(scalars[obligation.start..<obligation.end])) == obligation.quote)
        }
    }

    @Test("at least 95 % of the labelled clauses are found exactly")
    func exact() {
        let asked = labels.filter { !$0.optional }
        let missed = asked.filter { label in !compiled.obligations.contains(where: label.isMet) }
        #expect(
            Double(asked.count - missed.count) >= 0.95 * Double(asked.count),
            "missed \(missed.count) of \(asked.count): \(missed.map { "\($0.task) at \($0.start)" })")
    }

    @Test("at least 95 % of what is proposed is labelled or overlaps a label")
    func welcome() {
        let stray = compiled.obligations.filter { obligation in !labels.contains { $0.overlaps(obligation) } }
        #expect(
            Double(stray.count) <= 0.05 * Double(compiled.obligations.count),
            "\(stray.map { "\($0.id) at \($0.start)" })")
    }

    @Test("at least 40 of the labelled clauses can be evaluated from the proposals alone; the others ask something")
    func executable() {
        let executable = labels.count { label in
            !label.optional && compiled.obligations.contains { label.isMet(by: $0) && $0.executable }
        }
        #expect(executable >= 40)
        for obligation in compiled.obligations where !obligation.executable { #expect(obligation.question != nil) }
    }
}

import Foundation
import PlanLanguage
import Plans
import Vocabulary

/// A plan with its clauses labelled by hand, and how well the compiler does on it.
struct LabelledPlan {
    struct Label: Decodable {
        var task: String
        var quote: String
        var start: Int
        var end: Int
        var measure: String
        var op: String
        var value: Double
        var upper: Double?
        var window: String?
        var optional: Bool
    }

    var name: String
    var bytes: [UInt8]
    var labels: [Label]

    /// A plan of this room's corpus.
    init(corpus name: String) throws {
        guard let text = Bundle.module.url(forResource: name, withExtension: "txt", subdirectory: "Corpus"),
            let labels = Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Corpus")
        else { throw CocoaError(.fileNoSuchFile) }
        try self.init(name: name, text: text, labels: labels)
    }

    init(name: String, text: URL, labels: URL) throws {
        self.name = name
        bytes = [UInt8](try Data(contentsOf: text))
        self.labels = try JSONDecoder().decode([Label].self, from: Data(contentsOf: labels))
    }

    /// The user's own plan, beside the repository; absent on other machines.
    static let realFolder = URL(filePath: #filePath).appending(path: "../../../../shared/plan").standardized
    static var realIsThere: Bool {
        FileManager.default.fileExists(atPath: realFolder.appending(path: "city-plan.txt").path)
    }
    static func real() throws -> LabelledPlan {
        try LabelledPlan(
            name: "real plan", text: realFolder.appending(path: "city-plan.txt"),
            labels: realFolder.appending(path: "expected-obligations.json"))
    }

    /// Real documents of other trades beside the plan, absent on other machines too.
    static func documents() throws -> [(name: String, text: String)] {
        let folder = realFolder.appending(path: "real")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }.sorted()
            .map { ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) }
    }

    struct Score: CustomStringConvertible {
        var name: String
        var exact = 0
        var labelled = 0
        var supported = 0
        var proposed = 0
        var executable = 0
        /// Labels not met and proposals without a label, for the reader of a failing test.
        var misses: [String] = []

        var description: String {
            "\(name): exact \(exact)/\(labelled), proposed \(supported)/\(proposed), executable \(executable)"
        }
        var passes: Bool { exact * 100 >= labelled * 95 && supported * 100 >= proposed * 95 }
    }

    func score(_ plan: CompiledPlan) -> Score {
        var score = Score(name: name)
        for label in labels where !label.optional {
            score.labelled += 1
            let near = plan.obligations.filter { $0.place.start < label.end && label.start < $0.place.end }
            if let hit = near.first(where: { matches($0.rule, label) }) {
                score.exact += 1
                if hit.executable { score.executable += 1 }
            } else {
                score.misses.append("missed \(label.task): \(label.quote)")
            }
        }
        for obligation in plan.obligations {
            score.proposed += 1
            if labels.contains(where: { obligation.place.start < $0.end && $0.start < obligation.place.end }) {
                score.supported += 1
            } else {
                score.misses.append("not labelled: \(obligation.quote)")
            }
        }
        return score
    }

    private func matches(_ rule: Rule, _ label: Label) -> Bool {
        rule.measure.rawValue == label.measure && rule.comparison.rawValue == label.op
            && abs(rule.value - label.value) < 0.05 && rule.upper == label.upper
            && (label.window == "*" || rule.window?.code == label.window)
    }
}

import Foundation
import PlanLanguage
import Plans
import Testing
import Vocabulary

/// The examples of docs/plan-language.md, run.
@Suite("docs/plan-language.md")
struct DocumentationTests {
    static let page = URL(filePath: #filePath).appending(path: "../../../docs/plan-language.md").standardized

    static func blocks(_ fence: String) throws -> [String] {
        try String(contentsOf: page, encoding: .utf8).components(separatedBy: "\n```").enumerated().compactMap {
            index, block in
            index % 2 == 1 && block.hasPrefix(fence + "\n") ? String(block.dropFirst(fence.count + 1)) : nil
        }
    }

    @Test(
        "each sentence obliges what the page says",
        .enabled(if: FileManager.default.fileExists(atPath: page.path), "the page is elsewhere"))
    func examples() throws {
        var count = 0
        for line in try Self.blocks("").flatMap({ $0.split(separator: "\n") }) {
            let arrow = try #require(line.range(of: " => "), "\(line)")
            let wanted = line[arrow.upperBound...].split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            let found = PlanCompiler().compile(text: String(line[..<arrow.lowerBound])).obligations.map {
                CaseTests.form($0.rule)
            }
            #expect(found.sorted() == (wanted == ["nothing"] ? [] : wanted.sorted()), "\(line)")
            count += 1
        }
        #expect(count >= 40)
    }

    @Test(
        "its table holds every reason for passing a number over, and no other",
        .enabled(if: FileManager.default.fileExists(atPath: page.path), "the page is elsewhere"))
    func reasons() throws {
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        let table = text.components(separatedBy: "| reason | what it says").last?.components(separatedBy: "\n\n").first
        let told = try #require(table).split(separator: "\n").compactMap { line -> String? in
            line.hasPrefix("| `") ? String(line.dropFirst(3).prefix { $0 != "`" }) : nil
        }
        #expect(told.sorted() == PassedOver.Reason.allCases.map(\.rawValue).sorted())
    }

    @Test(
        "its lexicon and its bindings can be read",
        .enabled(if: FileManager.default.fileExists(atPath: page.path), "the page is elsewhere"))
    func files() throws {
        let blocks = try Self.blocks("yaml")
        let lexicon = try Lexicon(yaml: blocks.first { $0.contains("activities:") } ?? "")
        let plan = PlanCompiler(lexicon: lexicon).compile(text: "专科护士每年参加临床教学查房不少于6次。")
        #expect(plan.obligations.first?.activity == "wardRound")
        #expect(plan.obligations.first?.population == "nurses")
        let bindings = try Bindings(yaml: blocks.first { $0.contains("bindings:") } ?? "")
        #expect(bindings.answers.count == 3)
        let made = try Bindings(yaml: blocks.first { $0.contains("obliges:") } ?? "").answers
        #expect(made.first?.obliges?.window == .years(1) && made.first?.obliges?.value == 3)
        let besides = try Bindings(yaml: blocks.first { $0.contains("membership:") } ?? "").answers
        #expect(besides.first?.membership == Membership(.windowStart, excusesLate: false, onTheDay: false))
        #expect(besides.compactMap(\.tiers).count == 1 && besides.compactMap(\.passShare) == [95])
        #expect(besides.compactMap(\.credit) == [.own] && besides.compactMap(\.step) == [.years(1)])
        #expect(besides.compactMap(\.distinctKinds) == [true] && besides.compactMap(\.conditions).count == 1)
        #expect(besides.compactMap(\.alternatives).map { $0.map(\.roles) } == [[[.speaker]]])
    }
}

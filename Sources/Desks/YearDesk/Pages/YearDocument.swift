import Books
import Formats
import LedgerEngine
import Pages
import Plans
import Records
import Vocabulary

/// A unit's year as a Word document across the page: each obligation with what stands in each month, then what was skipped or
/// moved.
struct YearDocument {
    private let ask: Ask
    private let laid: UnitYear

    init(_ ask: Ask) throws {
        self.ask = ask
        laid = try UnitYear(ask.unitOfYear(ask.parts["code"] ?? ""), ask.askedYear, ask.yearView, ask)
    }

    func answer() throws -> Answered {
        let title = ask.say("\(laid.unit.name)\(laid.year)年全年安排", "The year \(laid.year) of \(laid.unit.name)")
        let known = ask.context.knownAt.map { ask.say("，登记截至\($0.iso)", ", known at \($0.iso)") } ?? ""
        var document = OfficialDocument(
            [
                .title(title),
                .number(ask.say("（截至\(ask.context.asOf.iso)\(known)）", "(as of \(ask.context.asOf.iso)\(known))")),
                .table(
                    heads: [ask.say("要求", "Obligation")] + SlotWords.months.map { ask.say($0) } + [
                        ask.say("已办/应办", "Held / owed")
                    ],
                    rows: laid.lines.map(row), widths: [8] + Array(repeating: 2, count: 12) + [3]),
            ] + changes)
        document.isLandscape = true
        return try .document(
            document, name: "year-\(laid.unit.code)-\(laid.year).docx", shown: "\(title).docx")
    }

    private func row(_ line: UnitYear.Line) -> [String] {
        let held = line.slots.count { $0.state == .held }
        let name = laid.view.sentence(line.lane.obligation, ask.context.language)
        let whose = line.isTeam ? "（\(laid.view.name(of: line.subject, ask.context.language))）" : ""
        return ["\(line.lane.obligation.id) \(name)\(whose)"] + (1...12).map { cell(line, $0) }
            + ["\(held)/\(line.slots.count)"]
    }

    /// Words, as paper knows no shapes: `缺2`.
    private func cell(_ line: UnitYear.Line, _ month: Int) -> String {
        let here = line.slots.filter { $0.standingMonth == month }
        guard let worst = here.min(by: { $0.state.rawValue < $1.state.rawValue })?.state else {
            let moved = line.slots.first { $0.isMoved && $0.month == month }
            return moved.map { ask.say("改至\($0.standingMonth)月", "moved to \($0.standingMonth)") } ?? ""
        }
        let count = here.count { $0.state == worst }
        let words = worst == .skipped ? Words("免办", "skipped") : worst.words
        return ask.say(words) + (here.count > 1 ? String(count) : "")
    }

    private var changes: [OfficialDocument.Part] {
        let changes = laid.slots.compactMap(\.change)
        guard !changes.isEmpty else { return [] }
        return [.heading(ask.say("免办和改期", "Skipped and moved"))]
            + changes.map { change in
                .paragraph(
                    ask.say(SlotWords.changed(change)) + ask.say("：", ": ") + change.agreement.reason
                        + ask.say(change.agreement.said(change)) + ask.say("。", "."))
            }
    }
}

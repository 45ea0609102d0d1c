import Books
import Exchange
import Pages
import Records
import Storage
import Training
import Vocabulary

/// What a correction changes: for each field, and each of those who took part, what stands and what will stand.
struct DraftChanges {
    struct Line: Equatable {
        var title: String
        var old: String
        var new: String
    }

    let lines: [Line]

    init(
        from old: Activity, _ participants: [Participation], to draft: ActivityDraft, _ facts: ActivityFacts,
        _ context: PageContext
    ) {
        let new = draft.activity(code: old.code, recorded: old.recorded)
        let fields = zip(facts.rows(old, context), facts.rows(new, context)).filter { $0.0.text != $0.1.text }
            .map { Line(title: $0.0.title, old: $0.0.text, new: $0.1.text) }
        lines = fields + Self.people(old, participants, draft, facts, context)
    }

    /// In the order in which they stand on record; then those who are new.
    private static func people(
        _ old: Activity, _ participants: [Participation], _ draft: ActivityDraft, _ facts: ActivityFacts,
        _ context: PageContext
    ) -> [Line] {
        let recorded = participants.map { ParticipantDraft($0) }
        let before = Dictionary(recorded.map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(draft.participants.map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
        func said(_ part: ParticipantDraft?, _ kind: ActivityKind) -> String {
            guard let part else { return context.say("不在名单中", "not listed") }
            return [
                RecordWords.role(part.role, context.language),
                LedgerText.amountText(part.hours, .hour, in: context.language),
                RecordWords.completion(part.completed, of: kind, facts.kinds, context.language),
            ].joined(separator: context.say("，", ", "))
        }
        let people = recorded.map(\.person) + draft.participants.map(\.person).filter { before[$0] == nil }
        return people.filter { before[$0] != after[$0] }.map { code in
            let name = facts.directory.person(code)?.name ?? code
            return Line(
                title: context.say("\(name)（\(code)）", "\(name) (\(code))"), old: said(before[code], old.kind),
                new: said(after[code], draft.kind))
        }
    }

    /// Whether a draft says anything else than the record that it is to replace.
    static func any(in draft: ActivityDraft, of code: String, _ town: TownPage) throws -> Bool {
        let reading = town.directory.reading
        guard let old = try reading.activity(code: code) else { return true }
        return ActivityDraft(old, participants: try reading.liveParticipations(in: code)).saysOther(than: draft)
    }

    func html(_ context: PageContext) -> HTML {
        let titles = [
            context.say("项目", "What"), context.say("原记录", "On record"), context.say("更正为", "Corrected to"),
        ]
        return card(
            context.say("改动 · \(lines.count)处", "Changes · \(lines.count)"),
            plainTable(
                context.say("改动", "Changes"), titles,
                lines.map { [.text($0.title), span(.class("quiet"), .text($0.old)), b(.text($0.new))] }))
    }
}

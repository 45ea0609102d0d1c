import Books
import Exchange
import LedgerEngine
import Pages
import Plans
import Records
import Store
import Vocabulary

/// The entry of the ledger that a report was opened for.
struct Owed {
    let obligation: String
    let subject: Subject
    let from: Day?

    /// As its address names it: `1.1 team T1 2026-01-01`.
    init?(_ text: String) {
        let parts = text.split(separator: " ", maxSplits: 3).map(String.init)
        guard parts.count >= 3, let kind = Subject.Kind(rawValue: parts[1]) else { return nil }
        obligation = parts[0]
        subject = Subject(kind, parts[2])
        from = parts.count > 3 ? Day(iso: parts[3]) : nil
    }

    /// Whether the entry is one that the reader may look at.
    private func isWithinReach(_ ask: Ask) throws -> Bool {
        try ask.reading.isWithinReach(subject, of: ask.reader, on: ask.today)
    }

    /// Where the entry stands today.
    func opening(_ ask: Ask) throws -> HTML {
        guard try isWithinReach(ask), let view = try ask.town.ledger(asOf: ask.today),
            let asked = view.obligation(obligation),
            let entry = view.live.entry(obligation: obligation, subject: subject, from: from)
        else { return .nothing }
        let name = view.name(of: subject, ask.context.language)
        let figure = view.figure(entry, ask.context.language)
        return .p(
            .class("warn good"), .say("为“", "For “"), .link("/plan#clause-\(obligation)", .text(asked.id)), " ",
            .text(view.sentence(asked, ask.context.language)), .say("”填报：\(name)目前 ", "”: \(name) stands at "),
            .b(.text(figure)), .say("。", "."))
    }

    /// What saving does to it: before → after, and where nothing is gained, why.
    func change(
        by activity: Activity, _ parts: [Participation], _ replacing: String?, _ lines: [PreviewLine],
        _ view: LedgerView, _ ask: Ask
    ) throws -> HTML {
        guard try isWithinReach(ask), let asked = view.obligation(obligation),
            let before = view.live.entry(obligation: obligation, subject: subject, from: from),
            let after = view.live.entry(
                obligation: obligation, subject: subject, from: from, with: activity, parts, replacing: replacing)
        else { return .nothing }
        let language = ask.context.language
        let own = lines.filter { $0.obligation.id == obligation }
        let line = own.first { !$0.counts.isEmpty } ?? own.first
        let reasons = (line?.reasons ?? []).map { view.reason($0.reason, of: line?.obligation ?? asked, language) }
        let isGained = after.gains(on: before)
        let why: HTML =
            isGained
            ? .nothing
            : reasons.isEmpty
                ? line?.counts.isEmpty == false
                    ? .say("：参训人员此前已经计入，不重复计数", ": whoever took part was counted before, and counts once")
                    : .say("：这次活动不属于这项要求", ": this activity is not what it asks for")
                : .text((language == .zh ? "：" : ": ") + reasons.joined(separator: language == .zh ? "；" : "; "))
        return .p(
            .class(isGained ? "warn good" : "warn"), .text("\(asked.id) \(view.name(of: subject, language)) "),
            .b(.text("\(view.figure(before, language)) → \(view.figure(after, language))")), why, .say("。", "."))
    }
}

extension LedgerEntry {
    /// Whether it has come further than another, by any of its figures.
    fileprivate func gains(on other: LedgerEntry) -> Bool {
        guard let either = alternatives, let before = other.alternatives else { return done > other.done }
        return zip(either.figures, before.figures).contains { $0.done > $1.done }
    }
}

extension Ask {
    /// By the address, or by what the form carries on.
    var owed: Owed? { query["entry"].flatMap { Owed($0) } }
}

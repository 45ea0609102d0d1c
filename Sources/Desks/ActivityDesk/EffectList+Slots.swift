import Books
import LedgerEngine
import Pages
import Plans
import Vocabulary

/// What a report fills of the year of a unit or a team: it may fill a slot of several obligations at once, and says so of each.
extension EffectList {
    /// `，填上2026-11-01至2026-11-30的1次（达到1 / 1次）`; of what is asked of people and of the whole their figures tell enough.
    func filled(_ line: PreviewLine) -> String {
        let gains = line.counts.filter { $0.subject.kind == .unit || $0.subject.kind == .team }
        guard let gain = gains.first, gains.count == line.counts.count, line.obligation.rule.measure == .count,
            var entry = view.live.history(of: line.obligation.id, subject: gain.subject).last(where: { entry in
                entry.from <= day && entry.to.map { day <= $0 } ?? true
            })
        else { return "" }
        if entry.alternatives != nil {
            entry = entry.told(by: line.choice)
            entry.alternatives = nil
        }
        if isNew { entry.done += gain.amount }
        let figure = view.figure(entry, of: line.obligation, context.language)
        let window = view.windowText(entry, context)
        return context.say("，填上\(window)的1次（达到\(figure)）", ", fills one of \(window) (\(figure))")
    }
}

import Books
import LedgerEngine
import Plans
import Records
import Vocabulary

/// A year of the plan in force, laid out as slots: one for each occasion that it asks a unit, a team or the whole for
/// (docs/decisions/0165).
struct YearLayout {
    let live: LiveLedger

    /// In the order of the plan; obligations that no one of `subjects` owes in the year are left out.
    func lanes(of year: Int, among subjects: YearSubjects) -> [YearLane] {
        live.edition.obligations.compactMap { lane($0, year, subjects) }.filter { !$0.subjects.isEmpty }
    }

    /// Whose slots an obligation lays out; nil where it counts no occasions: hours, people, shares and limits are told by the
    /// ledger itself.
    private func bearer(of obligation: Obligation) -> Subject.Kind? {
        let rule = obligation.rule
        guard let binding = obligation.binding, binding.step == nil, binding.kinds != [.site],
            rule.measure == .count || rule.measure == .duration, rule.comparison != .atMost
        else { return nil }
        switch rule.bearer {
        case .programme: return .programme
        case .unit, .team: return live.singleKind(of: obligation.id).flatMap { SlotKey.kinds.contains($0) ? $0 : nil }
        case .person, .activity: return nil
        }
    }

    private func lane(_ obligation: Obligation, _ year: Int, _ subjects: YearSubjects) -> YearLane? {
        guard let kind = bearer(of: obligation) else { return nil }
        guard kind == .programme else {
            return live.singleFigures(of: obligation.id).flatMap { lane(obligation, $0, year, subjects) }
        }
        return programme(obligation, year, subjects)
    }

    // MARK: Each for itself

    private func lane(
        _ obligation: Obligation, _ figures: SingleFigures, _ year: Int, _ subjects: YearSubjects
    ) -> YearLane? {
        let begun = figures.windows.enumerated().compactMap { Span($1.from, $1.to, $0) }
        guard let latest = begun.last, let required = SlotPace.count(figures.required),
            let spans = spans(begun, obligation, in: year)
        else { return nil }
        let table = subjects.of(figures.kind)
        let asked = table.map(\.number)
        // Of what has not begun is asked whoever is asked now.
        lazy var now = figures.held(by: asked, window: latest.place, of: required).map { min($0, 0) }
        var lane = lane(obligation, figures.kind, spans, required: required, among: table)
        lane.add(
            spans.map { span in
                span.from > live.asOf ? now : figures.held(by: asked, window: span.place, of: required)
            })
        return lane
    }

    // MARK: The whole

    /// The whole, at the unit that answers for it.
    private func programme(_ obligation: Obligation, _ year: Int, _ subjects: YearSubjects) -> YearLane? {
        let entries = live.history(of: obligation.id, subject: live.wholeSubject)
        let begun = entries.enumerated().compactMap { place, entry in Span(entry.from, entry.to, place) }
        guard let latest = begun.last, let whole = entries.last, let spans = spans(begun, obligation, in: year),
            subjects.place(of: whole.unit) != nil
        else { return nil }
        func asked(_ span: Span) -> LedgerEntry? {
            let entry = entries[span.from > live.asOf ? latest.place : span.place]
            return entry.standing == .doesNotApply ? nil : entry.told(by: 0)
        }
        guard let required = SlotPace.count(spans.compactMap { asked($0)?.required }.max() ?? 0) else { return nil }
        var lane = lane(obligation, .programme, spans, required: required)
        lane.add(
            whole.subject.code, of: whole.unit, at: subjects.place(of: whole.unit) ?? -1,
            spans.map { span in
                asked(span).map {
                    span.from > live.asOf ? 0 : SlotPace.held($0.done, of: required, isMet: $0.standing == .met)
                }
            })
        return lane
    }

    // MARK: Windows

    private struct Span {
        var from: Day
        var to: Day
        /// Which of those that had begun it is; of those to come it says nothing.
        var place: Int

        /// Nil for one that never ends, and for one of several years: it is no part of one.
        init?(_ from: Day, _ to: Day?, _ place: Int) {
            guard let to, to - from < Self.longest else { return nil }
            (self.from, self.to, self.place) = (from, to, place)
        }

        private static let longest = 366
    }

    /// Windows that end in the year, those that had begun and those that follow; nil where none does.
    private func spans(_ begun: [Span], _ obligation: Obligation, in year: Int) -> [Span]? {
        guard let latest = begun.last else { return nil }
        let found = (begun + following(latest, obligation, until: year)).filter { $0.to.year == year }
        return found.isEmpty ? nil : found
    }

    private func following(_ latest: Span, _ obligation: Obligation, until year: Int) -> [Span] {
        guard obligation.rule.recurs, let months = obligation.rule.window?.months, (1...12).contains(months) else {
            return []
        }
        var spans: [Span] = []
        var from = latest.to + 1
        while from.year <= year, let span = Span(from, from.ending(months: months), latest.place) {
            spans.append(span)
            from = span.to + 1
        }
        return spans
    }

    private func lane(
        _ obligation: Obligation, _ kind: Subject.Kind, _ spans: [Span], required: Int,
        among table: [YearSubjects.Subject] = []
    ) -> YearLane {
        YearLane(
            obligation, kind,
            windows: spans.map { YearWindow(from: $0.from, to: $0.to, required: required, on: live.asOf) },
            asOf: live.asOf, among: table)
    }
}

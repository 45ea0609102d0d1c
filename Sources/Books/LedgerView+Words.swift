import Exchange
public import LedgerEngine
public import Pages
public import Plans
import Records
import Storage
public import Vocabulary

/// Names of subjects, rules and figures, as pages write them.
extension LedgerView {
    public func name(of subject: Subject, _ language: Language) -> String {
        switch subject.kind {
        case .programme: LedgerText.subjectKind(.programme, in: language)
        case .unit, .rollUp: directory.unitName(subject.code)
        case .team: directory.team(subject.code)?.name ?? subject.code
        case .person: directory.person(subject.code)?.name ?? subject.code
        case .activity: directory.heading(ofActivity: subject.code)?.title ?? subject.code
        }
    }

    /// The clause in few words: its sentence in the reader's language.
    public func sentence(_ obligation: Obligation, _ language: Language) -> String {
        let sentence = language == .zh ? obligation.sentenceZh : obligation.sentenceEn
        return sentence.isEmpty ? obligation.quote : sentence
    }

    /// A clause's short name: its number and the text itself, in English its sentence, cut where it is long.
    public func short(_ obligation: Obligation, _ language: Language) -> String {
        let text = language == .zh ? obligation.quote : sentence(obligation, language)
        let limit = language == .zh ? 22 : 60
        return "\(obligation.id) " + (text.count > limit ? text.prefix(limit) + "…" : text)
    }

    /// `52 / 60个单位`, `22 / 30期`.
    public func figure(_ entry: LedgerEntry, _ language: Language) -> String {
        let done = Figure.amount(entry.done)
        guard let obligation = obligation(entry.obligation) else { return done }
        return figure(entry, of: obligation, language)
    }

    /// The same of an obligation of which one figure alone is told.
    public func figure(_ entry: LedgerEntry, of obligation: Obligation, _ language: Language) -> String {
        let done = Figure.amount(entry.done)
        if entry.standing == .needsRuling { return LedgerText.standing(.needsRuling, in: language) }
        if entry.standing == .doesNotApply { return "—" }
        if let either = entry.alternatives {
            let all = either.inOrder.map { number, figure in
                let unit = LedgerText.unit(of: obligation.choice(number), subject: entry.subject.kind)
                return "\(Figure.amount(figure.done)) / " + LedgerText.amountText(figure.required, unit, in: language)
            }
            let others = all.dropFirst().joined(separator: language == .zh ? "，或" : ", or ")
            return language == .zh ? "\(all[0])（或\(others)）" : "\(all[0]) (or \(others))"
        }
        let unit = LedgerText.unit(of: obligation, subject: entry.subject.kind)
        let countsMembers = entry.subject.kind == .rollUp || obligation.rule.measure == .coverage
        if countsMembers, !obligation.rule.isTurnout {
            let members = entry.population.map(Double.init) ?? entry.required
            return "\(done) / " + LedgerText.amountText(members, unit, in: language)
        }
        return "\(done) / " + LedgerText.amountText(entry.required, unit, in: language)
    }

    /// Why a record does not count; another record that it speaks of is named by title, day and unit.
    public func reason(_ reason: UncountedReason, of obligation: Obligation, _ language: Language) -> String {
        LedgerText.reason(reason, of: obligation, in: language) { named($0, language) }
    }

    public func reason(_ record: UncountedRecord, of obligation: Obligation, _ language: Language) -> String {
        LedgerText.reason(record, of: obligation, in: language) { named($0, language) }
    }

    private func named(_ code: String, _ language: Language) -> String {
        // What is only tried out has no code yet.
        if code.hasPrefix("-") { return language == .zh ? "这次填报的活动" : "the one reported here" }
        let activity =
            directory.activity(code) ?? directory.participation(code).flatMap { directory.activity($0.activity) }
        return activity.map { RecordWords.named($0.title, $0.from, directory.unitName($0.organiser), code, language) }
            ?? code
    }

    public func windowText(_ entry: LedgerEntry, _ context: PageContext) -> String {
        guard let to = entry.to else { return context.say("自\(entry.from.iso)起", "from \(entry.from.iso)") }
        return to == entry.from
            ? entry.from.iso : context.say("\(entry.from.iso)至\(to.iso)", "\(entry.from.iso) to \(to.iso)")
    }
}

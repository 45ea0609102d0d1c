import Exchange
import LedgerEngine
import Pages
import Plans
import Records
import Storage
import Vocabulary

/// Names of subjects, rules and figures, as pages write them.
extension LedgerView {
    func name(of subject: Subject, _ language: Language) -> String {
        switch subject.kind {
        case .programme: LedgerText.subjectKind(.programme, in: language)
        case .unit, .rollUp: directory.unitName(subject.code)
        case .team: directory.team(subject.code)?.name ?? subject.code
        case .person: directory.person(subject.code)?.name ?? subject.code
        case .activity: directory.heading(ofActivity: subject.code)?.title ?? subject.code
        }
    }

    /// The clause in few words: its sentence in the reader's language.
    func sentence(_ obligation: Obligation, _ language: Language) -> String {
        let sentence = language == .zh ? obligation.sentenceZh : obligation.sentenceEn
        return sentence.isEmpty ? obligation.quote : sentence
    }

    /// A clause's short name: its number and the text itself, in English its sentence, cut where it is long.
    func short(_ obligation: Obligation, _ language: Language) -> String {
        let text = language == .zh ? obligation.quote : sentence(obligation, language)
        let limit = language == .zh ? 22 : 60
        return "\(obligation.id) " + (text.count > limit ? text.prefix(limit) + "…" : text)
    }

    /// `52 / 60个单位`, `22 / 30期`.
    func figure(_ entry: LedgerEntry, _ language: Language) -> String {
        let done = Figure.amount(entry.done)
        guard let obligation = obligation(entry.obligation) else { return done }
        if entry.standing == .needsRuling { return LedgerText.standing(.needsRuling, in: language) }
        if entry.standing == .doesNotApply { return "—" }
        let unit = LedgerText.unit(of: obligation, subject: entry.subject.kind)
        let countsMembers = entry.subject.kind == .rollUp || obligation.rule.measure == .coverage
        if countsMembers, !obligation.rule.isTurnout {
            let members = entry.population.map(Double.init) ?? entry.required
            return "\(done) / " + LedgerText.amountText(members, unit, in: language)
        }
        return "\(done) / " + LedgerText.amountText(entry.required, unit, in: language)
    }

    /// Why a record does not count; another record that it speaks of is named by title, day and unit.
    func reason(_ reason: UncountedReason, of obligation: Obligation, _ language: Language) -> String {
        LedgerText.reason(reason, of: obligation, in: language) { named($0, language) }
    }

    func reason(_ record: UncountedRecord, of obligation: Obligation, _ language: Language) -> String {
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

    func windowText(_ entry: LedgerEntry, _ context: PageContext) -> String {
        guard let to = entry.to else { return context.say("自\(entry.from.iso)起", "from \(entry.from.iso)") }
        return to == entry.from
            ? entry.from.iso : context.say("\(entry.from.iso)至\(to.iso)", "\(entry.from.iso) to \(to.iso)")
    }
}

extension PageContext {
    func link(to entry: LedgerEntry) -> String {
        link(
            "/ledger/entry", ("obligation", entry.obligation), ("kind", entry.subject.kind.rawValue),
            ("subject", entry.subject.code), ("from", entry.from.iso))
    }

    /// Where an obligation stands as a whole: its entry, or the rows that the sum of several roots is made of.
    func link(toWhole entry: LedgerEntry, in view: LedgerView) -> String {
        guard view.isSumOfRoots(entry) else { return link(to: entry) }
        return ledger(("obligation", entry.obligation), ("kind", "rollUp"), ("from", entry.from.iso))
    }

    func link(to subject: Subject, in view: LedgerView) -> String? {
        switch subject.kind {
        case .programme where view.isDivided: link("/units")
        case .unit, .rollUp, .programme: link("/units/\(Query.encoded(subject.code))")
        case .person: link("/people/\(Query.encoded(subject.code))")
        case .activity: link("/activities/\(Query.encoded(subject.code))")
        case .team: view.directory.team(subject.code).map { link("/units/\(Query.encoded($0.unit))") }
        }
    }

    func link(toUnit code: String) -> String { link("/units/\(Query.encoded(code))") }
    func link(toPerson code: String) -> String { link("/people/\(Query.encoded(code))") }
    func link(toActivity code: String) -> String { link("/activities/\(Query.encoded(code))") }
}

enum RecordWords {
    static func kind(_ kind: ActivityKind, _ catalogue: ActivityKindCatalogue, _ language: Language) -> String {
        guard let entry = catalogue[kind] else { return kind.rawValue }
        return language == .zh ? entry.nameZh : entry.nameEn
    }

    static func topic(_ topic: Topic, _ language: Language) -> String { LedgerText.topic(topic, in: language) }

    static func category(_ category: PersonCategory, _ language: Language) -> String {
        LedgerText.category(category, in: language)
    }

    static func role(_ role: ParticipationRole, _ language: Language) -> String { LedgerText.role(role, in: language) }

    /// A record as it is told of elsewhere than on its own page.
    static func named(_ title: String, _ day: Day, _ unit: String, _ code: String, _ language: Language) -> String {
        language == .zh
            ? "“\(title)”（\(day.iso)，\(unit)，编号\(code)）" : "“\(title)” (\(day.iso), \(unit), \(code))"
    }

    /// Only of a class is it said that somebody completed it; of a meeting nobody does.
    static func completion(
        _ isCompleted: Bool, of kind: ActivityKind, _ catalogue: ActivityKindCatalogue, _ language: Language
    ) -> String {
        let isClass = catalogue.kinds(within: .trainingClass)?.contains(kind) ?? false
        return switch (isCompleted, language) {
        case (true, .zh): isClass ? "结业" : "完成"
        case (true, .en): isClass ? "completed" : "done"
        case (false, .zh): isClass ? "未结业" : "未完成"
        case (false, .en): isClass ? "not completed" : "not done"
        }
    }

    static func unitKind(_ kind: UnitKind, _ language: Language) -> String {
        switch (kind, language) {
        case (.city, .zh): "市"
        case (.county, .zh): "县（市）区"
        case (.department, .zh): "市直部门"
        case (.partySchool, .zh): "党校"
        case (.institution, .zh): "事业单位"
        case (.enterprise, .zh): "国有企业"
        case (.township, .zh): "乡镇（街道）"
        case (.village, .zh): "村（社区）"
        case (.branch, .zh): "党支部"
        case (.city, .en): "city"
        case (.county, .en): "counties and districts"
        case (.department, .en): "departments"
        case (.partySchool, .en): "party school"
        case (.institution, .en): "public institutions"
        case (.enterprise, .en): "state-owned enterprises"
        case (.township, .en): "townships"
        case (.village, .en): "villages"
        case (.branch, .en): "branches"
        }
    }
}

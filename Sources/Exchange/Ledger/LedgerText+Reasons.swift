public import LedgerEngine
public import Plans
public import Vocabulary

/// Why a record does not count, and what would: the sentence names what the obligation asks for.
extension LedgerText {
    /// The stable key that programs read.
    public static func key(of reason: UncountedReason) -> String {
        switch reason {
        case .tooShort, .tooFewHours: "tooShort"
        case .tooLong, .tooManyHours: "tooLong"
        case .voided: "voided"
        case .corrected: "corrected"
        case .outsideWindow: "outsideWindow"
        case .wrongTopic: "wrongTopic"
        case .wrongAudience: "wrongAudience"
        case .wrongRole: "wrongRole"
        case .notCompleted: "notCompleted"
        case .outsidePopulation: "outsidePopulation"
        case .duplicate: "duplicate"
        case .filedLate: "filedLate"
        case .notFiled: "notFiled"
        case .reportedLate: "reportedLate"
        case .notReported: "notReported"
        case .documentMissing: "documentMissing"
        }
    }

    /// - Parameters:
    ///   - obligation: whose entry it is; without it the sentence cannot say what is asked for.
    ///   - named: another record that the reason speaks of, by its code; where it can be looked up, by title, day and unit.
    public static func reason(
        _ reason: UncountedReason, of obligation: Obligation? = nil, in language: Language,
        named: (String) -> String = { $0 }
    ) -> String {
        let asked = obligation.flatMap { Asked($0, language).words(for: reason) } ?? ""
        return (language == .zh ? reasonZh(reason, obligation, named) : reasonEn(reason, obligation, named)) + asked
    }

    /// The same of a record, with how many participations it stands for where these may not be told one by one.
    public static func reason(
        _ record: UncountedRecord, of obligation: Obligation, in language: Language,
        named: (String) -> String = { $0 }
    ) -> String {
        let text = reason(record.reason, of: obligation.choice(record.choice ?? 0), in: language, named: named)
        guard let count = record.participations else { return text }
        return language == .zh
            ? "\(text)（\(count)人次）" : "\(text) (\(count) participation\(count == 1 ? "" : "s"))"
    }

    private static func reasonZh(
        _ reason: UncountedReason, _ obligation: Obligation?, _ named: (String) -> String
    ) -> String {
        switch reason {
        case .tooShort(let days): "只有\(amountText(Double(days), lengthUnit(obligation), in: .zh))"
        case .tooLong(let days): "共\(amountText(Double(days), lengthUnit(obligation), in: .zh))"
        case .tooFewHours(let hours): "只有\(amountText(hours, .hour, in: .zh))"
        case .tooManyHours(let hours): "共\(amountText(hours, .hour, in: .zh))"
        case .voided(let day, let why): "已于\(date(day, .zh))作废：\(why)"
        case .corrected(let replacement, let day): "已于\(date(day, .zh))更正，以\(named(replacement))为准"
        case .outsideWindow: "不在本考核周期内"
        case .wrongTopic: "主题不符"
        case .wrongAudience: "培训对象不符"
        case .wrongRole: "参加身份不符"
        case .notCompleted: "未结业"
        case .outsidePopulation(let day): "\(date(day, .zh))不属于应训对象"
        case .duplicate(let other): "与\(named(other))重复，已计一次"
        case .filedLate(let days): days < 0 ? "开始后\(-days)天才报备" : "只提前\(days)天报备"
        case .notFiled: "没有报备"
        case .reportedLate(let days): "结束后\(days)天才报送"
        case .notReported: "没有报送成果"
        case .documentMissing(let name): "缺少材料：\(name)"
        }
    }

    private static func reasonEn(
        _ reason: UncountedReason, _ obligation: Obligation?, _ named: (String) -> String
    ) -> String {
        switch reason {
        case .tooShort(let days): "too short: \(amountText(Double(days), lengthUnit(obligation), in: .en))"
        case .tooLong(let days): "too long: \(amountText(Double(days), lengthUnit(obligation), in: .en))"
        case .tooFewHours(let hours): "too short: \(amountText(hours, .hour, in: .en))"
        case .tooManyHours(let hours): "too long: \(amountText(hours, .hour, in: .en))"
        case .voided(let day, let why): "voided on \(day.iso): \(why)"
        case .corrected(let replacement, let day): "corrected on \(day.iso); \(named(replacement)) takes its place"
        case .outsideWindow: "outside this window"
        case .wrongTopic: "on another topic"
        case .wrongAudience: "meant for other people"
        case .wrongRole: "in another role"
        case .notCompleted: "not completed"
        case .outsidePopulation(let day): "outside the population on \(day.iso)"
        case .duplicate(let other): "duplicate of \(named(other)), which counted"
        case .filedLate(let days):
            days < 0
                ? "filed \(amountText(Double(-days), .day, in: .en)) after the start"
                : "filed only \(amountText(Double(days), .day, in: .en)) ahead"
        case .notFiled: "not filed"
        case .reportedLate(let days): "reported \(amountText(Double(days), .day, in: .en)) after the end"
        case .notReported: "no result reported"
        case .documentMissing(let name): "document missing: \(name)"
        }
    }

    /// A length that did not do is told in working days where those were counted, else in days.
    private static func lengthUnit(_ obligation: Obligation?) -> CountingUnit {
        guard let obligation else { return .day }
        return (obligation.binding?.length?.unit ?? obligation.rule.unit) == .workingDay ? .workingDay : .day
    }
}

/// What an obligation asks for, where a record fails by it.
private struct Asked {
    let obligation: Obligation
    let language: Language
    private var rule: Rule { obligation.rule }

    init(_ obligation: Obligation, _ language: Language) {
        self.obligation = obligation
        self.language = language
    }

    /// What follows the reason; nil where the obligation asks for nothing of the kind.
    func words(for reason: UncountedReason) -> String? {
        guard let binding = obligation.binding else { return nil }
        switch reason {
        case .wrongTopic:
            let topics = binding.topics + (binding.conditions?.topics ?? []).filter { !binding.topics.contains($0) }
            return listed(topics.map { LedgerText.topic($0, in: language) }, all: true)
        case .wrongAudience: return listed(binding.audience.map { LedgerText.category($0, in: language) })
        case .wrongRole:
            let roles = ParticipationRole.allCases.filter {
                binding.roles.isEmpty ? $0 != .staff : binding.roles.contains($0)
            }
            return listed(roles.map { LedgerText.role($0, in: language) })
        case .tooShort, .tooLong, .tooFewHours, .tooManyHours:
            guard binding.length != nil || [.duration, .hours].contains(rule.measure) else { return nil }
            let length =
                binding.length ?? LengthCondition(rule.comparison, rule.value, upper: rule.upper, unit: rule.unit)
            return said("，规定", "; asked for: ", amount(length.comparison, length.value, length.unit))
        case .filedLate, .notFiled:
            let own = rule.measure == .leadTime ? LedgerText.amountText(rule.value, rule.unit, in: language) : nil
            let days = binding.conditions?.filedAhead.map { LedgerText.amountText(Double($0), .day, in: language) }
            return (own ?? days).map { language == .zh ? "，应提前\($0)" : "; asked for: \($0) ahead" }
        case .reportedLate, .notReported:
            let own = rule.measure == .deadline ? LedgerText.amountText(rule.value, rule.unit, in: language) : nil
            let days = binding.conditions?.reportedWithin.map { LedgerText.amountText(Double($0), .day, in: language) }
            return (own ?? days).map { language == .zh ? "，应在结束后\($0)内报送" : "; asked for: within \($0)" }
        default: return nil
        }
    }

    private func said(_ zh: String, _ en: String, _ asked: String) -> String { (language == .zh ? zh : en) + asked }

    private func listed(_ names: [String], all: Bool = false) -> String? {
        guard !names.isEmpty else { return nil }
        return language == .zh
            ? "（要求：\(names.joined(separator: all ? "、" : "或"))）"
            : " (asked for: \(names.joined(separator: all ? " and " : " or ")))"
    }

    private func amount(_ comparison: Comparison, _ value: Double, _ unit: CountingUnit) -> String {
        let text = LedgerText.amountText(value, unit, in: language)
        switch (comparison, language) {
        case (.atLeast, .zh), (.range, .zh): return "至少" + text
        case (.atLeast, .en), (.range, .en): return "at least " + text
        case (.atMost, .zh): return "最多" + text
        case (.atMost, .en): return "at most " + text
        case (.about, .zh): return text + "左右，上下可差三成"
        case (.about, .en): return "about \(text), three tenths more or less"
        }
    }
}

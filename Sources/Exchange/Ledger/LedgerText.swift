public import LedgerEngine
public import Vocabulary

/// The one place where the ledger's reasons and remedies become sentences; pages, sheets and commands all ask here.
public enum LedgerText {
    /// The stable key that programs read.
    public static func key(of reason: UncountedReason) -> String {
        switch reason {
        case .tooShort: "tooShort"
        case .tooLong: "tooLong"
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

    public static func reason(_ reason: UncountedReason, in language: Language) -> String {
        switch language {
        case .zh: reasonZh(reason)
        case .en: reasonEn(reason)
        }
    }

    private static func reasonZh(_ reason: UncountedReason) -> String {
        switch reason {
        case .tooShort(let days): "只有\(days)天，时间不够"
        case .tooLong(let days): "共\(days)天，超出规定时间"
        case .voided(let day, let why): "已于\(date(day, .zh))作废：\(why)"
        case .corrected(let replacement, let day): "已于\(date(day, .zh))更正，以\(replacement)为准"
        case .outsideWindow: "不在本考核周期内"
        case .wrongTopic: "主题不符"
        case .wrongAudience: "培训对象不符"
        case .wrongRole: "参加身份不符"
        case .notCompleted: "未结业"
        case .outsidePopulation(let day): "\(date(day, .zh))不属于应训对象"
        case .duplicate(let other): "与\(other)重复，已计一次"
        case .filedLate(let days): days < 0 ? "开始后\(-days)天才报备" : "只提前\(days)天报备，提前时间不够"
        case .notFiled: "没有报备"
        case .reportedLate(let days): "结束后\(days)天才报送，已超时限"
        case .notReported: "没有报送成果"
        case .documentMissing(let name): "缺少材料：\(name)"
        }
    }

    private static func reasonEn(_ reason: UncountedReason) -> String {
        switch reason {
        case .tooShort(let days): "too short: \(count(days, "day"))"
        case .tooLong(let days): "too long: \(count(days, "day"))"
        case .voided(let day, let why): "voided on \(day.iso): \(why)"
        case .corrected(let replacement, let day): "corrected on \(day.iso); \(replacement) takes its place"
        case .outsideWindow: "outside this window"
        case .wrongTopic: "on another topic"
        case .wrongAudience: "meant for other people"
        case .wrongRole: "in another role"
        case .notCompleted: "not completed"
        case .outsidePopulation(let day): "outside the population on \(day.iso)"
        case .duplicate(let other): "duplicate of \(other), which counted"
        case .filedLate(let days):
            days < 0 ? "filed \(count(-days, "day")) after the start" : "filed only \(count(days, "day")) ahead"
        case .notFiled: "not filed"
        case .reportedLate(let days): "reported \(count(days, "day")) after the end, too late"
        case .notReported: "no result reported"
        case .documentMissing(let name): "document missing: \(name)"
        }
    }

    public static func key(of reason: ExcusedReason) -> String {
        switch reason {
        case .joinedLate: "joinedLate"
        }
    }

    public static func excuse(_ reason: ExcusedReason, in language: Language) -> String {
        switch (reason, language) {
        case (.joinedLate(let day), .zh): "\(date(day, .zh))才列入应训对象，考核周期已过半，本期不计"
        case (.joinedLate(let day), .en): "joined the population on \(day.iso), in the later half of the window"
        }
    }

    public static func key(of remedy: Remedy) -> String {
        switch remedy {
        case .more: "more"
        case .reach: "reach"
        case .soon: "soon"
        case .tooLate: "tooLate"
        }
    }

    /// What would put an entry right: 12月31日前再办2期.
    public static func remedy(_ remedy: Remedy, unit: CountingUnit, in language: Language) -> String {
        switch (remedy, language) {
        case (.more(let amount, let by), .zh):
            "\(by.map { date($0, .zh) + "前" } ?? "")再完成\(amountText(amount, unit, in: .zh))"
        case (.more(let amount, let by), .en):
            "\(moreEn(amount, unit))\(by.map { " by \($0.iso)" } ?? "")"
        case (.reach(let subjects, let by), .zh):
            "还有\(amountText(Double(subjects), unit, in: .zh))未完成\(by.map { "，应在\(date($0, .zh))前补齐" } ?? "，需补齐")"
        case (.reach(let subjects, let by), .en):
            "\(amountText(Double(subjects), unit, in: .en)) still to complete it\(by.map { " by \($0.iso)" } ?? "")"
        case (.soon, .zh): "期限已过，应尽快补办"
        case (.soon, .en): "the time has passed: to be made good without delay"
        case (.tooLate, .zh): "期限已过，无法补办"
        case (.tooLate, .en): "too late: the time has passed"
        }
    }

    /// 5 more sessions; of a share, 10% more.
    private static func moreEn(_ amount: Double, _ unit: CountingUnit) -> String {
        unit == .percent
            ? amountText(amount, unit, in: .en) + " more"
            : "\(Figure.plain(amount)) more \(unitEn(unit, plural: amount != 1))"
    }

    /// 2026年9月30日, or 2026-09-30.
    public static func date(_ day: Day, _ language: Language) -> String {
        switch language {
        case .zh: "\(day.civil.year)年\(day.civil.month)月\(day.civil.day)日"
        case .en: day.iso
        }
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}

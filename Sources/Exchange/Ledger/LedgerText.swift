public import LedgerEngine
public import Vocabulary

/// The one place where the ledger's reasons and remedies become sentences; pages, sheets and commands all ask here.
public enum LedgerText {
    public static func key(of reason: ExcusedReason) -> String {
        switch reason {
        case .joinedLate: "joinedLate"
        case .left: "left"
        }
    }

    public static func excuse(_ reason: ExcusedReason, in language: Language) -> String {
        switch (reason, language) {
        case (.joinedLate(let day), .zh): "\(date(day, .zh))才列入应训对象，考核周期已过半，本期不计"
        case (.joinedLate(let day), .en): "joined the population on \(day.iso), in the later half of the window"
        case (.left(let day), .zh): "\(date(day, .zh))起不再是应训对象，本期不计"
        case (.left(let day), .en): "no longer in the population from \(day.iso) on"
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
            "还有\(amountText(Double(subjects), unit, in: .zh))未完成，应\(by.map { "在\(date($0, .zh))前" } ?? "尽快")完成"
        case (.reach(let subjects, let by), .en):
            "\(amountText(Double(subjects), unit, in: .en)) still to complete it\(by.map { " by \($0.iso)" } ?? "")"
        case (.soon, .zh): "期限已过，应尽快补办"
        case (.soon, .en): "the time has passed: to be made good without delay"
        case (.tooLate, .zh): "期限已过，无法补办"
        case (.tooLate, .en): "too late: the time has passed"
        }
    }

    /// By when the next one was, or is, due: 按序时进度，2026年7月29日前就应再完成1次，现已滞后.
    public static func pace(_ due: Day, _ unit: CountingUnit, isPast: Bool, in language: Language) -> String {
        // Whoever is counted completes it; what is counted is completed.
        let isCounted = unit == .person || unit.rawValue.hasPrefix("subject")
        switch language {
        case .zh:
            let one = amountText(1, unit, in: .zh)
            let next = isCounted ? "再有\(one)完成" : "再完成\(one)"
            return isPast
                ? "按序时进度，\(date(due, .zh))前就应\(next)，现已滞后" : "按序时进度，\(date(due, .zh))前应\(next)"
        case .en:
            let next = isCounted ? "one more \(unitEn(unit, plural: false))" : moreEn(1, unit)
            return isPast
                ? "By a steady pace \(next) was due by \(due.iso): it is behind"
                : "By a steady pace \(next) is due by \(due.iso)"
        }
    }

    /// How far a figure lies behind a steady pace: 按序时进度，到2026年11月29日应完成1368人次，还差92人次.
    public static func behindPace(
        expected: Double, short: Double, on day: Day, _ unit: CountingUnit, in language: Language
    ) -> String {
        let (whole, missing) = (amountText(expected, unit, in: language), amountText(short, unit, in: language))
        return switch language {
        case .zh: "按序时进度，到\(date(day, .zh))应完成\(whole)，还差\(missing)"
        case .en: "By a steady pace \(whole) were due by \(day.iso): \(missing) short"
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
        case .zh: day.spoken
        case .en: day.iso
        }
    }
}

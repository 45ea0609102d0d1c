public import LedgerEngine
public import Vocabulary

/// What is said of times: of what was over before the plan, and of the calendar that working days were counted by.
extension LedgerText {
    public static func outside(_ outside: Explanation.Outside, in language: Language) -> String {
        switch language {
        case .zh:
            "这项要求到\(date(outside.ended, .zh))为止，本版方案自\(date(outside.inForce, .zh))起生效：期限在生效之前已经结束，不计入台账。"
        case .en:
            "It ran until \(outside.ended.iso), and this edition is in force from \(outside.inForce.iso): it was over before, and is not counted."
        }
    }

    /// 2025年、2026年按国办通知; 2027年为估计.
    public static func workingYears(_ years: [Explanation.WorkingYear], in language: Language) -> String {
        let known = years.filter { $0.source != nil }
        let estimated = years.filter { $0.source == nil }.map(\.year)
        var parts: [String] = known.map { year in
            let source = year.source ?? ""
            return language == .zh ? "\(year.year)年（\(source)）" : "\(year.year) (\(source))"
        }
        if !estimated.isEmpty {
            parts.append(
                language == .zh
                    ? "\(spans(estimated, "至"))年尚无放假安排，按周一至周五估计"
                    : "\(spans(estimated, " to ")): no holidays are known, Monday to Friday is an estimate")
        }
        return parts.joined(separator: language == .zh ? "；" : "; ")
    }

    /// 2024至2026, 2028.
    private static func spans(_ years: [Int], _ to: String) -> String {
        var spans: [ClosedRange<Int>] = []
        for year in years {
            if let last = spans.last, last.upperBound == year - 1 {
                spans[spans.count - 1] = last.lowerBound...year
            } else {
                spans.append(year...year)
            }
        }
        return spans.map { $0.count == 1 ? String($0.lowerBound) : "\($0.lowerBound)\(to)\($0.upperBound)" }
            .joined(separator: to == "至" ? "、" : ", ")
    }
}

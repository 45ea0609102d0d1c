public import Vocabulary

/// How large a figure of a plan may be, wherever it comes in: a plan's text, bindings, an edition read back.
public enum FigureLimits {
    /// Of what is counted one by one: persons, sessions, documents.
    public static let largest = 1e9

    /// The largest figure in a unit. Times end at a hundred years, shares at the whole; participations may pass the members.
    public static func largest(of unit: CountingUnit, _ measure: Measure) -> Double {
        switch unit {
        case .percent: measure == .headcount ? 1000 : 100
        case .day, .workingDay: 36_525
        case .week: 5218
        case .month: 1200
        case .year: 100
        case .hour: measure == .hours ? 1_000_000 : 876_600
        default: largest
        }
    }

    /// Within the limits, for what was kept before they were set; what is no number becomes 0, which asks for nothing.
    public static func held(_ value: Double, in unit: CountingUnit, _ measure: Measure) -> Double {
        guard !value.isNaN else { return 0 }
        return min(max(0, value), largest(of: unit, measure))
    }

    /// A figure as it is read: held to the limits, unless who reads refuses what is beyond them.
    static func read(_ value: Double, in unit: CountingUnit, _ measure: Measure, from decoder: any Decoder) -> Double {
        if let key = CodingUserInfoKey.figuresAsWritten, decoder.userInfo[key] != nil { return value }
        return held(value, in: unit, measure)
    }

    /// Days before or after something: within a hundred years.
    public static func heldDays(_ days: Int) -> Int { min(max(0, days), 36_525) }
}

extension CodingUserInfoKey {
    /// Set by who reads what a person wrote and tells them of a figure beyond its limits, instead of holding it to them.
    public static let figuresAsWritten = Self(rawValue: "figuresAsWritten")
}

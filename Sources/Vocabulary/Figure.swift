/// How a figure is written. Every function takes any number there is.
public enum Figure {
    /// Exactly, for programs: `12`, `33.3`; nil for what is no number.
    public static func exact(_ number: Double) -> String? {
        guard number.isFinite else { return nil }
        if number == number.rounded(), abs(number) < largest { return String(Int64(number)) }
        return number.description
    }

    /// For people, with every decimal that it has: what is required, what is done. So neither reads as the other when it is not.
    public static func amount(_ number: Double) -> String {
        decimals(number, isWhole: isWhole(number)) { abs($0 - number) <= slack(number) }
    }

    /// For people, a mean or an estimate: one decimal (or `places`), and more where a figure would read as a whole one that
    /// it is not, or as having reached a limit that it has not reached: 99.96 is never 100, and 0.02 never 0.
    public static func plain(_ number: Double, places: Int = 1, shortOf limit: Double? = nil) -> String {
        let isWhole = isWhole(number)
        return decimals(number, from: places, isWhole: isWhole) {
            isShort($0, number, limit) && (isWhole || $0 != $0.rounded())
        }
    }

    /// A part in percent, without the sign: one decimal, and more only where it would read as all or as nothing, or as having
    /// reached a limit that it has not reached. 3,999 of 4,000 are 99.98, one of 4,000 is 0.03; 86.0001 is 86.0, 86 is 86;
    /// 0 of nothing.
    public static func percent(_ part: Double, of whole: Double, shortOf limit: Double? = nil) -> String {
        guard whole != 0 else { return "0" }
        let number = part / whole * 100
        // Counted things are divided exactly: however near, a share of them is whole or it is not.
        let isCounted =
            part == part.rounded() && whole == whole.rounded() && abs(part) < largest && abs(whole) < largest
        let isWhole =
            isCounted ? (part * 100).truncatingRemainder(dividingBy: whole) == 0 : isWhole(number)
        return decimals(number, isWhole: isWhole) {
            isShort($0, number, limit) && (isWhole || ($0 != 0 && $0 != 100))
        }
    }

    /// A share (1: all) in percent, without the sign.
    public static func percent(_ share: Double) -> String { percent(share, of: 1) }

    /// To a tenth, for coordinates of drawings; never for what somebody reads.
    public static func tenths(_ number: Double) -> String {
        let scaled = (number * 10).rounded()
        guard abs(scaled) < largest else { return exact(number) ?? "0" }
        return placed(Int64(scaled), 1)
    }

    /// Whole numbers up to here are written digit by digit.
    private static let largest = 1e15

    /// What calculating in binary fractions leaves behind: 0.57 × 100 is 56.99999999999999.
    private static func slack(_ number: Double) -> Double { max(1e-9, abs(number) * 1e-13) }
    private static func isWhole(_ number: Double) -> Bool { abs(number - number.rounded()) <= slack(number) }

    private static func isShort(_ written: Double, _ number: Double, _ limit: Double?) -> Bool {
        guard let limit, number < limit - slack(limit) else { return true }
        return written < limit
    }

    /// As few decimals as will do: `isGood` judges what would be read. What is not whole keeps at least one, which may be 0.
    private static func decimals(
        _ number: Double, from least: Int = 1, isWhole: Bool, _ isGood: (Double) -> Bool
    ) -> String {
        guard number.isFinite else { return "—" }
        guard abs(number) < largest else { return number.description }
        if isWhole, isGood(number.rounded()) { return String(Int64(number.rounded())) }
        var scale = 1.0
        for places in 1...9 {
            scale *= 10
            let scaled = (number * scale).rounded()
            guard abs(scaled) < largest else { break }
            guard places >= least else { continue }
            let written = scaled / scale
            if isGood(written) { return placed(Int64(scaled), places, keeping: 1) }
        }
        return number.description
    }

    /// A number of tenths, hundredths and so on, without zeros at its end but for those `keeping` so many decimals.
    private static func placed(_ scaled: Int64, _ places: Int, keeping least: Int = 0) -> String {
        var digits = String(scaled.magnitude)
        while digits.count <= places { digits = "0" + digits }
        let point = digits.index(digits.endIndex, offsetBy: -places)
        var fraction = digits[point...]
        while fraction.last == "0", fraction.count > least { fraction.removeLast() }
        return (scaled < 0 ? "-" : "") + digits[..<point] + (fraction.isEmpty ? "" : "." + fraction)
    }
}

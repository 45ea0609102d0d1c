/// What the format of a cell makes of its number.
enum NumberFormat: Hashable {
    case plain
    case day, moment
    /// A time of day.
    case clock
    /// A length of time, which may have more than 24 hours.
    case duration
    /// Zeros only: `000` shows 7 as 007.
    case zeros(whole: Int, places: Int, isPercent: Bool)

    /// A format that has no code in the workbook; 27 to 36 and 50 to 58 are those of Chinese Excel (ECMA-376 part 1, 18.8.30).
    init(builtIn number: Int) {
        self =
            switch number {
            case 1: .zeros(whole: 1, places: 0, isPercent: false)
            case 2: .zeros(whole: 1, places: 2, isPercent: false)
            case 9: .zeros(whole: 1, places: 0, isPercent: true)
            case 10: .zeros(whole: 1, places: 2, isPercent: true)
            case 14...17, 27...31, 36, 50...54, 57, 58: .day
            case 18...21, 32...35, 45, 47, 55, 56: .clock
            case 22: .moment
            case 46: .duration
            default: .plain
            }
    }

    init(code: String) {
        let signs = Self.signs(of: code)
        if let zeros = Self.zeros(code.prefix { $0 != ";" }) {
            self = zeros
            return
        }
        if signs.starts(with: Array("general")) || signs.starts(with: Array("g/")) {
            self = .plain
            return
        }
        let isDuration = signs.contains("⏱")
        let hasTime = signs.contains { $0 == "h" || $0 == "s" }
        // `e` is a year in the East, but not in 0.00E+00; `aaa` a day of the week.
        let hasYear = signs.indices.contains { index in
            guard signs[index] == "e" else { return false }
            return index + 1 == signs.count || !["+", "-"].contains(signs[index + 1])
        }
        let hasDay = hasYear || signs.contains { $0 == "y" || $0 == "d" } || Self.hasRun("aaa", signs)
        let isMonth = !hasTime && !isDuration && signs.contains("m")
        self =
            isDuration
            ? .duration
            : hasDay || isMonth
                ? (hasTime ? .moment : .day)
                : hasTime ? .clock : .plain
    }

    private static func hasRun(_ run: String, _ signs: [Character]) -> Bool { String(signs).contains(run) }

    /// The signs of the first section that mean something: without what is quoted, escaped, or in brackets. ⏱ stands for `[h]`.
    private static func signs(of code: String) -> [Character] {
        var signs: [Character] = []
        var rest = code.lowercased()[...]
        while let sign = rest.popFirst(), sign != ";" {
            switch sign {
            case "\"":
                while let quoted = rest.popFirst(), quoted != "\"" {}
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                let inside = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(inside.count + 1)
                if let first = inside.first, "hms".contains(first), inside.allSatisfy({ $0 == first }) {
                    signs.append("⏱")
                }
            case "a" where rest.hasPrefix("m/pm"):
                rest = rest.dropFirst(4)
                signs.append("h")
            default: signs.append(sign)
            }
        }
        return signs
    }

    private static func zeros(_ section: Substring) -> NumberFormat? {
        var rest = section
        let isPercent = rest.last == "%"
        if isPercent { rest.removeLast() }
        let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), !parts[0].isEmpty, parts.allSatisfy({ $0.allSatisfy { $0 == "0" } }) else {
            return nil
        }
        let places = parts.count == 2 ? parts[1].count : 0
        guard parts[0].count <= 30, places <= 30, parts.count == 1 || places > 0 else { return nil }
        return .zeros(whole: parts[0].count, places: places, isPercent: isPercent)
    }
}

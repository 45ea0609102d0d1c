/// How a figure is written.
public enum Figure {
    /// Exactly, for programs: `12`, `33.3`; nil for what is no number.
    public static func exact(_ number: Double) -> String? {
        guard number.isFinite else { return nil }
        if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
        return number.description
    }

    /// For people: at most one decimal.
    public static func plain(_ number: Double) -> String {
        guard number.isFinite else { return "—" }
        let tenths = Int64((number * 10).rounded())
        if tenths % 10 == 0 { return String(tenths / 10) }
        return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}

/// Activities that came since columns were laid out, by kind and by organiser, each in order of number.
struct Arrivals: Sendable {
    private var byKind: [Int32: [Int32]] = [:]
    private var byUnit: [Int32: [Int32]] = [:]

    mutating func add(_ number: Int32, _ row: ActivityRow) {
        byKind[row.kind, default: []].append(number)
        byUnit[row.unit, default: []].append(number)
    }

    /// Takes the one that came last out again.
    mutating func removeLast(_ row: ActivityRow) {
        byKind[row.kind]?.removeLast()
        byUnit[row.unit]?.removeLast()
    }

    func ofKind(_ kind: Int32) -> [Int32] { byKind[kind] ?? [] }
    func ofUnit(_ unit: Int32) -> [Int32] { byUnit[unit] ?? [] }
}
